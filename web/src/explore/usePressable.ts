import type { KeyboardEvent } from 'react'
import type { Count } from '../api'
import { writeCount } from './address'
import { useOpened } from './useAddress'

/** Areas of a picture as buttons that open the number they show; pressed again they close it. */
export function usePressable() {
  const { opened, open } = useOpened()
  const isOpen = (which: Count) => opened !== null && writeCount(opened) === writeCount(which)
  const press = (which: Count) => open(isOpen(which) ? null : which)
  const button = (which: Count, label: string) => ({
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    'aria-pressed': isOpen(which),
    'data-open': isOpen(which) || undefined,
    onClick: () => press(which),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press(which)
    },
  })
  return { isOpen, button }
}
