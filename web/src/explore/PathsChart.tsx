import { useMemo } from 'react'
import type { Count, PathsAnswer, TouchpointChoice } from '../api'
import { count, percent, plural } from '../design'
import styles from './pathsChart.module.css'
import { type Box, bar, course, drawPaths, type Ended, stub } from './pathsLayout'
import { usePressable } from './usePressable'
import { useWidth } from './useWidth'

/** What a path that does not go on did. */
const endedWords: Record<Ended, string> = {
  arrived: 'arrive',
  continues: 'go on beyond this',
  inProgress: 'may still go on',
  dropped: 'stop here',
}

const codes = { arrived: 'ARRIVED', continues: 'CONTINUES', inProgress: 'IN_PROGRESS', dropped: 'DROPPED' } as const

const choice = (box: Box): TouchpointChoice =>
  box.node.touchpoint === null ? { names: box.apart, except: true } : { names: [box.node.touchpoint], except: false }

const named = (box: Box) => box.node.touchpoint ?? plural(box.node.touchpoints, 'other touchpoint')

/** Steps from left to right; the height of everything is its customers. */
export function PathsChart({ answer }: { answer: PathsAnswer }) {
  const [part, width] = useWidth<HTMLDivElement>()
  const { button } = usePressable()
  const drawing = useMemo(() => drawPaths(answer, width), [answer, width])
  return (
    <div ref={part} className={styles.scroll}>
      {width > 0 && (
        <svg
          className={styles.chart}
          width={drawing.width}
          height={drawing.height}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          role="group"
          aria-label="Paths, step by step"
        >
          <defs>
            <pattern id="path-lost" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0V5" className={styles.hatch} />
            </pattern>
            <linearGradient id="path-on" x1="0" x2="1" y1="0" y2="0">
              <stop offset="0" className={styles.near} />
              <stop offset="1" className={styles.far} />
            </linearGradient>
          </defs>
          {drawing.columns.map(({ step, x }) => (
            <text key={step} className={styles.step} x={x} y={14}>
              {columnWords(step)}
            </text>
          ))}
          {drawing.ribbons.map(ribbon => {
            const { from, to, link } = ribbon
            const which: Count = { kind: 'PATH_LINK', step: link.step, from: choice(from), to: choice(to) }
            const label = `${count(link.units)} go from ${named(from)} to ${named(to)}`
            return (
              <path
                key={`${link.step} ${JSON.stringify([link.from, link.to])}`}
                {...button(which, label)}
                className={styles.ribbon}
                d={course(ribbon)}
              >
                <title>{`${label}, ${percent(link.units / from.node.units)} of those who are there`}</title>
              </path>
            )
          })}
          {drawing.boxes.map(box => {
            const { node, x, y, height } = box
            const here: Count = { kind: 'PATH_NODE', step: node.step, outcome: 'ANY', ...choice(box) }
            const name = named(box)
            const side = drawing.isBackward ? x - stub : x + bar
            return (
              <g key={`${node.step} ${JSON.stringify(node.touchpoint)}`}>
                {box.ended.map(({ outcome, units, y: top, height: tall }) => (
                  <rect
                    key={outcome}
                    {...button(
                      { kind: 'PATH_NODE', step: node.step, outcome: codes[outcome], ...choice(box) },
                      `${count(units)} of ${name} ${said(outcome, drawing.isBackward)}`,
                    )}
                    className={styles.ended}
                    data-outcome={outcome}
                    x={side}
                    y={top}
                    width={stub}
                    height={tall}
                  >
                    <title>{`${count(units)} (${percent(units / node.units)}) ${said(outcome, drawing.isBackward)}`}</title>
                  </rect>
                ))}
                <rect
                  {...button(here, `${count(node.units)} customers at ${name}, ${columnWords(node.step)}`)}
                  className={styles.node}
                  data-rest={node.touchpoint === null || undefined}
                  x={x}
                  y={y}
                  width={bar}
                  height={height}
                />
                <text className={styles.name} x={x + bar + 6} y={y + Math.min(height, 22) / 2 + 4.5}>
                  <tspan className={styles.units}>{count(node.units)}</tspan>
                  <tspan dx="6">{short(name)}</tspan>
                  <title>{name}</title>
                </text>
              </g>
            )
          })}
        </svg>
      )}
    </div>
  )
}

function columnWords(step: number): string {
  if (step > 0) return `Step ${step}`
  return step === -1 ? 'At last' : step === -2 ? 'The step before' : `${-step - 1} steps before`
}

/** Counted back, nothing came before where a path stops. */
export function said(outcome: Ended, isBackward: boolean): string {
  if (!isBackward) return endedWords[outcome]
  return outcome === 'continues' ? 'came from further back' : 'began here'
}

const short = (name: string) => (name.length > 20 ? `${name.slice(0, 19)}…` : name)
