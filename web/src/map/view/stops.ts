import type { Id } from '../operation'
import type { Grid } from './columns'

/** A place where the keyboard can be: `stage/ID`, `step/ID`, `lane/ID`, `cell/LANE/COLUMN`, `card/ID`, `feel/STEP`. */
export type Stop = string

export const stops = {
  stage: (id: Id): Stop => `stage/${id}`,
  step: (id: Id): Stop => `step/${id}`,
  lane: (id: Id): Stop => `lane/${id}`,
  cell: (lane: Id, column: Id): Stop => `cell/${lane}/${column}`,
  card: (id: Id): Stop => `card/${id}`,
  feel: (step: Id): Stop => `feel/${step}`,
}

/** What a stop is of: its kind and ids. */
export function readStop(stop: Stop): { kind: string; id: Id; column: Id } {
  const [kind = '', id = '', column = ''] = stop.split('/')
  return { kind, id, column }
}

/** The stops of every cell, row by row; column 0 is the head of the row. A cell without cards is a stop itself. */
export type StopRows = readonly (readonly (readonly Stop[])[])[]

export function stopRows(grid: Grid, collapsed: ReadonlySet<Id>): StopRows {
  const rows: Stop[][][] = []
  const stageRow: Stop[][] = [[]]
  for (const { stage, from, to } of grid.stages) {
    for (let c = from; c < to; c++) stageRow.push([stops.stage(stage.id)])
  }
  rows.push(stageRow)
  rows.push([[], ...grid.columns.map(column => column.steps.map(step => stops.step(step.id)))])
  for (const row of grid.rows) {
    const { lane } = row
    const head = [stops.lane(lane.id)]
    if (collapsed.has(lane.id)) {
      rows.push([head, ...grid.columns.map(() => [])])
    } else if (lane.role === 'EMOTION_CURVE') {
      rows.push([head, ...grid.columns.map(column => column.steps.map(step => stops.feel(step.id)))])
    } else {
      const cells = grid.columns.map((column, c) => {
        const cards = (row.cells[c] ?? []).map(card => stops.card(card.id))
        const wide = row.wide.filter(w => w.from <= c && c <= w.to).map(w => stops.card(w.card.id))
        return cards.length + wide.length > 0 ? [...cards, ...wide] : [stops.cell(lane.id, column.key)]
      })
      rows.push([head, ...cells])
    }
  }
  return rows
}

/**
 * The ways through the map. Up and down pass over the points of the curve, where these keys change a feeling; the
 * ways by whole rows do not.
 */
export type Way =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'rowUp'
  | 'rowDown'
  | 'rowStart'
  | 'rowEnd'
  | 'start'
  | 'end'
  | 'pageUp'
  | 'pageDown'

/** Rows that Page Up and Page Down pass. */
const PAGE = 4

/**
 * Where a key leads.
 *
 * @param column the column the person came along, for what lies over several
 */
export function walk(
  rows: StopRows,
  from: Stop | null,
  way: Way,
  column: number,
): { stop: Stop; column: number } | null {
  const place = from === null ? null : placeOf(rows, from, column)
  if (!place || way === 'start' || way === 'end') {
    return corner(rows, way === 'end')
  }
  const { row, col, index } = place
  const cells = rows[row] ?? []
  switch (way) {
    case 'left':
    case 'right': {
      const by = way === 'left' ? -1 : 1
      // The points of a curve lie side by side, also where several steps share a column.
      const isCurve = from?.startsWith('feel/') === true
      const beside = cells[col]?.[index + by]
      if (isCurve && beside !== undefined) return { stop: beside, column: col }
      for (let c = col + by; c >= 0 && c < cells.length; c += by) {
        const cell = cells[c] ?? []
        const stop = isCurve && by < 0 ? cell.at(-1) : cell[isCurve ? 0 : Math.min(index, cell.length - 1)]
        if (stop !== undefined && stop !== from) return { stop, column: c }
      }
      return null
    }
    case 'rowStart':
    case 'rowEnd': {
      const order = way === 'rowStart' ? [...cells.keys()] : [...cells.keys()].reverse()
      const c = order.find(at => (cells[at]?.length ?? 0) > 0)
      return c === undefined ? null : { stop: cells[c]?.[0] as Stop, column: c }
    }
    default: {
      const by = way === 'up' || way === 'rowUp' || way === 'pageUp' ? -1 : 1
      const beside = cells[col]?.[index + by]
      if (beside !== undefined && (way === 'up' || way === 'down')) return { stop: beside, column: col }
      let found: { stop: Stop; column: number } | null = null
      let passed = 0
      const wanted = way === 'pageUp' || way === 'pageDown' ? PAGE : 1
      const isPassing = way === 'up' || way === 'down'
      for (let r = row + by; r >= 0 && r < rows.length && passed < wanted; r += by) {
        const cell = rows[r]?.[col] ?? []
        const stop = by < 0 ? cell.at(-1) : cell[0]
        if (stop !== undefined && !(isPassing && stop.startsWith('feel/'))) {
          found = { stop, column: col }
          passed++
        }
      }
      return found
    }
  }
}

export function placeOf(
  rows: StopRows,
  stop: Stop,
  column: number,
): { row: number; col: number; index: number } | null {
  let first: { row: number; col: number; index: number } | null = null
  for (const [row, cells] of rows.entries()) {
    for (const [col, cell] of cells.entries()) {
      const index = cell.indexOf(stop)
      if (index >= 0) {
        if (col === column) return { row, col, index }
        first ??= { row, col, index }
      }
    }
  }
  return first
}

function corner(rows: StopRows, isLast: boolean): { stop: Stop; column: number } | null {
  const order = isLast ? [...rows.keys()].reverse() : [...rows.keys()]
  for (const row of order) {
    const cells = rows[row] ?? []
    const columns = isLast ? [...cells.keys()].reverse() : [...cells.keys()]
    for (const column of columns) {
      const stop = isLast ? cells[column]?.at(-1) : cells[column]?.[0]
      if (stop !== undefined) return { stop, column }
    }
  }
  return null
}
