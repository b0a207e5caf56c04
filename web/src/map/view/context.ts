import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { toast } from '../../frame'
import type { DocumentState, MapDocument } from '../document'
import type { EvidenceBook } from '../evidence/evidence'
import {
  type Acting,
  deleteElement,
  type EmotionPoint,
  elementOf,
  type Id,
  type JourneyMap,
  keeps,
  type Touchpoint,
} from '../operation'
import { chosenPersona } from './seen'
import { readStop, type Stop } from './stops'
import { focusStop, say, type View, type ViewStore } from './view'

/** What every part of the open map knows. The same object for as long as the map is open. */
export interface OpenMap {
  readonly workspace: string
  readonly id: Id
  readonly document: MapDocument
  readonly view: ViewStore
}

const Open = createContext<OpenMap | null>(null)
const Evidence = createContext<EvidenceBook | null>(null)

export const OpenMapProvider = Open.Provider
export const EvidenceProvider = Evidence.Provider

export function useOpenMap(): OpenMap {
  const open = useContext(Open)
  if (open === null) throw new Error('useOpenMap is only for what stands inside an open map.')
  return open
}

/** What was found for the map; null while no data was laid over it. */
export const useEvidence = (): EvidenceBook | null => useContext(Evidence)

export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useOpenMap().document.state, select)
}

export function useView<T>(select: (view: View) => T): T {
  return useStore(useOpenMap().view, select)
}

/** What the keyboard, the pen and the panel do at a stop. */
export function useStop(stop: Stop) {
  const isFocus = useView(v => v.focus === stop)
  const editing = useView(v => (v.editing?.stop === stop ? v.editing : null))
  return { isFocus, editing }
}

const touchpointIndex = new WeakMap<readonly Touchpoint[], ReadonlyMap<Id, Touchpoint>>()

/** A touchpoint by its id, without a search. */
export function touchpointOf(map: JourneyMap, id: Id | undefined): Touchpoint | undefined {
  if (id === undefined) return undefined
  let index = touchpointIndex.get(map.touchpoints)
  if (!index) {
    index = new Map(map.touchpoints.map(t => [t.id, t]))
    touchpointIndex.set(map.touchpoints, index)
  }
  return index.get(id)
}

/** Does something to the map; what cannot be is said in one sentence. True when it was done. */
export function perform(open: OpenMap, acting: Acting, key: string | null = null): Id | null {
  const before = open.document.map
  const { focus, refused } = open.document.perform(acting, key)
  if (refused !== undefined) {
    toast(refused, { tone: 'alarm' })
    return null
  }
  return before === open.document.map && focus === undefined ? null : (focus ?? open.id)
}

export function undo(open: OpenMap) {
  retraced(open, open.document.undo(), 'Nothing to undo')
}

export function redo(open: OpenMap) {
  retraced(open, open.document.redo(), 'Nothing to redo')
}

/** What was taken back is seen on the map; only what could not be needs words on the screen. */
function retraced(open: OpenMap, done: { sentence: string; isDone: boolean } | null, nothing: string) {
  if (done && !done.isDone) toast(done.sentence, { tone: 'alarm' })
  else say(open.view, done?.sentence ?? nothing)
}

/** Says that something happened, and offers to take it back. */
export function tell(open: OpenMap, sentence: string, canUndo = false) {
  toast(sentence, canUndo ? { undo: () => void open.document.undo() } : {})
}

/** Deletes an element, says so, and offers to take it back. The keyboard goes on at `next`. */
export function deleteAt(open: OpenMap, element: Id, next: Stop | null) {
  const { map } = open.document
  const kept = keeps(map, element)
  if (kept !== null) {
    tell(open, kept)
    return
  }
  const found = elementOf(map, element)
  if (!found) return
  if (open.view.getState().open === element) open.view.setState({ open: null })
  open.document.perform(deleteElement(element))
  tell(open, `${nameOf(map, element)} deleted`, true)
  if (next !== null) focusStop(open.view, next)
}

/** What people call an element. */
export function nameOf(map: JourneyMap, element: Id): string {
  const found = elementOf(map, element)
  if (!found) return 'Element'
  const value = found.value as unknown as Record<string, string | undefined>
  const touchpoint = found.list === 'cards' ? touchpointOf(map, value.touchpoint)?.name : undefined
  if (found.list === 'emotions') return `Feeling at ${nameOf(map, value.step as Id)}`
  const name = value.name || value.title || value.body || touchpoint || value.statement || value.label || 'Element'
  return name.length > 60 ? `${name.slice(0, 59)}…` : name
}

/** The drawn feeling at a step that keys change: of the persona in sight, else everybody's, else the first. */
export function pointAt(open: OpenMap, step: Id): EmotionPoint | undefined {
  const { map } = open.document
  const persona = chosenPersona(map, open.view.getState())
  const points = map.emotions.filter(e => e.step === step)
  if (persona !== null) return points.find(e => e.persona === persona)
  return points.find(e => e.persona === undefined) ?? points[0]
}

/** The element that a stop stands for; none for an empty cell. */
export function elementAt(open: OpenMap, stop: Stop): Id | null {
  const { kind, id } = readStop(stop)
  if (kind === 'cell') return null
  if (kind === 'feel') return pointAt(open, id)?.id ?? id
  return id
}
