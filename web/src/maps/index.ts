export { Bin } from './Bin'
export { Maps } from './Maps'
