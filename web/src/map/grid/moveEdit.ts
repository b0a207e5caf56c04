import { gridOf } from '../view/columns'
import type { OpenMap } from '../view/context'
import { seen } from '../view/seen'
import { type Stop, stopRows, type Way, walk } from '../view/stops'
import { focusStop, say } from '../view/view'

/** Goes from one stop to another as the keys say. */
export function step(open: OpenMap, way: Way, from: Stop | null = open.view.getState().focus): boolean {
  const view = open.view.getState()
  const { folded, collapsed, column } = view
  const rows = stopRows(gridOf(seen(open.document.map, view), folded), collapsed)
  const next = walk(rows, from, way, column)
  if (!next) return false
  focusStop(open.view, next.stop, way === 'up' || way === 'down' ? undefined : next.column)
  return true
}

/** After an edit: stays, or goes on to the neighbor. */
export function moveEdit(open: OpenMap, stop: Stop, next: 'stay' | 'right' | 'left') {
  if (next === 'stay' || !step(open, next, stop)) focusStop(open.view, stop)
  say(open.view, 'Kept')
}
