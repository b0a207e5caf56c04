export { Flow } from './Flow'
export { Funnel } from './Funnel'
export { Variants } from './Variants'
