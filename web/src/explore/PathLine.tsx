import { useState } from 'react'
import styles from './variants.module.css'

const mostShown = 9

/** A path as touchpoints in a row; what happens several times in a row stands once, with how often. */
export function PathLine({ path }: { path: string[] }) {
  const [all, setAll] = useState(false)
  const stops = runs(path)
  const shown = all ? stops : stops.slice(0, mostShown)
  const left = stops.length - shown.length
  return (
    <span className={styles.path}>
      {shown.map((stop, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stop is its place
        <span key={at} className={styles.stop} title={stop.name}>
          <bdi className="ellipsis">{stop.name}</bdi>
          {stop.times > 1 && <span className="quiet">×{stop.times}</span>}
        </span>
      ))}
      {(left > 0 || all) && stops.length > mostShown && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'less' : `and ${left} more`}
        </button>
      )}
    </span>
  )
}

export function runs(path: string[]): { name: string; times: number }[] {
  const found: { name: string; times: number }[] = []
  for (const name of path) {
    const last = found.at(-1)
    if (last?.name === name) last.times++
    else found.push({ name, times: 1 })
  }
  return found
}
