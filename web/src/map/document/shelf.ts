import type { Change } from '../operation'
import type { Shelf } from './documentParts'

/**
 * Unsent changes in the browser's storage, one place a page. A page that starts takes over what pages before it left;
 * a change that another open page sends too is harmless, because the server knows its id.
 */
export function shelfIn(storage: Storage, workspace: string, map: string, page: string): Shelf {
  const prefix = `sojourn.unsent.${workspace}.${map}.`
  const own = prefix + page
  let isEmpty = true
  const put = (changes: readonly Change[]) => {
    try {
      if (changes.length === 0) {
        if (!isEmpty) storage.removeItem(own)
        isEmpty = true
      } else {
        isEmpty = false
        storage.setItem(own, JSON.stringify(changes))
      }
    } catch {
      // A full or forbidden storage only means that a reload would lose what is unsent.
    }
  }
  return {
    put,
    take() {
      const left: Change[] = []
      try {
        for (const key of Object.keys(storage).filter(k => k.startsWith(prefix))) {
          left.push(...(JSON.parse(storage.getItem(key) ?? '[]') as Change[]))
          storage.removeItem(key)
        }
      } catch {
        return left
      }
      const once = [...new Map(left.map(c => [c.id, c])).values()]
      put(once)
      return once
    },
  }
}
