import type { Element, Id, JourneyMap, ListName } from './journeyMap'
import { applyOperations, elementOf, find, type Operation, RefusedOperation } from './operation'

/**
 * Operations as they are thought up, each applied at once, so that the next one sees the map after it.
 * A draft ends as the operations of one change.
 */
export class Draft {
  readonly operations: Operation[] = []

  constructor(
    private current: JourneyMap,
    readonly newId: () => Id,
  ) {}

  get map(): JourneyMap {
    return this.current
  }

  has(element: Id): boolean {
    return find(this.current, element) !== undefined
  }

  /** Sets a field, unless it has that value already. */
  set(element: Id, field: string, value: unknown): void {
    const holder = element === this.current.id ? this.current : elementOf(this.current, element)?.value
    const former = (holder as unknown as Record<string, unknown> | undefined)?.[field]
    if (JSON.stringify(former ?? null) !== JSON.stringify(value || value === 0 || value === '' ? value : null)) {
      this.add({ op: 'set', element, field, value: value ?? null })
    }
  }

  insert(list: ListName, value: Element, before: Id | null): void {
    this.add({ op: 'insert', list, value, before })
  }

  /** Moves an element within its list, unless it stands there already. */
  move(element: Id, before: Id | null): void {
    const place = find(this.current, element)
    if (!place || before === element) {
      return
    }
    const follower = (this.current[place.list] as readonly Element[])[place.index + 1]?.id ?? null
    if (follower !== before) {
      this.add({ op: 'move', element, before })
    }
  }

  delete(element: Id): void {
    this.add({ op: 'delete', element })
  }

  private add(operation: Operation): void {
    try {
      this.current = applyOperations(this.current, [operation]).map
    } catch (fault) {
      throw fault instanceof RefusedOperation ? new RefusedOperation(fault.reason, fault.message, operation) : fault
    }
    this.operations.push(operation)
  }
}
