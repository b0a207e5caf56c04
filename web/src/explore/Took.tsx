import { count, plural } from '../design'

/** How much an answer is about and how long it took. */
export function Took({ of }: { of: { units: number; events: number; tookMillis: number } }) {
  return (
    <span className="quiet small">
      {plural(of.units, 'customer')}, {plural(of.events, 'event')}, {count(of.tookMillis)}&nbsp;ms.
    </span>
  )
}
