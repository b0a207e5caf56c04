import { useQuery } from '@tanstack/react-query'
import { memo, useEffect, useState } from 'react'
import { base, path, request } from '../../api'
import { count } from '../../design'
import type { UndrawnPath } from '../evidence/evidence'
import { addLink, type Id, type JourneyMap, type Stage } from '../operation'
import { perform, tell, touchpointOf, useDocument, useEvidence, useOpenMap } from '../view/context'
import styles from './ribbon.module.css'

type Kind = 'TRAVEL' | 'LEAVE' | 'RETURN' | 'UNDRAWN' | 'DESIGNED'

interface RibbonPath {
  d: string
  tone: string
  fill?: boolean
  width: number
  opacity: number
  dash: string | null
  kind: Kind
  from: Id | null
  to: Id | null
  customers: number | null
}

interface RibbonLabel {
  x: number
  y: number
  anchor: string
  strong: string
  strongTone?: string
  text: string
  tone: string
  kind: Kind
  from: Id | null
  to: Id | null
  customers: number | null
}

interface RibbonAnswer {
  width: number
  height: number
  paths: RibbonPath[]
  labels: RibbonLabel[]
  customersPerLine: number | null
  notDrawn: number
}

const toneVariable = (tone: string) => `var(--${tone.toLowerCase().replaceAll('_', '-')})`

/** The worn path: how wide customers travel the stages, who leaves, who comes back, and where nobody drew a way. */
export const Ribbon = memo(function Ribbon({ edges, index }: { edges: readonly number[]; index: number }) {
  const open = useOpenMap()
  const book = useEvidence()
  const stageList = useDocument(s => s.map.stages)
  const settled = useSettled(edges.join(','), 160)
  const stages = stageList.map(s => s.id).join()
  const answer = useQuery({
    queryKey: [open.workspace, 'ribbon', open.id, settled, stages, book?.found.checkedAt ?? null],
    queryFn: ({ signal }) =>
      request<RibbonAnswer>('GET', `${base(open.workspace)}${path`/maps/${open.id}/ribbon`}`, {
        query: { width: Number(settled.split(',').at(-1)), columns: settled, height: 260 },
        signal,
      }),
    // While columns are pulled wider the former drawing is stretched.
    placeholderData: former => former,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [shown, setShown] = useState<{ words: string; x: number; y: number } | null>(null)
  const ribbon = answer.data
  const width = edges.at(-1) ?? 0
  if (!ribbon) return <div className={styles.waiting} role="presentation" />
  const stretch = width / ribbon.width
  return (
    <div className={styles.row} role="row" aria-rowindex={index}>
      <div className={styles.head} role="presentation">
        <span>Worn path</span>
        {ribbon.customersPerLine !== null && (
          <span>
            one line is {count(ribbon.customersPerLine)} {ribbon.customersPerLine === 1 ? 'customer' : 'customers'}
          </span>
        )}
        {ribbon.notDrawn > 0 && (
          <span>
            {ribbon.notDrawn} smaller {ribbon.notDrawn === 1 ? 'way' : 'ways'} not drawn
          </span>
        )}
      </div>
      <div className={styles.ground} role="gridcell" style={{ inlineSize: width, blockSize: ribbon.height }}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the words below are a button that does the same */}
        <svg
          className={styles.paths}
          viewBox={`0 0 ${ribbon.width} ${ribbon.height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={spoken(stageList, book?.found)}
          onClick={event => {
            const p = ribbon.paths[Number((event.target as Element).getAttribute('data-path') ?? -1)]
            const undrawn = p?.kind === 'UNDRAWN' && book ? undrawnOf(book.found.undrawn, p) : undefined
            if (undrawn) addUndrawn(open, undrawn)
          }}
          onPointerLeave={() => setShown(null)}
          onPointerMove={event => {
            const at = (event.target as Element).getAttribute('data-path')
            const p = at === null ? undefined : ribbon.paths[Number(at)]
            const box = event.currentTarget.getBoundingClientRect()
            const words = p && wordsOf(stageList, p)
            setShown(words ? { words, x: event.clientX - box.left, y: event.clientY - box.top } : null)
          }}
        >
          <Paths paths={ribbon.paths} />
        </svg>
        {ribbon.labels.map(label => {
          const undrawn = label.kind === 'UNDRAWN' && book ? undrawnOf(book.found.undrawn, label) : undefined
          const place = {
            insetInlineStart: label.x * stretch,
            insetBlockStart: label.y - 12,
            color: toneVariable(label.tone),
          }
          const words = (
            <>
              <b style={{ color: toneVariable(label.strongTone ?? label.tone) }}>{label.strong}</b>
              {label.text}
            </>
          )
          const key = `${label.kind} ${label.from} ${label.to} ${label.strong}${label.text}`
          return undrawn ? (
            <button
              key={key}
              type="button"
              className={styles.undrawn}
              data-anchor={label.anchor.toUpperCase()}
              style={place}
              title="Add this path to the map"
              onClick={() => addUndrawn(open, undrawn)}
            >
              {words}
              <span className={styles.hint}>Add this path</span>
            </button>
          ) : (
            <span key={key} className={styles.label} data-anchor={label.anchor.toUpperCase()} style={place}>
              {words}
            </span>
          )
        })}
        {shown && (
          <span
            className={styles.shown}
            style={{ insetInlineStart: shown.x, insetBlockStart: shown.y }}
            aria-hidden="true"
          >
            {shown.words}
          </span>
        )}
      </div>
    </div>
  )
})

/** The strokes, drawn once: a hundred lines need not be looked at again for every word that is typed. */
const Paths = memo(function Paths({ paths }: { paths: readonly RibbonPath[] }) {
  return paths.map((p, i) => (
    <path
      // biome-ignore lint/suspicious/noArrayIndexKey: paths have no other name; their order is the drawing's
      key={i}
      data-path={i}
      data-kind={p.kind === 'UNDRAWN' ? p.kind : undefined}
      d={p.d}
      {...(p.fill || p.width === 0
        ? { fill: toneVariable(p.tone), fillOpacity: p.opacity, stroke: 'none' }
        : {
            fill: 'none',
            stroke: toneVariable(p.tone),
            strokeWidth: p.width,
            strokeOpacity: p.opacity,
            strokeLinecap: 'round' as const,
            ...(p.dash && { strokeDasharray: p.dash }),
          })}
      vectorEffect="non-scaling-stroke"
    />
  ))
})

/** A value once it has been the same for a while. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

function stageName(stages: readonly Stage[], id: Id | null): string {
  return stages.find(s => s.id === id)?.name ?? ''
}

function wordsOf(stages: readonly Stage[], p: RibbonPath): string | null {
  if (p.customers === null || p.customers === undefined) return null
  const customers = `${count(p.customers)} customers`
  const from = stageName(stages, p.from)
  const to = stageName(stages, p.to)
  switch (p.kind) {
    case 'TRAVEL':
      return from && to
        ? `${customers} from ${from} to ${to}`
        : from
          ? `${customers} in ${from}`
          : `${customers} set out at ${to}`
    case 'LEAVE':
      return `${customers} leave after ${from}`
    case 'RETURN':
      return `${customers} come back from ${from} to ${to}`
    case 'UNDRAWN':
      return `${customers} go a way that nobody drew`
    case 'DESIGNED':
      return null
  }
}

function spoken(
  stages: readonly Stage[],
  found: { stages: readonly { stage: Id; customers: number }[] } | undefined,
): string {
  if (!found) return 'The way as it was drawn; no data yet'
  return `Customers by stage: ${found.stages.map(s => `${stageName(stages, s.stage)} ${count(s.customers)}`).join(', ')}`
}

/** The step of a stage that a name speaks of: by its title, or by a touchpoint on it. */
function stepNamed(map: JourneyMap, stage: Id, name: string, isLast: boolean): Id | undefined {
  const steps = map.steps.filter(s => s.stage === stage)
  const wanted = name.toLowerCase()
  const byTitle = steps.find(s => s.title.toLowerCase() === wanted)
  const byTouchpoint = steps.find(s =>
    map.cards.some(c => {
      const touchpoint = c.fromStep === s.id ? touchpointOf(map, c.touchpoint) : undefined
      return (
        touchpoint?.name.toLowerCase() === wanted || touchpoint?.binding?.events.some(e => e.toLowerCase() === wanted)
      )
    }),
  )
  return (byTitle ?? byTouchpoint ?? (isLast ? steps.at(-1) : steps[0]))?.id
}

/** The way that a part of the drawing is about. */
function undrawnOf(all: readonly UndrawnPath[], part: Pick<RibbonPath, 'from' | 'to' | 'customers'>) {
  return all.find(u => u.fromStage === part.from && u.toStage === part.to && u.customers === part.customers)
}

/** Draws a way that customers take and nobody drew. */
function addUndrawn(open: ReturnType<typeof useOpenMap>, undrawn: UndrawnPath) {
  const { map } = open.document
  const from = stepNamed(map, undrawn.fromStage, undrawn.from, true)
  const to = stepNamed(map, undrawn.toStage, undrawn.to, false)
  if (!from || !to) {
    tell(open, 'The stages of this path have no steps yet. Add a step first.')
    return
  }
  if (map.links.some(l => l.from === from && l.to === to)) {
    tell(open, 'This path is on the map already.')
    return
  }
  const order = map.steps.map(s => s.id)
  const isBack = order.indexOf(to) <= order.indexOf(from)
  perform(open, addLink(from, to, isBack ? 'LOOP_BACK' : 'BRANCH', `${undrawn.from} to ${undrawn.to}`))
  tell(open, `Path from ${undrawn.from} to ${undrawn.to} added`, true)
}
