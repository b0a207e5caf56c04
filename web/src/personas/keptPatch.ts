import type { PersonaPatch } from './usePersona'

/** What was changed and is not saved yet, in the browser's storage, so that it outlives the page. */
export function keptPatch(storage: Storage, workspace: string, persona: string) {
  const key = `sojourn.unsaved.${workspace}.${persona}`
  const read = (): PersonaPatch => {
    try {
      return JSON.parse(storage.getItem(key) ?? '{}') as PersonaPatch
    } catch {
      return {}
    }
  }
  const write = (patch: PersonaPatch) => {
    try {
      if (Object.keys(patch).length === 0) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify(patch))
    } catch {
      // A full or forbidden storage only means that a reload would lose what is unsaved.
    }
  }
  return {
    read,
    add: (patch: PersonaPatch) => write({ ...read(), ...patch }),
    /** Lets go of what was saved, or refused for good; what was changed again since stays. */
    settle(patch: PersonaPatch) {
      const settled = Object.entries(patch).map(([field, value]) => [field, JSON.stringify(value)])
      const left = Object.entries(read()).filter(
        ([field, value]) => !settled.some(([other, was]) => other === field && was === JSON.stringify(value)),
      )
      write(Object.fromEntries(left) as PersonaPatch)
    },
  }
}
