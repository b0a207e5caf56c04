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

/** A short look at another tab costs nothing. */
const hiddenForMs = 30_000

if (typeof document !== 'undefined') {
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer)
    if (document.visibilityState === 'hidden') timer = setTimeout(() => stream.pause(), hiddenForMs)
    else stream.goOn()
  })
}
