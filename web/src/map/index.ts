export { MapScreen as Map } from './MapScreen'
