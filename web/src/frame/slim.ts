import { useCallback, useState } from 'react'

const key = 'sojourn.sidebar'

type Choice = 'slim' | 'wide' | null

/** A map needs the width, so there the side bar is folded until the person says otherwise. */
const isMap = (location: string) => /^\/w\/[^/]+\/maps\/(?!bin$)[^/]+$/.test(location)

/** Whether the side bar is folded: as the person chose, else as the screen needs it. Narrow windows fold it anyhow. */
export function useSlim(location: string): { isSlim: boolean; toggle: () => void } {
  const [choice, setChoice] = useState<Choice>(() => {
    try {
      const kept = localStorage.getItem(key)
      return kept === 'slim' || kept === 'wide' ? kept : null
    } catch {
      return null
    }
  })
  const isSlim = choice === null ? isMap(location) : choice === 'slim'
  const toggle = useCallback(() => {
    const next = isSlim ? 'wide' : 'slim'
    try {
      localStorage.setItem(key, next)
    } catch {
      // It holds for this visit.
    }
    setChoice(next)
  }, [isSlim])
  return { isSlim, toggle }
}
