import { useEffect } from 'react'

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The main modifier as it is written on keys. */
export const modKey = isMac ? '⌘' : 'Ctrl '

/** Whether a key goes into text. */
export function isTyping(event: KeyboardEvent): boolean {
  const at = event.target
  return (
    event.isComposing ||
    (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)))
  )
}

/** Listens to keys anywhere in the page; what a part of it took for itself is not told. */
export function useKeys(listen: (event: KeyboardEvent) => void) {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) listen(event)
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [listen])
}
