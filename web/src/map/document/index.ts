export * from './documentParts'
export * from './documentState'
export { MapDocument } from './mapDocument'
export { shelfIn } from './shelf'
