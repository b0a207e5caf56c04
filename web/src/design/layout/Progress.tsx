import { bytes, count, dash, duration } from '../numbers/numbers'
import styles from './progress.module.css'

interface Props {
  label: string
  done: number
  /** Unknown at first: then the amount alone is said. */
  total: number | null
  unit: string | null
  /** A second. */
  rate?: number | null
  secondsLeft?: number | null
}

/** How much of long work is done: the amount, the rate, the time left. */
export function Progress({ label, done, total, unit, rate, secondsLeft }: Props) {
  const share = total !== null && total > 0 ? Math.min(done / total, 1) : null
  // Bytes are for machines; people read MB.
  const isBytes = unit === 'bytes'
  const amount = isBytes ? bytes : count
  const said = `${amount(done)}${total === null ? '' : ` of ${amount(total)}`}${isBytes ? '' : ` ${unit ?? ''}`}`
  return (
    <div className={styles.progress}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share !== null && { 'aria-valuenow': Math.round(share * 100) })}
        aria-valuetext={said}
        data-unknown={share === null || undefined}
      >
        <span className={styles.done} style={{ inlineSize: share === null ? '30%' : `${share * 100}%` }} />
      </div>
      <p className="small quiet">
        {said}
        {rate !== null && rate !== undefined && rate > 0 && <> · {amount(Math.round(rate))} a second</>}
        {secondsLeft !== null && secondsLeft !== undefined && (
          <> · {secondsLeft < 1 ? 'nearly done' : `${duration(secondsLeft) || dash} left`}</>
        )}
      </p>
    </div>
  )
}
