export { KitchenSink } from './KitchenSink'
