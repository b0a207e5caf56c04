export { ImportPage } from './ImportPage'
export { ImportsPage } from './ImportsPage'
export { RefusedPage } from './RefusedPage'
export { SourcesPage } from './SourcesPage'
