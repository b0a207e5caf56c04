import { type Change, elementOf, type JourneyMap, type Operation } from '../operation'
import type { Replaced } from './documentState'

/** Where an element has its words. */
const wordFields = ['body', 'title', 'name', 'statement', 'excerpt', 'quote']

/** The words last written here, by element and field, so that none is replaced without a word. */
export class WrittenWords {
  private readonly written = new Map<string, string>()

  remember(operations: readonly Operation[]): void {
    const keep = (element: string, field: string, value: unknown) => {
      if (typeof value === 'string' && value.trim() !== '') this.written.set(`${element} ${field}`, value)
      else this.written.delete(`${element} ${field}`)
    }
    for (const operation of operations) {
      if (operation.op === 'set') keep(operation.element, operation.field, operation.value)
      if (operation.op === 'insert') {
        const value = operation.value as unknown as Record<string, unknown>
        for (const field of wordFields) if (field in value) keep(operation.value.id, field, value[field])
      }
    }
  }

  /** Which of them somebody else has replaced. What is still on its way replaces theirs, and they are told. */
  takeReplaced(base: JourneyMap, pending: readonly Change[]): Replaced[] {
    const replaced: Replaced[] = []
    for (const [key, mine] of this.written) {
      const [element = '', field = ''] = key.split(' ')
      const isPending = pending.some(c =>
        c.operations.some(
          o =>
            (o.op === 'set' && o.element === element && o.field === field) ||
            (o.op === 'insert' && o.value.id === element),
        ),
      )
      const found = element === base.id ? base : elementOf(base, element)?.value
      const theirs = (found as unknown as Record<string, unknown> | undefined)?.[field]
      if (isPending || theirs === mine) continue
      this.written.delete(key)
      if (found) replaced.push({ element, field, mine, theirs: typeof theirs === 'string' ? theirs : '' })
    }
    return replaced
  }
}

/** Every word that a change brings. */
export function textOf(change: Change): string {
  const words: string[] = []
  for (const operation of change.operations) {
    if (operation.op === 'set' && typeof operation.value === 'string') {
      words.push(operation.value)
    } else if (operation.op === 'insert') {
      const value = operation.value as unknown as Record<string, unknown>
      words.push(
        ...wordFields
          .map(field => value[field])
          .filter(w => typeof w === 'string' && w !== '')
          .map(String),
      )
    }
  }
  return words.join('\n')
}
