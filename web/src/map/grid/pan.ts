/**
 * Moves the drawing under the hand: with the middle button, or with Space held. The view moves, never the map.
 *
 * @returns ends it
 */
export function panning(scroller: HTMLElement): () => void {
  let isSpace = false
  let from: { x: number; y: number; left: number; top: number; pointer: number } | null = null

  const down = (event: PointerEvent) => {
    if (event.button !== 1 && !(event.button === 0 && isSpace)) return
    event.preventDefault()
    event.stopPropagation()
    from = {
      x: event.clientX,
      y: event.clientY,
      left: scroller.scrollLeft,
      top: scroller.scrollTop,
      pointer: event.pointerId,
    }
    scroller.setPointerCapture(event.pointerId)
    scroller.dataset.panning = ''
  }
  const move = (event: PointerEvent) => {
    if (from?.pointer !== event.pointerId) return
    scroller.scrollLeft = from.left - (event.clientX - from.x)
    scroller.scrollTop = from.top - (event.clientY - from.y)
    scroller.dataset.panned = ''
  }
  const up = (event: PointerEvent) => {
    if (from?.pointer !== event.pointerId) return
    from = null
    delete scroller.dataset.panning
  }
  // What the hand let go of over the drawing was not pressed.
  const click = (event: MouseEvent) => {
    if (!isSpace) return
    event.preventDefault()
    event.stopPropagation()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' || (event.target as Element).closest('textarea, input, button')) return
    if (!event.repeat) delete scroller.dataset.panned
    isSpace = true
    scroller.dataset.space = ''
    if (event.target === document.body) event.preventDefault()
  }
  const keyUp = (event: KeyboardEvent) => {
    if (event.key !== ' ') return
    isSpace = false
    delete scroller.dataset.space
  }
  const away = () => {
    isSpace = false
    delete scroller.dataset.space
  }
  scroller.addEventListener('pointerdown', down, true)
  scroller.addEventListener('pointermove', move)
  scroller.addEventListener('pointerup', up)
  scroller.addEventListener('pointercancel', up)
  scroller.addEventListener('click', click, true)
  addEventListener('keydown', keyDown, true)
  addEventListener('keyup', keyUp, true)
  addEventListener('blur', away)
  return () => {
    scroller.removeEventListener('pointerdown', down, true)
    scroller.removeEventListener('pointermove', move)
    scroller.removeEventListener('pointerup', up)
    scroller.removeEventListener('pointercancel', up)
    scroller.removeEventListener('click', click, true)
    removeEventListener('keydown', keyDown, true)
    removeEventListener('keyup', keyUp, true)
    removeEventListener('blur', away)
  }
}
