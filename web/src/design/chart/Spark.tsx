import styles from './chart.module.css'

/** Counts over time as thin strokes, for the shape only; the number stands beside it. */
export function Spark({
  values,
  width = 144,
  height = 24,
}: {
  values: readonly number[]
  width?: number
  height?: number
}) {
  const top = Math.max(...values, 1)
  const step = width / Math.max(values.length, 1)
  const strokes = values
    .map(
      (value, at) => `M${((at + 0.5) * step).toFixed(1)} ${height - 1}v${(-(value / top) * (height - 2)).toFixed(1)}`,
    )
    .join('')
  return (
    <svg className={styles.spark} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path className={styles.ground} d={`M0 ${height - 0.5}H${width}`} />
      <path className={styles.strokes} d={strokes} />
    </svg>
  )
}
