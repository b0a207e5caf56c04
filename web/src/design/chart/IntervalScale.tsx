import { interval, percent } from '../numbers/numbers'
import styles from './chart.module.css'

interface Props {
  value: number
  low: number | null
  high: number | null
  /** What the claim says: a share from here to there. */
  atLeast?: number | null
  atMost?: number | null
  tone: 'trail' | 'alarm' | 'edge'
}

/** Where a measured share lies on 0 to 100 %, beside what was claimed of it. */
export function IntervalScale({ value, low, high, atLeast, atMost, tone }: Props) {
  const x = (share: number) => `${Math.max(0, Math.min(share, 1)) * 100}%`
  const claimFrom = atLeast ?? (atMost === null || atMost === undefined ? null : 0)
  const claimTo = atMost ?? 1
  return (
    <div className={styles.scale} role="img" aria-label={`${percent(value)}${words(low, high, value)}`}>
      <span className={styles.axis} />
      {claimFrom !== null && (
        <span
          className={styles.claim}
          style={{ insetInlineStart: x(claimFrom), inlineSize: `${(claimTo - claimFrom) * 100}%` }}
        />
      )}
      {low !== null && high !== null && (
        <span
          className={styles.interval}
          style={{ insetInlineStart: x(low), inlineSize: x(high - low), background: `var(--${tone})` }}
        />
      )}
      <span className={styles.point} style={{ insetInlineStart: x(value), background: `var(--${tone})` }} />
      <span className={styles.ends}>
        <span>0</span>
        <span>50</span>
        <span>100 %</span>
      </span>
    </div>
  )
}

function words(low: number | null, high: number | null, value: number): string {
  const said = interval({ value, low, high })
  return said === null ? '' : `, ${said}`
}
