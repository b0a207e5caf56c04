import { reached, unreached } from './reach'
import { type Line, Stream } from './stream'

/** The one line of this page. */
export const stream = new Stream({
  open: address => new EventSource(address) as unknown as Line,
  later: (act, ms) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
  onReach: isReached => (isReached ? reached() : unreached()),
})
