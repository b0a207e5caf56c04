import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { count, duration, shortCount } from '../design'
import { FlowZoom, farther, nearer } from './FlowZoom'
import styles from './flowGraph.module.css'
import { draw, drawAround, smooth } from './flowLayout'
import { end, type FlowShape, start, type Way } from './flowShape'
import { usePan } from './usePan'
import { useWidth } from './useWidth'

interface Props {
  shape: FlowShape
  center: string | null
  onPlace: (name: string) => void
  onWay: (way: Way) => void
}

const thickest = 11
const mostLabels = 46

/** Touchpoints in layers from left to right; the width of a way is its customers, its color how long it takes. */
export function FlowGraph({ shape, center, onPlace, onWay }: Props) {
  const [part, width] = useWidth<HTMLDivElement>()
  const drawing = useMemo(() => (center === null ? draw(shape) : drawAround(shape, center)), [shape, center])
  const times = new Map(shape.places.map(place => [place.name, place.times]))
  const most = Math.max(1, ...shape.ways.map(way => way.units))
  const pace = paces(shape.ways)
  const [zoom, setZoom] = useState(1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing is seen whole first
  useEffect(() => setZoom(1), [drawing])
  const pan = usePan()
  // At first all of it is in sight; who wants to read what is small comes nearer. On a small screen nobody could read
  // it, so that it is scrolled.
  const least = width < 600 ? 0.7 : 0
  const fit = width === 0 ? 1 : Math.max(least, Math.min(1.15, width / drawing.width))
  const scale = fit * zoom
  useEffect(() => {
    const node = part.current
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      setZoom(event.deltaY < 0 ? nearer : farther)
    }
    node?.addEventListener('wheel', wheel, { passive: false })
    return () => node?.removeEventListener('wheel', wheel)
  }, [part])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') setZoom(nearer)
    else if (event.key === '-') setZoom(farther)
    else if (event.key === '0') setZoom(1)
    else return
    event.preventDefault()
  }
  const hasLabels = drawing.courses.length <= mostLabels
  const button = (label: string, act: () => void) => ({
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    onClick: act,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      act()
    },
  })
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons below do the same */}
      <div ref={part} className={styles.scroll} data-near={zoom > 1 || undefined} onKeyDown={onKeyDown} {...pan}>
        <svg
          className={styles.graph}
          width={drawing.width * scale}
          height={drawing.height * scale}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          role="group"
          aria-label="Flow graph"
        >
          {drawing.courses.map(({ way, points }) => {
            const last = points.at(-1)
            const beforeLast = points.at(-2)
            const thick = 1 + (way.units / most) * (thickest - 1)
            const color = pace.color(way.seconds)
            const back = last && beforeLast ? last.x < beforeLast.x : false
            return (
              <g key={`${way.from}\u0001${way.to}`} className={styles.way} {...button(wayWords(way), () => onWay(way))}>
                <title>{wayWords(way)}</title>
                <path className={styles.reach} d={smooth(points)} />
                <path className={styles.line} d={smooth(points)} style={{ stroke: color, strokeWidth: thick }} />
                {last && way.to !== end && (
                  <path
                    className={styles.head}
                    style={{ fill: color }}
                    d={`M${last.x} ${last.y}l${back ? 7 : -7} ${-3 - thick / 2}v${6 + thick}z`}
                  />
                )}
              </g>
            )
          })}
          {drawing.boxes.map(box => {
            if (box.name === start || box.name === end) {
              return (
                <g key={box.key ?? box.name}>
                  <circle
                    className={box.name === start ? styles.start : styles.end}
                    cx={box.x}
                    cy={box.y}
                    r={box.width / 2 - 4}
                  />
                  <text className={styles.mark} x={box.x} y={box.y + box.height / 2 + 10}>
                    {box.name === start ? 'start' : 'end'}
                  </text>
                </g>
              )
            }
            const loop = shape.ways.find(way => way.from === box.name && way.to === box.name)
            const n = times.get(box.name) ?? 0
            return (
              <g key={box.key ?? box.name}>
                {loop && (
                  <g className={styles.way} {...button(wayWords(loop), () => onWay(loop))}>
                    <title>{wayWords(loop)}</title>
                    <path
                      className={styles.line}
                      style={{ stroke: pace.color(loop.seconds), strokeWidth: 1 + (loop.units / most) * 5 }}
                      d={`M${box.x + 34} ${box.y - box.height / 2}c-6 -20 34 -20 28 0`}
                    />
                  </g>
                )}
                <g
                  className={styles.place}
                  data-center={box.name === center || undefined}
                  {...button(`${box.name} ${shortCount(n)} times. Show what comes before and after`, () =>
                    onPlace(box.name),
                  )}
                >
                  <title>{`${box.name}: ${count(n)} times`}</title>
                  <rect
                    x={box.x - box.width / 2}
                    y={box.y - box.height / 2}
                    width={box.width}
                    height={box.height}
                    rx="6"
                  />
                  <foreignObject
                    x={box.x - box.width / 2}
                    y={box.y - box.height / 2}
                    width={box.width}
                    height={box.height}
                  >
                    <div className={styles.words}>
                      <span className={styles.name}>
                        <bdi>{breakable(box.name)}</bdi>
                      </span>{' '}
                      <span className="quiet small">{shortCount(n)} times</span>
                    </div>
                  </foreignObject>
                </g>
              </g>
            )
          })}
          {hasLabels &&
            drawing.courses.map(({ way, points }) => {
              const middle = points[Math.floor((points.length - 1) / 2)]
              const next = points[Math.floor((points.length - 1) / 2) + 1]
              if (!middle) return null
              const at =
                next && points.length % 2 === 0 ? { x: (middle.x + next.x) / 2, y: (middle.y + next.y) / 2 } : middle
              return (
                <text key={`${way.from}\u0001${way.to}`} className={styles.label} x={at.x} y={at.y + 4}>
                  {shortCount(way.units)}
                </text>
              )
            })}
        </svg>
      </div>
      <div className={styles.legend}>
        <span>wider: more customers</span>
        {pace.from !== null && pace.to !== null && (
          <span className={styles.scale}>
            {duration(pace.from)}
            <span className={styles.ramp} aria-hidden="true" />
            {duration(pace.to)} in the median
          </span>
        )}
        <span>press a touchpoint for what comes before and after it</span>
        <FlowZoom zoom={zoom} onChange={setZoom} />
      </div>
    </div>
  )
}

/** A name of one long word may be broken after what parts it. */
function breakable(name: string): string {
  return name.replace(/([_/.:-])/g, '$1\u200b')
}

function wayWords(way: Way): string {
  const customers = `${count(way.units)} customers`
  if (way.from === start) return `${customers} begin with ${way.to}`
  if (way.to === end) return `${customers} end with ${way.from}`
  const pace = way.seconds === null ? '' : `, ${duration(way.seconds)} in the median`
  return `${way.from} to ${way.to}: ${customers}, ${count(way.times)} times${pace}`
}

/** Colors on a scale of orders of magnitude: a minute and an hour are as far apart as an hour and two days. */
function paces(ways: Way[]) {
  const seconds = ways.map(way => way.seconds).filter((value): value is number => value !== null)
  const from = seconds.length === 0 ? null : Math.min(...seconds)
  const to = seconds.length === 0 ? null : Math.max(...seconds)
  const log = (value: number) => Math.log10(value + 1)
  return {
    from,
    to,
    color: (value: number | null) => {
      if (value === null || from === null || to === null) return 'var(--line-2)'
      const share = log(to) === log(from) ? 0 : (log(value) - log(from)) / (log(to) - log(from))
      return `color-mix(in oklab, var(--slow) ${Math.round(share * 100)}%, var(--quick-way))`
    },
  }
}
