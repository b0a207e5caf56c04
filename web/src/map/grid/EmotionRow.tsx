import { memo, type PointerEvent, useRef, useState } from 'react'
import { count, EvidenceMark, feeling } from '../../design'
import type { MeasuredFeeling } from '../evidence/evidence'
import { drawEmotion, type EmotionPoint, type Id, type Lane, type Step } from '../operation'
import { type Grid, middleOf } from '../view/columns'
import { type OpenMap, perform, pointAt, useDocument, useEvidence, useOpenMap, useStop, useView } from '../view/context'
import { chosenPersona } from '../view/seen'
import { stops } from '../view/stops'
import { focusStop, nodeOf, say } from '../view/view'
import { band, curve, type Point } from './curves'
import styles from './feeling.module.css'
import { LaneHead } from './LaneRowView'
import row from './lane.module.css'
import stopStyle from './stop.module.css'

interface Props {
  lane: Lane
  grid: Grid
  columnWidth: number
  index: number
}

/** How customers feel along the steps: as drawn, dashed, and as measured, with its band. */
export const EmotionRow = memo(function EmotionRow({ lane, grid, columnWidth, index }: Props) {
  const all = useDocument(s => s.map.emotions)
  const personas = useDocument(s => s.map.personas)
  const chosen = useView(v => v.persona)
  const persona = personas.find(p => p.id === chosen)
  const emotions = persona ? all.filter(e => e.persona === undefined || e.persona === persona.id) : all
  const show = useView(v => v.show)
  const isCollapsed = useView(v => v.collapsed.has(lane.id))
  const book = useEvidence()
  const measured = show === 'design' ? [] : (book?.found.feelings ?? [])
  const [dragged, setDragged] = useState<{ step: Id; persona: Id | undefined; valence: number } | null>(null)

  const height = show === 'feeling' ? 236 : 132
  const scale = scaleOf(emotions, measured)
  const width = columnWidth * grid.columns.length
  const y = (valence: number) => height / 2 - (valence / scale) * (height / 2 - 26)
  const drawn = dragged
    ? [
        ...emotions.filter(e => !(e.step === dragged.step && e.persona === dragged.persona)),
        { step: dragged.step, persona: dragged.persona, valence: dragged.valence } as EmotionPoint,
      ]
    : emotions
  const placed = <T extends { step: Id }>(list: readonly T[]) =>
    list
      .map(entry => ({ entry, x: middleOf(grid, entry.step, columnWidth) }))
      .filter((p): p is { entry: T; x: number } => p.x !== null)
      .sort((a, b) => a.x - b.x)
  const owners = [...new Set(drawn.map(e => e.persona))]
  const means = placed(measured.filter(f => f.mean !== null && f.mean !== undefined))
  const at = (value: (f: MeasuredFeeling) => number): Point[] => means.map(m => ({ x: m.x, y: y(value(m.entry)) }))

  return (
    <div className={row.lane} role="row" aria-rowindex={index} data-lane={lane.id} data-feeling>
      <LaneHead lane={lane} isCollapsed={isCollapsed}>
        {!isCollapsed && (
          <span className={styles.key}>
            <span>
              <i className={styles.keyDrawn} /> drawn
            </span>
            {measured.length > 0 && (
              <span>
                <i className={styles.keyMeasured} /> measured
              </span>
            )}
          </span>
        )}
      </LaneHead>
      {isCollapsed ? (
        <div className={row.collapsed} role="gridcell" aria-colspan={grid.columns.length}>
          {lowest(emotions, grid)}
        </div>
      ) : (
        <div className={styles.feeling} style={{ inlineSize: width, blockSize: height }} role="presentation">
          <svg className={styles.curves} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            <defs>
              <linearGradient
                id="sojourn-feeling"
                x1="0"
                x2="0"
                y1={y(scale)}
                y2={y(-scale)}
                gradientUnits="userSpaceOnUse"
              >
                <stop offset="0" stopColor="var(--feel2)" />
                <stop offset="0.3" stopColor="var(--feel1)" />
                <stop offset="0.5" stopColor="var(--feel0)" />
                <stop offset="0.7" stopColor="var(--feel-1)" />
                <stop offset="1" stopColor="var(--feel-2)" />
              </linearGradient>
            </defs>
            <path className={styles.zero} d={`M0 ${height / 2}H${width}`} />
            {means.length > 1 && (
              <path
                className={styles.band}
                d={band(
                  at(f => f.high ?? f.mean ?? 0),
                  at(f => f.low ?? f.mean ?? 0),
                )}
              />
            )}
            {means.length > 0 && <path className={styles.mean} d={curve(at(f => f.mean ?? 0))} />}
            {owners.map(owner => {
              const points = placed(drawn.filter(e => e.persona === owner)).map(p => ({
                x: p.x,
                y: y(p.entry.valence),
              }))
              return (
                <path key={owner ?? 'everybody'} className={styles.drawn} d={drawnWay(points, owner ? null : width)} />
              )
            })}
          </svg>
          <span className={styles.good}>good</span>
          <span className={styles.bad}>bad</span>
          {grid.columns.flatMap(column =>
            column.steps.map(step => (
              <FeelCell
                key={step.id}
                step={step}
                x={middleOf(grid, step.id, columnWidth) ?? 0}
                width={columnWidth / column.steps.length}
                height={height}
                y={y}
                valenceAt={offset => ((height / 2 - offset) / (height / 2 - 26)) * scale}
                points={drawn.filter(e => e.step === step.id)}
                names={new Map(personas.map(p => [p.id, p.name]))}
                measured={measured.find(f => f.step === step.id)}
                withQuote={show === 'feeling'}
                persona={persona?.id}
                onDrag={setDragged}
              />
            )),
          )}
          {show === 'feeling' &&
            namesOf(
              owners.flatMap(owner => {
                const last = owner ? placed(drawn.filter(e => e.persona === owner)).at(-1) : undefined
                const name = personas.find(p => p.id === owner)?.name
                return last && name ? [{ name, x: last.x, y: y(last.entry.valence) }] : []
              }),
            ).map(place => (
              <span
                key={place.name}
                className={styles.owner}
                aria-hidden="true"
                style={{ insetInlineStart: place.x, insetBlockStart: place.y }}
              >
                {place.name}
              </span>
            ))}
          {persona && !emotions.some(e => e.persona === persona.id) ? (
            <p className={styles.feelHint}>
              Press where it should be, or Up and Down on a step, to draw how {persona.name} feels.
            </p>
          ) : (
            emotions.length === 0 &&
            measured.length === 0 && (
              <p className={styles.feelHint}>
                Press where it should be, or Up and Down on a step, to draw how customers feel.
              </p>
            )
          )}
        </div>
      )}
    </div>
  )
})

/** Everybody's curve runs over the whole map; a persona's only between the points that were drawn for it. */
function drawnWay(points: readonly Point[], width: number | null): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || (width === null && points.length === 1)) return ''
  if (width === null) return curve(points)
  return `M0 ${first.y}H${first.x}${curve(points).replace(/^M[^C]*/, '')}H${width}`
}

/** Names beside the ends of curves, moved down where they would lie on each other. */
function namesOf(places: { name: string; x: number; y: number }[]) {
  let former = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY }
  return [...places]
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .map(place => {
      const isBeside = Math.abs(place.x - former.x) < 70
      former = { ...place, y: isBeside ? Math.max(place.y, former.y + 16) : place.y }
      return { ...place, y: former.y }
    })
}

function scaleOf(emotions: readonly EmotionPoint[], measured: readonly MeasuredFeeling[]): number {
  return Math.max(2, ...emotions.map(e => Math.abs(e.valence)), ...measured.map(f => Math.abs(f.mean ?? 0)))
}

function lowest(emotions: readonly EmotionPoint[], grid: Grid): string {
  const low = [...emotions].sort((a, b) => a.valence - b.valence)[0]
  const step = grid.columns.flatMap(c => c.steps).find(s => s.id === low?.step)
  return low && step ? `lowest ${feeling(low.valence)} at ${step.title}` : 'nothing drawn'
}

/** Pixels below which only the number itself has room. */
const NARROW = 76

interface FeelProps {
  step: Step
  x: number
  width: number
  height: number
  y: (valence: number) => number
  valenceAt: (offset: number) => number
  points: readonly EmotionPoint[]
  names: ReadonlyMap<Id, string>
  measured: MeasuredFeeling | undefined
  withQuote: boolean
  /** The persona in sight, who is drawn. */
  persona: Id | undefined
  onDrag: (dragged: { step: Id; persona: Id | undefined; valence: number } | null) => void
}

/** One step of the curve: a place for the keyboard, the drawn points to drag, what was measured. */
function FeelCell({
  step,
  x,
  width,
  height,
  y,
  valenceAt,
  points,
  names,
  measured,
  withQuote,
  persona,
  onDrag,
}: FeelProps) {
  const open = useOpenMap()
  const stop = stops.feel(step.id)
  const { isFocus } = useStop(stop)
  const isOpen = useView(v => points.some(p => p.id === v.open))
  const book = useEvidence()
  const moving = useRef<{ persona: Id | undefined; valence: number } | null>(null)
  const main = points.find(p => p.persona === persona) ?? points.find(p => p.persona === undefined) ?? points[0]
  const isWrong = measured !== undefined && points.some(p => book?.found.marks[p.id]?.level === 'CONTRADICTED')
  const mean = measured?.mean ?? null

  const onPointerDown = (event: PointerEvent<HTMLElement>, persona: Id | undefined, valence: number) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    moving.current = { persona, valence }
    event.currentTarget.setPointerCapture(event.pointerId)
    focusStop(open.view, stop)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const cell = event.currentTarget.closest(`.${styles.feel}`)
    if (!moving.current || !cell) return
    const box = cell.getBoundingClientRect()
    const offset = ((event.clientY - box.top) / box.height) * height
    const valence = Math.round(Math.max(-5, Math.min(5, valenceAt(offset))) * 10) / 10
    moving.current.valence = valence
    onDrag({ step: step.id, persona: moving.current.persona, valence })
  }
  const onPointerUp = () => {
    const moved = moving.current
    moving.current = null
    onDrag(null)
    if (moved) perform(open, drawEmotion(step.id, moved.valence, moved.persona))
  }

  const label = [
    `Feeling at ${step.title}`,
    ...points.map(p => `drawn ${feeling(p.valence)}${p.persona ? ` for ${names.get(p.persona)}` : ''}`),
    mean !== null ? `measured ${feeling(mean)}, n ${count(measured?.n ?? 0)}` : '',
    mean === null && measured?.needed ? `not enough yet: ${count(measured.n)} of ${count(measured.needed)}` : '',
    withQuote ? (main?.quote ?? '') : '',
    'Up and Down change it',
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <div
      id={nodeOf(stop)}
      className={`${stopStyle.stop} ${styles.feel}`}
      role="gridcell"
      data-stop={stop}
      data-open={isOpen || undefined}
      tabIndex={isFocus ? 0 : -1}
      onPointerDown={event => {
        // Where nothing is drawn yet, a press draws.
        const isDrawn = persona ? points.some(p => p.persona === persona) : points.length > 0
        if (isDrawn || event.button !== 0) return
        const box = event.currentTarget.getBoundingClientRect()
        const valence = valenceAt(((event.clientY - box.top) / box.height) * height)
        perform(open, drawEmotion(step.id, Math.round(valence * 2) / 2, persona))
        focusStop(open.view, stop)
      }}
      style={{ insetInlineStart: x - width / 2, inlineSize: width, blockSize: height }}
    >
      <span className="unseen">{label}</span>
      {points.map(point => (
        <button
          key={point.id ?? 'new'}
          type="button"
          tabIndex={-1}
          className={styles.drawnPoint}
          style={{ insetBlockStart: y(point.valence) }}
          title={`drawn ${feeling(point.valence)}${point.persona ? `, ${names.get(point.persona)}` : ''}`}
          aria-label={`Drawn feeling at ${step.title}, ${feeling(point.valence)}`}
          onPointerDown={event => onPointerDown(event, point.persona, point.valence)}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => {
            moving.current = null
            onDrag(null)
          }}
        />
      ))}
      {mean !== null && (
        <>
          <span className={styles.meanPoint} data-bad={mean < 0 || undefined} style={{ insetBlockStart: y(mean) }} />
          <span
            className={styles.feelWord}
            aria-hidden="true"
            data-wrong={isWrong || undefined}
            data-below={isBelow(mean, main?.valence) || undefined}
            style={{ insetBlockStart: y(mean) }}
          >
            {isWrong && <EvidenceMark level="CONTRADICTED" size={14} />}
            <b>{feeling(mean)}</b> {width > NARROW && <i>n&nbsp;{count(measured?.n ?? 0)}</i>}
          </span>
        </>
      )}
      {mean === null && measured?.needed && (
        <span
          className={styles.feelWord}
          aria-hidden="true"
          data-quiet
          style={{ insetBlockStart: y(main?.valence ?? 0) }}
        >
          {width > 2 * NARROW && 'not enough yet: '}
          {count(measured.n)} of {count(measured.needed)}
        </span>
      )}
      {main && (!measured || isWrong) && (
        <span
          className={styles.feelWord}
          aria-hidden="true"
          data-quiet
          data-below={(mean === null ? main.valence < 0 : !isBelow(mean, main.valence)) || undefined}
          style={{ insetBlockStart: y(main.valence) }}
        >
          {isWrong && 'drawn '}
          {feeling(main.valence)}
        </span>
      )}
      {withQuote && main?.quote !== undefined && width > 2 * NARROW && (
        <q className={styles.feelQuote} aria-hidden="true" dir="auto">
          {main.quote}
        </q>
      )}
    </div>
  )
}

/** The measured number stands on the far side of the drawn point. */
function isBelow(mean: number, drawn: number | undefined): boolean {
  return drawn !== undefined && mean < drawn
}

/** Up and Down on a step of the curve. The value is said. */
export function nudge(open: OpenMap, step: Id, by: number) {
  const { map } = open.document
  const at = pointAt(open, step)
  const persona = at ? at.persona : (chosenPersona(map, open.view.getState()) ?? undefined)
  const from = at ?? map.emotions.find(e => e.step === step && e.persona === undefined)
  const valence = Math.max(-5, Math.min(5, (from?.valence ?? 0) + by))
  perform(open, drawEmotion(step, valence, persona), `feel/${step}`)
  say(open.view, `Feeling ${feeling(valence)}`)
}
