import { type Id, moveCard, moveLane, moveStage, moveStep } from '../operation'
import { nameOf, type OpenMap, perform, tell } from '../view/context'
import { readStop, type Stop } from '../view/stops'
import { focusStop, nodeOf, say } from '../view/view'
import styles from './drag.module.css'

/** Pixels that the pointer moves before it drags: a click trembles. */
const THRESHOLD = 5
const EDGE = 40

interface Target {
  /** Where the marker lies on the screen. */
  readonly marker: DOMRect
  readonly drop: () => void
}

/**
 * Dragging with a pointer: a card to a cell, a step along the steps, a stage along the stages, a lane among lanes. A
 * marker shows the result; Esc gives up. Every drag has its way by keyboard too.
 */
export function startDrag(open: OpenMap, scroller: HTMLElement, begin: PointerEvent): void {
  const node = (begin.target as Element).closest<HTMLElement>('[data-drag]')
  if (!node || begin.button !== 0 || (begin.target as Element).closest('button, textarea, input, select')) return
  const stop = node.dataset.stop as Stop
  const kind = node.dataset.drag as 'card' | 'step' | 'stage' | 'lane'
  const { id } = readStop(stop)
  let marker: HTMLElement | null = null
  let label: HTMLElement | null = null
  let target: Target | null = null
  let last = { x: begin.clientX, y: begin.clientY }
  let frame = 0

  const move = (event: PointerEvent) => {
    last = { x: event.clientX, y: event.clientY }
    if (!marker) {
      if (Math.hypot(event.clientX - begin.clientX, event.clientY - begin.clientY) < THRESHOLD) return
      marker = document.body.appendChild(document.createElement('div'))
      marker.className = styles.marker as string
      label = document.body.appendChild(document.createElement('div'))
      label.className = styles.dragged as string
      label.textContent = nameOf(open.document.map, id)
      node.dataset.dragging = ''
      document.body.style.cursor = 'grabbing'
      getSelection()?.removeAllRanges()
      scrollAtEdges()
    }
    event.preventDefault()
    aim()
  }

  const aim = () => {
    if (!marker || !label) return
    label.style.transform = `translate(${last.x + 12}px, ${last.y + 12}px)`
    target = targetAt(open, kind, id, last.x, last.y)
    marker.hidden = target === null
    if (target) {
      const { x, y, width, height } = target.marker
      marker.style.transform = `translate(${x}px, ${y}px)`
      marker.style.width = `${width}px`
      marker.style.height = `${height}px`
    }
  }

  const scrollAtEdges = () => {
    const box = scroller.getBoundingClientRect()
    const push = (at: number, low: number, high: number) => (at < low + EDGE ? -8 : at > high - EDGE ? 8 : 0)
    const by = { x: push(last.x, box.left, box.right), y: push(last.y, box.top, box.bottom) }
    if (by.x !== 0 || by.y !== 0) {
      scroller.scrollBy(by.x, by.y)
      aim()
    }
    frame = requestAnimationFrame(scrollAtEdges)
  }

  const end = (isDropped: boolean) => {
    cancelAnimationFrame(frame)
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', up)
    removeEventListener('pointercancel', cancel)
    removeEventListener('keydown', key, true)
    delete node.dataset.dragging
    document.body.style.cursor = ''
    const wasDragged = marker !== null
    marker?.remove()
    label?.remove()
    if (wasDragged) {
      // The click that ends a drag opens nothing.
      addEventListener('click', event => event.stopPropagation(), { capture: true, once: true })
      setTimeout(() => document.getElementById(nodeOf(stop))?.focus(), 0)
    }
    if (isDropped && target) {
      target.drop()
      focusStop(open.view, stop)
      say(open.view, `${nameOf(open.document.map, id)} moved`)
    }
  }
  const up = () => end(true)
  const cancel = () => end(false)
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      end(false)
    }
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', up)
  addEventListener('pointercancel', cancel)
  addEventListener('keydown', key, true)
}

function targetAt(open: OpenMap, kind: string, id: Id, x: number, y: number): Target | null {
  switch (kind) {
    case 'card':
      return cardTarget(open, id, x, y)
    case 'lane':
      return lineTarget('[data-drag="lane"]', y, 'block', before => {
        perform(open, moveLane(id, before))
      })
    case 'stage':
      return lineTarget('[data-drag="stage"]', x, 'inline', before => {
        perform(open, moveStage(id, before))
      })
    default:
      return stepTarget(open, id, x)
  }
}

const boxOf = (node: Element) => node.getBoundingClientRect()
const idOf = (node: HTMLElement) => readStop(node.dataset.stop as Stop).id

function cardTarget(open: OpenMap, card: Id, x: number, y: number): Target | null {
  const cell = document
    .elementsFromPoint(x, y)
    .map(node => node.closest<HTMLElement>('[data-cell]'))
    .find(found => found !== null)
  if (!cell) return null
  const { id: lane, column } = readStop(cell.dataset.stop as Stop)
  const step = open.document.map.steps.find(s => s.id === column || s.stage === column)?.id
  if (!step) return null
  const cards = [...cell.querySelectorAll<HTMLElement>('[data-drag="card"]')].filter(node => idOf(node) !== card)
  const next = cards.find(node => y < boxOf(node).top + boxOf(node).height / 2)
  const box = boxOf(cell)
  const last = cards.at(-1)
  const top = next ? boxOf(next).top - 3 : last ? boxOf(last).bottom + 1 : box.top + 8
  return {
    marker: new DOMRect(box.left + 6, top, box.width - 12, 2),
    drop: () => {
      perform(open, moveCard(card, lane, step, next ? idOf(next) : null))
    },
  }
}

/** Between elements that stand in a line. */
function lineTarget(
  selector: string,
  at: number,
  axis: 'inline' | 'block',
  drop: (before: Id | null) => void,
): Target | null {
  const nodes = [...document.querySelectorAll<HTMLElement>(selector)]
  const middle = (node: Element) =>
    axis === 'block' ? boxOf(node).top + boxOf(node).height / 2 : boxOf(node).left + boxOf(node).width / 2
  const next = nodes.find(node => at < middle(node))
  const last = nodes.at(-1)
  if (!last) return null
  const grid = boxOf(last.closest('[role="grid"]') ?? last)
  const edge = next
    ? axis === 'block'
      ? boxOf(next).top
      : boxOf(next).left
    : axis === 'block'
      ? boxOf(last).bottom
      : boxOf(last).right
  return {
    marker:
      axis === 'block'
        ? new DOMRect(grid.left, edge - 1, grid.width, 2)
        : new DOMRect(edge - 1, grid.top, 2, grid.height),
    drop: () => drop(next ? idOf(next) : null),
  }
}

function stepTarget(open: OpenMap, step: Id, x: number): Target | null {
  const { map } = open.document
  const nodes = [...document.querySelectorAll<HTMLElement>('[data-drag="step"]')]
  const over = nodes.find(node => x < boxOf(node).right) ?? nodes.at(-1)
  if (!over) return null
  const box = boxOf(over)
  const isBefore = x < box.left + box.width / 2
  const overStep = map.steps.find(s => s.id === idOf(over))
  if (!overStep) return null
  const mates = map.steps.filter(s => s.stage === overStep.stage)
  const before = isBefore ? overStep.id : (mates[mates.indexOf(overStep) + 1]?.id ?? null)
  const from = map.steps.find(s => s.id === step)
  const isLastOfStage =
    from && from.stage !== overStep.stage && map.steps.filter(s => s.stage === from.stage).length < 2
  const grid = boxOf(over.closest('[role="grid"]') ?? over)
  return {
    marker: new DOMRect((isBefore ? box.left : box.right) - 1, box.top, 2, grid.bottom - box.top),
    drop: () => {
      if (isLastOfStage) {
        tell(open, 'A stage keeps at least one step. Move the whole stage instead.')
      } else if (before !== step) {
        perform(open, moveStep(step, overStep.stage, before))
      }
    },
  }
}
