import type { Count, FunnelStep } from '../api'
import { count, duration, percent } from '../design'
import type { Step } from './address'
import styles from './funnelChart.module.css'
import { usePressable } from './usePressable'
import { useWidth } from './useWidth'

interface Props {
  steps: Step[]
  found: FunnelStep[]
}

const height = 350
const top = 34
const base = 300
const least = 132

/** Those who come to each step as bars, those who do not as hatched areas of their number. */
export function FunnelChart({ steps, found }: Props) {
  const [part, width] = useWidth<HTMLDivElement>()
  const { isOpen, button } = usePressable()
  const all = found[0]?.reached ?? 0
  const pitch = Math.max(least, found.length > 1 ? (width - 104) / (found.length - 1) : width)
  const bar = Math.min(104, pitch * 0.46)
  const whole = Math.max(width, pitch * (found.length - 1) + bar)
  const y = (units: number) => base - (all === 0 ? 0 : (units / all) * (base - top))
  return (
    <div ref={part} className={styles.scroll}>
      {width > 0 && (
        <svg
          className={styles.chart}
          width={whole}
          height={height}
          viewBox={`0 0 ${whole} ${height}`}
          role="group"
          aria-label="Funnel"
        >
          <defs>
            <pattern id="lost" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0V5" className={styles.hatch} />
            </pattern>
            <pattern id="waiting" width="7" height="7" patternUnits="userSpaceOnUse">
              <circle cx="2" cy="2" r="1" className={styles.dot} />
            </pattern>
          </defs>
          {found.map((step, at) => {
            const x = at * pitch
            const next = found[at + 1]
            const before = found[at - 1]
            const name = steps[at]?.join(' or ') ?? ''
            const reached: Count = { kind: 'FUNNEL_STEP', step: step.step, outcome: 'REACHED' }
            const dropped: Count = { kind: 'FUNNEL_STEP', step: step.step - 1, outcome: 'DROPPED' }
            const waiting: Count = { kind: 'FUNNEL_STEP', step: step.step - 1, outcome: 'IN_PROGRESS' }
            const gap = before ? before.reached - step.reached : 0
            const waitTop = before ? y(step.reached + before.inProgress) : 0
            const rate = step.rateFromPrevious
            const label = before ? Math.max(14, y(before.reached) - 8) : 0
            return (
              <g key={step.step}>
                {next && (
                  <path
                    className={styles.flow}
                    d={`M${x + bar} ${y(step.reached)}C${x + (bar + pitch) / 2} ${y(step.reached)} ${x + (bar + pitch) / 2} ${y(next.reached)} ${x + pitch} ${y(next.reached)}V${base}H${x + bar}Z`}
                  />
                )}
                {before && before.dropped > 0 && (
                  <g {...button(dropped, `${count(before.dropped)} leave before ${name}`)} className={styles.press}>
                    <rect
                      className={styles.lost}
                      data-open={isOpen(dropped) || undefined}
                      x={x + 0.75}
                      y={y(before.reached)}
                      width={bar - 1.5}
                      height={Math.max(2, waitTop - y(before.reached) - 2)}
                    />
                    <text
                      className={styles.leave}
                      data-open={isOpen(dropped) || undefined}
                      x={x}
                      y={label}
                    >{`${count(before.dropped)} leave`}</text>
                  </g>
                )}
                {before && before.inProgress > 0 && (
                  <g
                    {...button(waiting, `${count(before.inProgress)} still have time to come to ${name}`)}
                    className={styles.press}
                  >
                    <title>{`${count(before.inProgress)} still have time`}</title>
                    <rect
                      className={styles.waiting}
                      data-open={isOpen(waiting) || undefined}
                      x={x + 0.75}
                      y={waitTop}
                      width={bar - 1.5}
                      height={Math.max(2, y(step.reached) - waitTop - 1)}
                    />
                  </g>
                )}
                <g {...button(reached, `${count(step.reached)} customers come to ${name}`)} className={styles.press}>
                  <rect
                    className={styles.have}
                    data-open={isOpen(reached) || undefined}
                    x={x}
                    y={y(step.reached)}
                    width={bar}
                    height={Math.max(step.reached > 0 ? 1 : 0, base - y(step.reached))}
                  />
                  {base - y(step.reached) > 28 ? (
                    <text className={styles.value} x={x + 10} y={y(step.reached) + 23}>
                      {count(step.reached)}
                    </text>
                  ) : (
                    <text className={styles.over} x={x + 2} y={y(step.reached) - (gap > 0 ? 4 : 6)}>
                      {count(step.reached)}
                    </text>
                  )}
                </g>
                {before && rate && rate.low !== null && rate.high !== null && (
                  <path
                    className={styles.whisker}
                    d={`M${x + bar - 10} ${y(rate.low * before.reached)}V${y(rate.high * before.reached)}m-4 0h8M${x + bar - 14} ${y(rate.low * before.reached)}h8`}
                  >
                    <title>
                      {`${percent(rate.low)} to ${percent(rate.high)} of the step before, 95\u00a0% interval`}
                    </title>
                  </path>
                )}
                {next && (
                  <>
                    <text className={styles.rate} x={x + (bar + pitch) / 2} y={base - 48}>
                      {percent(next.rateFromPrevious?.value)}
                    </text>
                    {next.elapsedSeconds.median !== null && pitch - bar > 64 && (
                      <text className={styles.median} x={x + (bar + pitch) / 2} y={base - 30}>
                        {`${pitch - bar > 110 ? 'median ' : ''}${duration(next.elapsedSeconds.median)}`}
                      </text>
                    )}
                  </>
                )}
                <foreignObject x={x} y={base + 8} width={next ? pitch - 12 : Math.max(bar, whole - x)} height={40}>
                  <p className={styles.name} title={name}>
                    <bdi>{name}</bdi>
                  </p>
                </foreignObject>
              </g>
            )
          })}
          <path className={styles.axis} d={`M0 ${base + 0.5}H${whole}`} />
        </svg>
      )}
    </div>
  )
}
