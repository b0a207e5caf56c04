import { Plus } from 'lucide-react'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { elementOf, type JourneyMap, pasteBlock } from '../operation'
import { type Grid, gridOf, type Measures, measure } from '../view/columns'
import { elementAt, perform, tell, touchpointOf, useDocument, useEvidence, useOpenMap, useView } from '../view/context'
import { seen } from '../view/seen'
import { readStop, type Stop, stops, type Way } from '../view/stops'
import { nodeOf, say } from '../view/view'
import { CommandMenu } from './CommandMenu'
import {
  addAfter,
  details,
  duplicateAt,
  edit,
  insertLane,
  insertStage,
  insertStep,
  moveBy,
  removeAt,
  widen,
} from './commands'
import { startDrag } from './drag'
import { EmotionRow, nudge } from './EmotionRow'
import styles from './grid.module.css'
import { StageHeads, StepHeads } from './Heads'
import { LaneRowView } from './LaneRowView'
import { Legend } from './Legend'
import { step } from './moveEdit'
import { panning } from './pan'
import { Ribbon } from './Ribbon'
import { UnmappedStrip } from './UnmappedStrip'
import { zoomBy } from './zoom'

/** The drawing: stages and steps across, lanes down, and the worn path between. One Tab stop; arrow keys move. */
export function MapGrid() {
  const open = useOpenMap()
  const map = useDocument(s => s.map)
  const folded = useView(v => v.folded)
  const zoom = useView(v => v.zoom)
  const show = useView(v => v.show)
  const book = useEvidence()
  const persona = useView(v => v.persona)
  const withoutLanes = useView(v => v.withoutLanes)
  const former = useRef<Grid | undefined>(undefined)
  const inSight = useMemo(() => seen(map, { persona, withoutLanes }), [map, persona, withoutLanes])
  const grid = gridOf(inSight, folded, former.current)
  former.current = grid
  const scroller = useRef<HTMLDivElement>(null)
  const available = useWidth(scroller)
  const measures = measure(grid.columns.length, available / zoom - ADD_WIDTH)
  const edges = stageEdges(grid, measures)

  // The first stop takes the keyboard when nothing has it yet, or when what had it is gone.
  useEffect(() => {
    const { focus } = open.view.getState()
    const first = inSight.stages[0]
    if (first && (focus === null || document.getElementById(nodeOf(focus)) === null)) {
      open.view.setState({ focus: stops.stage(first.id), column: 1 })
      const node = document.getElementById(nodeOf(stops.stage(first.id)))
      if (focus !== null && document.activeElement === document.body) node?.focus({ preventScroll: true })
    }
  }, [inSight, open])

  useEffect(() => {
    const node = scroller.current
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoomBy(open, Math.exp(-event.deltaY / 400), { x: event.clientX, y: event.clientY })
    }
    if (!node) return
    node.addEventListener('wheel', wheel, { passive: false })
    const endPanning = panning(node)
    return () => {
      node.removeEventListener('wheel', wheel)
      endPanning()
    }
  }, [open])

  const variables = {
    '--lane': `${measures.laneWidth}px`,
    '--columns': `${measures.laneWidth}px repeat(${grid.columns.length}, ${measures.columnWidth}px) ${ADD_WIDTH}px`,
    '--head': show === 'design' && !map.stages.some(s => s.customerGoal) ? '38px' : '56px',
    '--grid': `${measures.laneWidth + measures.width + ADD_WIDTH}px`,
    zoom,
  } as React.CSSProperties

  return (
    <div ref={scroller} className={styles.scroller} data-show={show}>
      <div className={styles.canvas} style={variables}>
        <div
          className={styles.grid}
          role="grid"
          aria-label={`Map ${map.title}`}
          aria-rowcount={grid.rows.length + 3}
          aria-colcount={grid.columns.length + 1}
          onKeyDown={event => onKeyDown(event, open)}
          onKeyUp={event => {
            const { stop } = (event.target as HTMLElement).dataset
            // Space that is held moves the drawing; one that was only pressed opens what the keyboard is at.
            if (event.key !== ' ' || stop === undefined || scroller.current?.dataset.panned !== undefined) return
            details(open, elementOfStop(open, stop))
          }}
          onFocus={event => rememberFocus(event.target, open, grid)}
          onClick={event => onClick(event, open)}
          onDoubleClick={() => {
            const { focus, editing } = open.view.getState()
            if (focus !== null && editing === null && !focus.startsWith('feel/')) edit(open, focus)
          }}
          onContextMenu={event => onContextMenu(event, open)}
          onPointerDown={event => {
            if (scroller.current) startDrag(open, scroller.current, event.nativeEvent)
          }}
          onCopy={event => onCopy(event, open, map)}
          onPaste={event => onPaste(event, open)}
        >
          <StageHeads stages={grid.stages} />
          {/* Asked for once, in the width that there is. */}
          {show === 'reality' && book !== null && available > 0 && <Ribbon edges={edges} index={2} />}
          <StepHeads columns={grid.columns} />
          {grid.rows.map((row, r) =>
            row.lane.role === 'EMOTION_CURVE' ? (
              <EmotionRow
                key={row.lane.id}
                lane={row.lane}
                grid={grid}
                columnWidth={measures.columnWidth}
                index={r + 4}
              />
            ) : (
              <LaneRowView key={row.lane.id} row={row} columns={grid.columns} index={r + 4} />
            ),
          )}
        </div>
        <div className={styles.foot}>
          <button type="button" className={styles.addLane} onClick={() => insertLane(open, null)}>
            <Plus aria-hidden="true" size={14} /> Add a lane
          </button>
        </div>
        {show !== 'design' && <UnmappedStrip />}
        {show !== 'design' && book !== null && <Legend />}
      </div>
      <CommandMenu />
    </div>
  )
}

const ADD_WIDTH = 32

function stageEdges(grid: Grid, { columnWidth, width }: Measures): number[] {
  return [...grid.stages.map(({ from }) => from * columnWidth), width]
}

function useWidth(node: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = node.current
    if (!element) return
    setWidth(element.clientWidth)
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [node])
  return width
}

type Open = ReturnType<typeof useOpenMap>

function rememberFocus(target: Element, open: Open, grid: Grid) {
  const stop = (target as HTMLElement).dataset?.stop
  if (stop === undefined || stop === open.view.getState().focus) return
  const { kind, id, column } = readStop(stop)
  const step =
    kind === 'card' ? open.document.map.cards.find(c => c.id === id)?.fromStep : kind === 'cell' ? undefined : id
  const c = step !== undefined ? grid.columnOf.get(step) : grid.columns.findIndex(at => at.key === column)
  open.view.setState(c === undefined || c < 0 ? { focus: stop } : { focus: stop, column: c + 1 })
}

function onClick(event: MouseEvent, open: Open) {
  const target = event.target as Element
  const insert = target.closest<HTMLElement>('[data-insert]')
  if (insert) {
    const { kind, id } = readStop(insert.dataset.insert as Stop)
    insertAfter(open, kind, id)
    return
  }
  const addStepTo = target.closest<HTMLElement>('[data-addstep]')
  if (addStepTo) {
    insertStep(open, addStepTo.dataset.addstep as string, null)
    return
  }
  const add = target.closest<HTMLElement>('[data-add]')
  if (add) {
    edit(open, add.dataset.add as Stop)
    return
  }
  const node = target.closest<HTMLElement>('[data-stop]')
  if (!node || target.closest('button, textarea')) return
  const stop = node.dataset.stop as Stop
  const { kind, id } = readStop(stop)
  if (kind === 'cell') {
    if (node.dataset.empty !== undefined) edit(open, stop)
    return
  }
  node.focus()
  const card = kind === 'card' ? open.document.map.cards.find(c => c.id === id) : undefined
  details(open, card?.touchpoint ?? elementAt(open, stop))
}

function insertAfter(open: Open, kind: string, id: string) {
  const { map } = open.document
  if (kind === 'stage') insertStage(open, map.stages[map.stages.findIndex(s => s.id === id) + 1]?.id ?? null)
  if (kind === 'lane') insertLane(open, map.lanes[map.lanes.findIndex(l => l.id === id) + 1]?.id ?? null)
  if (kind === 'step') {
    const at = map.steps.find(s => s.id === id)
    const mates = map.steps.filter(s => s.stage === at?.stage)
    if (at) insertStep(open, at.stage, mates[mates.indexOf(at) + 1]?.id ?? null)
  }
}

function onContextMenu(event: MouseEvent, open: Open) {
  const node = (event.target as Element).closest<HTMLElement>('[data-stop]')
  if (!node || (event.target as Element).closest('textarea')) return
  event.preventDefault()
  node.focus()
  const isByKey = event.clientX === 0 && event.clientY === 0
  const box = node.getBoundingClientRect()
  open.view.setState({
    menu: {
      stop: node.dataset.stop as Stop,
      x: isByKey ? box.left + 8 : event.clientX,
      y: isByKey ? box.bottom : event.clientY,
    },
  })
}

const ways: Record<string, Way> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}

const directions: Record<string, 'left' | 'right' | 'up' | 'down'> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

function onKeyDown(event: KeyboardEvent, open: Open) {
  const node = event.target as HTMLElement
  const stop = node.dataset.stop
  if (stop === undefined || event.nativeEvent.isComposing) return
  if (key(event, open, stop, node)) {
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Does what a key asks for at a stop; false when it asks for nothing. */
function key(event: KeyboardEvent, open: Open, stop: Stop, node: HTMLElement): boolean {
  const { kind, id } = readStop(stop)
  const isCommand = event.ctrlKey || event.metaKey
  const direction = directions[event.key]
  if (direction && event.altKey) {
    if (event.shiftKey && kind === 'card' && (direction === 'left' || direction === 'right')) {
      widen(open, id, direction === 'right' ? 1 : -1)
    } else {
      moveBy(open, stop, direction)
    }
    return true
  }
  if (kind === 'feel' && !isCommand && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    nudge(open, id, (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 0.1 : 0.5))
    return true
  }
  const way = ways[event.key]
  if (way) {
    const far: Partial<Record<Way, Way>> = isCommand
      ? { rowStart: 'start', rowEnd: 'end', up: 'rowUp', down: 'rowDown' }
      : {}
    // Columns run left to right in every language of the page, as time does.
    if (!step(open, far[way] ?? way, stop)) say(open.view, 'End of the map')
    return true
  }
  if (isCommand) {
    if (event.key === 'Enter') addAfter(open, stop)
    else if (event.key.toLowerCase() === 'd') duplicateAt(open, stop)
    else return false
    return true
  }
  switch (event.key) {
    case 'Enter':
    case 'F2':
      if (kind === 'feel') details(open, elementAt(open, stop))
      else edit(open, stop)
      return true
    case ' ':
      return true
    case 'Delete':
    case 'Backspace':
      removeAt(open, stop)
      return true
    case 'ContextMenu':
    case 'F10': {
      if (event.key === 'F10' && !event.shiftKey) return false
      const box = node.getBoundingClientRect()
      open.view.setState({ menu: { stop, x: box.left + 8, y: Math.min(box.bottom, innerHeight - 40) } })
      return true
    }
    case 'Escape':
      if (open.view.getState().open === null) return false
      open.view.setState({ open: null })
      return true
    case '/':
      open.view.setState({ search: '' })
      return true
  }
  if (event.key.length === 1 && !event.altKey && event.key !== '?' && kind !== 'feel') {
    edit(open, stop, event.key)
    return true
  }
  return false
}

function elementOfStop(open: Open, stop: Stop) {
  const { kind, id } = readStop(stop)
  const card = kind === 'card' ? open.document.map.cards.find(c => c.id === id) : undefined
  return card?.touchpoint ?? elementAt(open, stop)
}

function textAt(map: JourneyMap, stop: Stop): string | null {
  const found = elementOf(map, readStop(stop).id)
  const value = found?.value as unknown as Record<string, string | undefined> | undefined
  if (!value) return null
  return value.body || touchpointOf(map, value.touchpoint)?.name || value.title || value.name || null
}

function onCopy(event: ClipboardEvent, open: Open, map: JourneyMap) {
  const { focus } = open.view.getState()
  const text = focus && getSelection()?.isCollapsed !== false ? textAt(map, focus) : null
  if (text === null || (event.target as Element).closest('textarea')) return
  event.preventDefault()
  event.clipboardData.setData('text/plain', text)
  say(open.view, 'Copied')
}

function onPaste(event: ClipboardEvent, open: Open) {
  const { focus } = open.view.getState()
  const text = event.clipboardData.getData('text/plain')
  if (focus === null || text.trim() === '' || (event.target as Element).closest('textarea')) return
  const { map } = open.document
  const { kind, id, column } = readStop(focus)
  const card = kind === 'card' ? map.cards.find(c => c.id === id) : undefined
  const lane = card?.lane ?? (kind === 'cell' ? id : undefined)
  const target = card?.fromStep ?? map.steps.find(s => s.id === column || s.stage === column)?.id
  if (lane === undefined || target === undefined) return
  event.preventDefault()
  const block = text
    .replace(/\r/g, '')
    .replace(/\n$/, '')
    .split('\n')
    .map(row => row.split('\t'))
  const made = perform(open, pasteBlock(lane, target, block))
  const cells = block.flat().filter(words => words.trim() !== '').length
  if (made) tell(open, `${cells} ${cells === 1 ? 'card' : 'cards'} pasted`, true)
}
