import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Id } from '../operation'
import type { Stop } from './stops'

/** What the map shows beside the drawing. */
export const shows = ['design', 'reality', 'feeling'] as const
export type Show = (typeof shows)[number]

/** How one person looks at a map; never part of the map. */
export interface View {
  readonly show: Show
  readonly focus: Stop | null
  /** The column along which the keyboard moves; 0 is the head of the rows. */
  readonly column: number
  /** What is being typed into; `initial` replaces the text where a key began it. */
  readonly editing: Editing | null
  /** The element in the panel. */
  readonly open: Id | null
  readonly folded: ReadonlySet<Id>
  readonly collapsed: ReadonlySet<Id>
  /** The persona whose journey is shown; null is everybody. */
  readonly persona: Id | null
  /** Lanes out of sight. */
  readonly withoutLanes: ReadonlySet<Id>
  readonly zoom: number
  readonly search: string | null
  readonly menu: { readonly stop: Stop; readonly x: number; readonly y: number } | null
  /** For those who listen. */
  readonly said: string
}

export type ViewStore = StoreApi<View>

export function viewStore(start: Partial<View>): ViewStore {
  return createStore<View>(() => ({
    show: 'reality',
    focus: null,
    column: 0,
    editing: null,
    open: null,
    folded: new Set(),
    collapsed: new Set(),
    persona: null,
    withoutLanes: new Set(),
    zoom: 1,
    search: null,
    menu: null,
    said: '',
    ...start,
  }))
}

/** What is typed into. The words of something new are there to be typed over. */
export interface Editing {
  readonly stop: Stop
  readonly initial: string | null
  readonly isNew?: boolean
}

/** A set with an entry put in or taken out. */
export function toggled<T>(set: ReadonlySet<T>, entry: T): ReadonlySet<T> {
  const copy = new Set(set)
  if (!copy.delete(entry)) copy.add(entry)
  return copy
}

/** The id of the node of a stop. */
export const nodeOf = (stop: Stop) => `stop:${stop}`

/** Puts the keyboard onto a stop once it is drawn. */
export function focusStop(view: ViewStore, stop: Stop, column?: number) {
  view.setState(column === undefined ? { focus: stop } : { focus: stop, column })
  requestAnimationFrame(() => document.getElementById(nodeOf(stop))?.focus())
}

let turn = 0

/** Says something to those who listen; the same words twice are said twice. */
export function say(view: ViewStore, sentence: string) {
  turn++
  view.setState({ said: turn % 2 === 0 ? sentence : `${sentence}\u200b` })
}
