import { count, interval, percent, plusMinus } from './numbers'

interface RateLike {
  n: number
  d: number
  value: number | null
  low: number | null
  high: number | null
}

/** Value, then n in grey; the interval on hover and, where there is room, as ±. */
export function Share({ rate, withInterval = false }: { rate: RateLike; withInterval?: boolean }) {
  const half = plusMinus(rate)
  return (
    <span title={interval(rate) ?? undefined}>
      {percent(rate.value)}
      {withInterval && half !== null && <span className="quiet"> {half}</span>}
      <span className="quiet"> n&nbsp;{count(rate.d)}</span>
    </span>
  )
}
