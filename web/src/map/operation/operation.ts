import { type Element, type Id, isAbsent, type JourneyMap, LISTS, type ListName, sparse } from './journeyMap'
import { fieldProblems, isSettable } from './shape'

/** The four ways in which a map changes. The same as dev.sojourn.map.operation; both pass the same vectors. */
export type Operation =
  | { readonly op: 'set'; readonly element: Id; readonly field: string; readonly value?: unknown }
  | { readonly op: 'insert'; readonly list: ListName; readonly value: Element; readonly before: Id | null }
  | { readonly op: 'move'; readonly element: Id; readonly before: Id | null }
  | { readonly op: 'delete'; readonly element: Id }

/** One step of undo: applied whole or not at all. */
export interface Change {
  readonly id: Id
  readonly base: number
  readonly label: string
  readonly operations: readonly Operation[]
}

/** Why an operation cannot be applied; INVALID_MAP is also what a whole change is refused for. */
export type Refused = 'UNKNOWN_ELEMENT' | 'UNKNOWN_FIELD' | 'UNKNOWN_LIST' | 'OTHER_LIST' | 'TAKEN_ID' | 'INVALID_MAP'

export class RefusedOperation extends Error {
  constructor(
    readonly reason: Refused,
    sentence: string,
    /** What was to be done, where whoever refuses knows all of it. */
    readonly operation: Operation | null = null,
  ) {
    super(sentence)
  }
}

/** A document after operations, and the operations that lead back. */
export interface Applied {
  readonly map: JourneyMap
  readonly inverse: readonly Operation[]
}

/**
 * Applies operations in order. What they do not touch stays the same object, so that a screen redraws
 * only what changed.
 */
export function applyOperations(map: JourneyMap, operations: readonly Operation[]): Applied {
  let after = map
  const inverse: Operation[] = []
  for (const operation of operations) {
    const applied = applyOne(after, operation)
    after = applied.map
    inverse.push(applied.inverse)
  }
  return { map: after, inverse: inverse.reverse() }
}

function applyOne(map: JourneyMap, operation: Operation): { map: JourneyMap; inverse: Operation } {
  switch (operation.op) {
    case 'set':
      return set(map, operation)
    case 'insert':
      return insert(map, operation)
    case 'move':
      return move(map, operation.element, operation.before)
    case 'delete':
      return remove(map, operation.element)
  }
}

function set(map: JourneyMap, operation: Operation & { op: 'set' }): { map: JourneyMap; inverse: Operation } {
  const { element, field } = operation
  const place = element === map.id ? null : placeOf(map, element)
  if (!isSettable(place?.list ?? 'map', field)) {
    throw new RefusedOperation('UNKNOWN_FIELD', `There is no field ${field} here that can be set.`)
  }
  const inverse = (former: unknown): Operation => ({ op: 'set', element, field, value: former ?? null })
  if (place === null) {
    const former = (map as unknown as Record<string, unknown>)[field]
    return { map: withField(map, field, operation.value), inverse: inverse(former) }
  }
  const { list, index } = place
  const found = map[list][index] as Element
  const former = (found as unknown as Record<string, unknown>)[field]
  const entries = [...map[list]] as Element[]
  entries[index] = withField(found, field, operation.value)
  return { map: { ...map, [list]: entries }, inverse: inverse(former) }
}

function withField<T extends object>(holder: T, field: string, value: unknown): T {
  const copy = { ...holder } as Record<string, unknown>
  if (isAbsent(value)) {
    delete copy[field]
  } else {
    copy[field] = sparse(value)
  }
  return copy as T
}

function insert(map: JourneyMap, operation: Operation & { op: 'insert' }): { map: JourneyMap; inverse: Operation } {
  const { list, value, before } = operation
  if (!LISTS.includes(list)) {
    throw new RefusedOperation('UNKNOWN_LIST', `A map has no list ${String(list)}.`)
  }
  if (fieldProblems(list, value).some(p => p.field === 'id')) {
    throw new RefusedOperation('INVALID_MAP', 'What is new needs an id of its own, a UUID in lower case.')
  }
  if (find(map, value.id) !== undefined || value.id === map.id) {
    throw new RefusedOperation('TAKEN_ID', `The id ${value.id} is taken.`)
  }
  const entries = [...map[list]] as Element[]
  entries.splice(indexBefore(map, list, entries, before), 0, sparse(value))
  return { map: { ...map, [list]: entries }, inverse: { op: 'delete', element: value.id } }
}

function move(map: JourneyMap, element: Id, before: Id | null): { map: JourneyMap; inverse: Operation } {
  const { list, index } = placeOf(map, element)
  const entries = [...map[list]] as Element[]
  const follower = entries[index + 1]?.id ?? null
  const [taken] = entries.splice(index, 1)
  const place = before === element ? index : indexBefore(map, list, entries, before)
  entries.splice(place, 0, taken as Element)
  return { map: { ...map, [list]: entries }, inverse: { op: 'move', element, before: follower } }
}

function remove(map: JourneyMap, element: Id): { map: JourneyMap; inverse: Operation } {
  const { list, index } = placeOf(map, element)
  const entries = [...map[list]] as Element[]
  const [taken] = entries.splice(index, 1)
  const before = entries[index]?.id ?? null
  return {
    map: { ...map, [list]: entries },
    inverse: { op: 'insert', list, value: taken as Element, before },
  }
}

function indexBefore(
  map: JourneyMap,
  list: ListName,
  entries: readonly Element[],
  before: Id | null | undefined,
): number {
  if (before === null || before === undefined) {
    return entries.length
  }
  const index = entries.findIndex(entry => entry.id === before)
  if (index < 0) {
    const isElsewhere = find(map, before) !== undefined
    throw new RefusedOperation(
      isElsewhere ? 'OTHER_LIST' : 'UNKNOWN_ELEMENT',
      isElsewhere ? `${before} is not among the ${list}.` : `The map has no element ${before}.`,
    )
  }
  return index
}

/** Where an element stands; undefined when the map has none of this id. */
export function find(map: JourneyMap, element: Id): { list: ListName; index: number } | undefined {
  for (const list of LISTS) {
    const index = (map[list] as readonly Element[]).findIndex(entry => entry.id === element)
    if (index >= 0) {
      return { list, index }
    }
  }
  return undefined
}

/** The element of an id, whatever it is. */
export function elementOf(map: JourneyMap, element: Id): { list: ListName; value: Element } | undefined {
  const place = find(map, element)
  return place && { list: place.list, value: map[place.list][place.index] as Element }
}

function placeOf(map: JourneyMap, element: Id): { list: ListName; index: number } {
  const place = find(map, element)
  if (!place) {
    throw new RefusedOperation('UNKNOWN_ELEMENT', `The map has no element ${element}.`)
  }
  return place
}
