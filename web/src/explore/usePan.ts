import { type PointerEvent, useRef } from 'react'

/** Moves what is scrolled by the hand that holds its ground; what can be pressed on it stays to be pressed. */
export function usePan() {
  const held = useRef<{ x: number; y: number; left: number; top: number } | null>(null)
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const isGround = !(event.target as Element).closest('[role="button"]')
      if ((event.button !== 0 || !isGround || event.pointerType === 'touch') && event.button !== 1) return
      event.preventDefault()
      const { scrollLeft: left, scrollTop: top } = event.currentTarget
      held.current = { x: event.clientX, y: event.clientY, left, top }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (held.current === null) return
      event.currentTarget.scrollLeft = held.current.left - (event.clientX - held.current.x)
      event.currentTarget.scrollTop = held.current.top - (event.clientY - held.current.y)
    },
    onPointerUp: () => {
      held.current = null
    },
    onPointerCancel: () => {
      held.current = null
    },
  }
}
