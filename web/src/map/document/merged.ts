import type { Operation } from '../operation'

/** Operations that follow others; a field that is set again is set once. */
export function merged(first: readonly Operation[], then: readonly Operation[]): Operation[] {
  const all: Operation[] = [...first]
  for (const operation of then) {
    const at = all.findIndex(
      o => o.op === 'set' && operation.op === 'set' && o.element === operation.element && o.field === operation.field,
    )
    const inserted = all.findIndex(o => o.op === 'insert' && operation.op === 'set' && o.value.id === operation.element)
    const into = all[inserted]
    if (at >= 0) {
      all[at] = operation
    } else if (into?.op === 'insert' && operation.op === 'set') {
      all[inserted] = { ...into, value: { ...into.value, [operation.field]: operation.value } }
    } else {
      all.push(operation)
    }
  }
  return all
}
