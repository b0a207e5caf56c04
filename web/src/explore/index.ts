export { Flow } from './Flow'
export { Funnel } from './Funnel'
export { Paths } from './Paths'
export { Variants } from './Variants'
