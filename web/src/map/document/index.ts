export * from './mapDocument'
export { shelfIn } from './shelf'
