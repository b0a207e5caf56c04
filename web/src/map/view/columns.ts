import type { Card, Id, JourneyMap, Lane, Stage, Step } from '../operation'

/** A column of the map: one step, or all steps of a folded stage; none where a stage has no step yet. */
export interface Column {
  readonly key: Id
  readonly stage: Stage
  readonly steps: readonly Step[]
}

/** A card over several columns, and the track below the cells in which it lies. */
export interface WideCard {
  readonly card: Card
  readonly from: number
  readonly to: number
  readonly track: number
}

export interface LaneRow {
  readonly lane: Lane
  /** The cards of each column, top to bottom. */
  readonly cells: readonly (readonly Card[])[]
  readonly wide: readonly WideCard[]
}

/** The map as rows and columns. Parts that did not change are the same objects as in the former grid. */
export interface Grid {
  readonly columns: readonly Column[]
  readonly columnOf: ReadonlyMap<Id, number>
  /** Each stage with its first column and the one after its last. */
  readonly stages: readonly { readonly stage: Stage; readonly from: number; readonly to: number }[]
  readonly rows: readonly LaneRow[]
}

const NO_CARDS: readonly Card[] = []

export function gridOf(map: JourneyMap, folded: ReadonlySet<Id>, former?: Grid): Grid {
  const columns = columnsOf(map, folded).map(column => {
    const same = former?.columns.find(c => c.key === column.key)
    return same && same.stage === column.stage && isSame(same.steps, column.steps) ? same : column
  })
  const columnOf = new Map<Id, number>()
  columns.forEach((column, c) => {
    for (const step of column.steps) columnOf.set(step.id, c)
  })
  const stages = map.stages.map(stage => {
    const from = columns.findIndex(c => c.stage.id === stage.id)
    return { stage, from, to: from + columns.filter(c => c.stage.id === stage.id).length }
  })
  const byLane = new Map<Id, Card[]>()
  for (const card of map.cards) {
    const cards = byLane.get(card.lane)
    if (cards) cards.push(card)
    else byLane.set(card.lane, [card])
  }
  const formerRows = new Map(former?.rows.map(row => [row.lane.id, row]))
  const rows = map.lanes.map(lane =>
    reused(laneRow(lane, byLane.get(lane.id) ?? [], columns.length, columnOf), formerRows.get(lane.id)),
  )
  return { columns, columnOf, stages, rows }
}

function columnsOf(map: JourneyMap, folded: ReadonlySet<Id>): Column[] {
  return map.stages.flatMap(stage => {
    const steps = map.steps.filter(step => step.stage === stage.id)
    if (steps.length === 0 || (folded.has(stage.id) && steps.length > 1)) return [{ key: stage.id, stage, steps }]
    return steps.map(step => ({ key: step.id, stage, steps: [step] }))
  })
}

function laneRow(lane: Lane, cards: readonly Card[], width: number, columnOf: ReadonlyMap<Id, number>): LaneRow {
  const cells: Card[][] = Array.from({ length: width }, () => [])
  const wide: WideCard[] = []
  const trackEnds: number[] = []
  for (const card of cards) {
    const from = columnOf.get(card.fromStep)
    const to = columnOf.get(card.toStep)
    if (from === undefined || to === undefined) continue
    if (from === to) {
      cells[from]?.push(card)
      continue
    }
    let track = trackEnds.findIndex(end => end < from)
    if (track < 0) track = trackEnds.length
    trackEnds[track] = to
    wide.push({ card, from, to, track })
  }
  return { lane, cells: cells.map(cell => (cell.length === 0 ? NO_CARDS : cell)), wide }
}

function reused(row: LaneRow, former: LaneRow | undefined): LaneRow {
  if (!former) return row
  const cells = row.cells.map((cell, c) => {
    const old = former.cells[c]
    return old && isSame(old, cell) ? old : cell
  })
  const isWideSame =
    row.wide.length === former.wide.length &&
    row.wide.every((w, i) => {
      const old = former.wide[i]
      return old?.card === w.card && old.from === w.from && old.to === w.to && old.track === w.track
    })
  const wide = isWideSame ? former.wide : row.wide
  if (former.lane === row.lane && wide === former.wide && isSame(former.cells, cells)) return former
  return { lane: row.lane, cells, wide }
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((entry, i) => entry === b[i])
}

/** Where columns lie, in pixels from the left edge of the first. */
export interface Measures {
  readonly laneWidth: number
  readonly columnWidth: number
  readonly width: number
}

export const LANE_WIDTH = 104
/** A column that is narrower cannot be read. */
export const NARROWEST = 152

export function measure(columns: number, available: number): Measures {
  const room = available - LANE_WIDTH
  const columnWidth = Math.max(NARROWEST, Math.floor(room / Math.max(1, columns)))
  return { laneWidth: LANE_WIDTH, columnWidth, width: columnWidth * columns }
}

/** The middle of a step: several steps share the width of a folded stage. */
export function middleOf(grid: Grid, step: Id, columnWidth: number): number | null {
  const c = grid.columnOf.get(step)
  if (c === undefined) return null
  const steps = grid.columns[c]?.steps ?? []
  const place = steps.findIndex(s => s.id === step)
  return columnWidth * (c + (place + 0.5) / steps.length)
}
