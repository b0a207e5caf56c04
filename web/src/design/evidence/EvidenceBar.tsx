import { count } from '../numbers/numbers'
import styles from './evidence.module.css'
import { type Level, levelWords } from './levels'

const order: Level[] = [
  'CORROBORATED',
  'OBSERVED',
  'REPORTED',
  'CONTRADICTED',
  'INCONCLUSIVE',
  'NOT_ENOUGH_DATA',
  'STALE',
  'NOT_MEASURABLE',
  'ASSUMED',
]

/** How many of a map's marks are of each level, best first; says itself in words. */
export function EvidenceBar({ marks }: { marks: Partial<Record<Level, number>> }) {
  const parts = order.flatMap(level => {
    const n = marks[level] ?? 0
    return n > 0 ? [{ level, n }] : []
  })
  if (parts.length === 0) return null
  const words = parts.map(({ level, n }) => `${count(n)} ${levelWords[level]}`).join(', ')
  return (
    <span className={styles.bar} role="img" aria-label={words} title={words}>
      {parts.map(({ level, n }) => (
        <span key={level} className={styles.part} data-level={level} style={{ flexGrow: n }} />
      ))}
    </span>
  )
}
