import { useLayoutEffect, useRef, useState } from 'react'
import type { CustomerEvent } from '../api'
import { ChannelIcon, channelNamed, date, plural } from '../design'
import { channelHue } from './channelHue'
import styles from './lanes.module.css'

interface Props {
  events: CustomerEvent[]
  /** Most events first. */
  channels: (string | null)[]
  onSession: (session: number) => void
}

const laneHeight = 26
const mostLanes = 8

/** The whole journey on one line of time, a lane for each channel. */
export function Lanes({ events, channels, onSession }: Props) {
  const part = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = part.current
    if (element === null) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const timed = events.filter((event): event is CustomerEvent & { time: string } => event.time !== null)
  const [first] = timed
  const last = timed.at(-1)
  if (first === undefined || last === undefined) return null
  const from = Date.parse(first.time)
  const span = Math.max(1, Date.parse(last.time) - from)
  const lanes = channels.slice(0, mostLanes)
  const others = channels.slice(mostLanes)
  const x = (time: string) => 6 + ((Date.parse(time) - from) / span) * Math.max(0, width - 12)
  const rows: { name: string; of: (string | null)[] }[] = [
    ...lanes.map(channel => ({ name: channel ?? 'no channel', of: [channel] })),
    ...(others.length > 0 ? [{ name: `${others.length} others`, of: others }] : []),
  ]
  return (
    <figure className={styles.figure} aria-label="Journey by channel">
      <ul className={styles.names}>
        {rows.map(row => (
          <li key={row.name} style={{ blockSize: laneHeight }}>
            <ChannelIcon channel={channelNamed(row.of.length === 1 ? row.of[0] : null)} name={row.of[0]} />
            <bdi className="ellipsis" title={row.name}>
              {row.name}
            </bdi>
          </li>
        ))}
      </ul>
      <div ref={part} className={styles.lanes}>
        {width > 0 && (
          <svg width={width} height={rows.length * laneHeight} role="img" aria-label={plural(timed.length, 'event')}>
            {rows.map((row, at) => {
              const y = at * laneHeight + laneHeight / 2
              const here = timed.filter(event => row.of.includes(event.channel))
              return (
                <g key={row.name}>
                  <path className={styles.ground} d={`M0 ${y + 0.5}H${width}`} />
                  {clumps(here.map(event => ({ at: x(event.time), session: event.session }))).map(clump => (
                    // biome-ignore lint/a11y/noStaticElementInteractions: the list below offers the same by keyboard
                    <g
                      key={clump.at}
                      className={styles.press}
                      onClick={() => clump.session !== null && onSession(clump.session)}
                    >
                      <circle
                        cx={clump.at}
                        cy={y}
                        r={Math.min(9, 3 + Math.sqrt(clump.events))}
                        style={{ fill: channelHue(row.of.length === 1 ? (row.of[0] ?? null) : null) }}
                      />
                      <title>{plural(clump.events, 'event')}</title>
                    </g>
                  ))}
                </g>
              )
            })}
          </svg>
        )}
        <p className={styles.ends}>
          <span>{date(first.time)}</span>
          <span>{date(last.time)}</span>
        </p>
      </div>
    </figure>
  )
}

/** Dots that would cover one another, as one; the more events, the larger. */
function clumps(dots: { at: number; session: number | null }[]) {
  const found: { at: number; events: number; session: number | null }[] = []
  for (const dot of dots) {
    const last = found.at(-1)
    if (last && dot.at - last.at < 9) last.events++
    else found.push({ at: dot.at, events: 1, session: dot.session })
  }
  return found
}
