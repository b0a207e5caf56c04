import { useCallback, useState } from 'react'

const key = 'sojourn.sidebar'

/** Whether the person folded the side bar; narrow windows fold it anyhow. */
export function useSlim(): { isSlim: boolean; toggle: () => void } {
  const [isSlim, setSlim] = useState(() => {
    try {
      return localStorage.getItem(key) === 'slim'
    } catch {
      return false
    }
  })
  const toggle = useCallback(() => {
    setSlim(was => {
      try {
        localStorage.setItem(key, was ? 'wide' : 'slim')
      } catch {
        // It holds for this visit.
      }
      return !was
    })
  }, [])
  return { isSlim, toggle }
}
