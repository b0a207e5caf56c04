import {
  addLane,
  addLink,
  addStage,
  addStep,
  type Card,
  drawEmotion,
  duplicateCard,
  elementOf,
  type Id,
  type JourneyMap,
  type LaneRole,
  moveCard,
  moveLane,
  moveStage,
  moveStep,
  type Step,
  spanCard,
} from '../operation'
import { gridOf } from '../view/columns'
import { deleteAt, nameOf, type OpenMap, perform, pointAt, tell } from '../view/context'
import { seen } from '../view/seen'
import { readStop, type Stop, stopRows, stops, walk } from '../view/stops'
import { focusStop, say, toggled } from '../view/view'
import { laneRoles } from '../view/words'

/** Something a person can do at a stop, by menu or by key. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly run: () => void
}

type Direction = 'left' | 'right' | 'up' | 'down'

/** Opens a stop for typing. */
export function edit(open: OpenMap, stop: Stop, initial: string | null = null, isNew = false) {
  open.view.setState({ focus: stop, editing: { stop, initial, isNew }, menu: null })
}

/** Opens the panel on what stands at a stop. */
export function details(open: OpenMap, element: Id | null) {
  open.view.setState({ open: element })
}

/** Everything that can be done at a stop, in groups. */
export function commandsAt(open: OpenMap, stop: Stop): Command[][] {
  const { kind, id, column } = readStop(stop)
  const { map } = open.document
  const can = (direction: Direction) => mover(open, stop, direction) !== null
  const move = (direction: Direction, label: string): Command => ({
    id: `move-${direction}`,
    label,
    keys: `Alt+${arrows[direction]}`,
    isDisabled: !can(direction),
    run: () => moveBy(open, stop, direction),
  })
  const editing: Command = { id: 'edit', label: 'Edit', keys: 'Enter', run: () => edit(open, stop) }
  const detail = (element: Id | null): Command => ({
    id: 'details',
    label: 'Details and evidence',
    keys: 'Space',
    run: () => details(open, element),
  })
  const remove: Command = { id: 'delete', label: 'Delete', keys: 'Del', run: () => removeAt(open, stop) }
  switch (kind) {
    case 'card': {
      const card = map.cards.find(c => c.id === id) as Card
      return [
        [editing, detail(card.touchpoint ?? id)],
        [
          { id: 'add', label: 'Add a card below', keys: 'Ctrl+Enter', run: () => edit(open, cellOf(open, card)) },
          { id: 'duplicate', label: 'Duplicate', keys: 'Ctrl+D', run: () => duplicateAt(open, stop) },
        ],
        [
          move('up', 'Move up'),
          move('down', 'Move down'),
          move('left', 'Move to the step before'),
          move('right', 'Move to the next step'),
          {
            id: 'wider',
            label: 'Reach over one step more',
            keys: 'Alt+Shift+→',
            isDisabled: !widened(map, card, 1),
            run: () => widen(open, id, 1),
          },
          {
            id: 'narrower',
            label: 'Reach over one step less',
            keys: 'Alt+Shift+←',
            isDisabled: !widened(map, card, -1),
            run: () => widen(open, id, -1),
          },
        ],
        [remove],
      ]
    }
    case 'cell': {
      const target = map.steps.find(s => s.id === column || s.stage === column)
      return [
        [{ id: 'add', label: 'Add here', keys: 'Enter', run: () => edit(open, stop) }],
        ...(target ? [[detail(target.id)]] : []),
      ]
    }
    case 'step': {
      const step = map.steps.find(s => s.id === id) as Step
      const mates = map.steps.filter(s => s.stage === step.stage)
      const after = mates[mates.indexOf(step) + 1]?.id ?? null
      return [
        [editing, detail(id)],
        [
          { id: 'before', label: 'Insert a step before', run: () => insertStep(open, step.stage, id) },
          {
            id: 'after',
            label: 'Insert a step after',
            keys: 'Ctrl+Enter',
            run: () => insertStep(open, step.stage, after),
          },
          {
            id: 'exit',
            label: 'Customers may leave here',
            isDisabled: map.links.some(l => l.from === id && l.kind === 'EXIT'),
            run: () => void perform(open, addLink(id, undefined, 'EXIT')),
          },
        ],
        [move('left', 'Move left'), move('right', 'Move right')],
        [remove],
      ]
    }
    case 'stage': {
      const at = map.stages.findIndex(s => s.id === id)
      const isFolded = open.view.getState().folded.has(id)
      return [
        [editing, detail(id)],
        [
          { id: 'before', label: 'Insert a stage before', run: () => insertStage(open, id) },
          {
            id: 'after',
            label: 'Insert a stage after',
            keys: 'Ctrl+Enter',
            run: () => insertStage(open, map.stages[at + 1]?.id ?? null),
          },
          { id: 'step', label: 'Add a step to it', run: () => insertStep(open, id, null) },
          {
            id: 'fold',
            label: isFolded ? 'Show its steps' : 'Fold its steps into one column',
            run: () => open.view.setState(v => ({ folded: toggled(v.folded, id) })),
          },
        ],
        [move('left', 'Move left'), move('right', 'Move right')],
        [remove],
      ]
    }
    case 'lane': {
      const at = map.lanes.findIndex(l => l.id === id)
      const isCollapsed = open.view.getState().collapsed.has(id)
      return [
        [editing, detail(id)],
        [
          { id: 'above', label: 'Insert a lane above', run: () => insertLane(open, id) },
          {
            id: 'below',
            label: 'Insert a lane below',
            keys: 'Ctrl+Enter',
            run: () => insertLane(open, map.lanes[at + 1]?.id ?? null),
          },
          {
            id: 'collapse',
            label: isCollapsed ? 'Open the lane' : 'Collapse the lane',
            run: () => open.view.setState(v => ({ collapsed: toggled(v.collapsed, id) })),
          },
        ],
        [move('up', 'Move up'), move('down', 'Move down')],
        [remove],
      ]
    }
    case 'feel': {
      const point = pointAt(open, id)
      const drawn = new Set(map.emotions.filter(e => e.step === id).map(e => e.persona))
      return [
        point ? [detail(point.id)] : [],
        [
          ...(drawn.has(undefined)
            ? []
            : [
                { id: 'draw', label: 'Draw a feeling', keys: '↑ ↓', run: () => void perform(open, drawEmotion(id, 0)) },
              ]),
          ...map.personas
            .filter(persona => !drawn.has(persona.id))
            .map(persona => ({
              id: `draw ${persona.id}`,
              label: `Draw a feeling for ${persona.name}`,
              run: () => void perform(open, drawEmotion(id, point?.valence ?? 0, persona.id)),
            })),
        ],
        ...(point ? [[remove]] : []),
      ]
    }
    default:
      return []
  }
}

const arrows: Record<Direction, string> = { left: '←', right: '→', up: '↑', down: '↓' }

function cellOf(open: OpenMap, card: Card): Stop {
  const grid = gridOf(open.document.map, open.view.getState().folded)
  const column = grid.columns[grid.columnOf.get(card.fromStep) ?? 0]
  return stops.cell(card.lane, column?.key ?? card.fromStep)
}

/** Types a new card below the one at a stop, or a new element after it. */
export function addAfter(open: OpenMap, stop: Stop) {
  const groups = commandsAt(open, stop)
  const adding = groups.flat().find(c => c.keys === 'Ctrl+Enter' || c.id === 'add')
  adding?.run()
}

export function insertStage(open: OpenMap, before: Id | null) {
  const made = perform(open, addStage(before, 'New stage'))
  if (made) edit(open, stops.stage(made), null, true)
}

export function insertStep(open: OpenMap, stage: Id, before: Id | null) {
  open.view.setState(v => (v.folded.has(stage) ? { folded: toggled(v.folded, stage) } : {}))
  const made = perform(open, addStep(stage, before, 'New step'))
  if (made) edit(open, stops.step(made), null, true)
}

export function insertLane(open: OpenMap, before: Id | null, role: LaneRole = 'TEXT') {
  const made = perform(open, addLane(before, role, laneRoles[role].title))
  if (made) {
    details(open, made)
    focusStop(open.view, stops.lane(made))
  }
}

/** What moving an element in a direction would do; null where it cannot go. */
function mover(open: OpenMap, stop: Stop, direction: Direction): (() => void) | null {
  const { kind, id } = readStop(stop)
  const { map } = open.document
  const along = direction === 'left' || direction === 'right'
  const by = direction === 'left' || direction === 'up' ? -1 : 1
  if (kind === 'stage' && along) return neighbor(map.stages, id, by, before => perform(open, moveStage(id, before)))
  if (kind === 'lane' && !along) return neighbor(map.lanes, id, by, before => perform(open, moveLane(id, before)))
  if (kind === 'step' && along) return stepMover(open, id, by)
  if (kind === 'card') return along ? cardAlong(open, id, by) : cardDown(open, id, by)
  return null
}

function neighbor(
  list: readonly { readonly id: Id }[],
  id: Id,
  by: number,
  to: (before: Id | null) => unknown,
): (() => void) | null {
  const at = list.findIndex(e => e.id === id)
  if (!list[at + by]) return null
  const before = by < 0 ? (list[at - 1]?.id ?? null) : (list[at + 2]?.id ?? null)
  return () => void to(before)
}

/** Within its stage; beyond its edge into the neighboring one. */
function stepMover(open: OpenMap, id: Id, by: number): (() => void) | null {
  const { map } = open.document
  const step = map.steps.find(s => s.id === id)
  if (!step) return null
  const mates = map.steps.filter(s => s.stage === step.stage)
  const within = neighbor(mates, id, by, before => perform(open, moveStep(id, step.stage, before)))
  if (within) return within
  const stage = map.stages[map.stages.findIndex(s => s.id === step.stage) + by]
  if (!stage || mates.length < 2) return null
  const first = map.steps.find(s => s.stage === stage.id)?.id ?? null
  return () => void perform(open, moveStep(id, stage.id, by < 0 ? null : first))
}

function cardAlong(open: OpenMap, id: Id, by: number): (() => void) | null {
  const { map } = open.document
  const card = map.cards.find(c => c.id === id)
  const order = map.steps.map(s => s.id)
  const to = order[order.indexOf(card?.fromStep ?? '') + by]
  if (!card || to === undefined || (by > 0 && order.indexOf(card.toStep) === order.length - 1)) return null
  return () => void perform(open, moveCard(id, card.lane, to, null))
}

/** Within its cell; beyond its edge into the lane above or below. */
function cardDown(open: OpenMap, id: Id, by: number): (() => void) | null {
  const { map } = open.document
  const card = map.cards.find(c => c.id === id)
  if (!card) return null
  const mates = map.cards.filter(c => c.lane === card.lane && c.fromStep === card.fromStep)
  const within = neighbor(mates, id, by, before => perform(open, moveCard(id, card.lane, card.fromStep, before)))
  if (within) return within
  const lanes = map.lanes.filter(l => l.role !== 'EMOTION_CURVE')
  const lane = lanes[lanes.findIndex(l => l.id === card.lane) + by]
  if (!lane) return null
  const first = map.cards.find(c => c.lane === lane.id && c.fromStep === card.fromStep)?.id ?? null
  return () => void perform(open, moveCard(id, lane.id, card.fromStep, by < 0 ? null : first))
}

export function moveBy(open: OpenMap, stop: Stop, direction: Direction) {
  const { id } = readStop(stop)
  const move = mover(open, stop, direction)
  if (!move) {
    say(open.view, `${nameOf(open.document.map, id)} cannot move ${direction}`)
    return
  }
  move()
  focusStop(open.view, stop)
  say(open.view, `${nameOf(open.document.map, id)} moved ${direction}, ${placeWords(open.document.map, id)}`)
}

/** Where an element stands now, for those who listen. */
function placeWords(map: JourneyMap, id: Id): string {
  const found = elementOf(map, id)
  if (found?.list === 'cards') {
    const card = found.value as Card
    return `now in ${nameOf(map, card.lane)} at ${nameOf(map, card.fromStep)}`
  }
  const list = found ? (map[found.list] as readonly { id: Id }[]) : []
  return `now ${list.findIndex(e => e.id === id) + 1} of ${list.length}`
}

function widened(map: JourneyMap, card: Card, by: number): Id | null {
  const order = map.steps.map(s => s.id)
  const to = order.indexOf(card.toStep) + by
  return to >= order.indexOf(card.fromStep) ? (order[to] ?? null) : null
}

export function widen(open: OpenMap, id: Id, by: number) {
  const card = open.document.map.cards.find(c => c.id === id)
  const to = card && widened(open.document.map, card, by)
  if (!to) return
  perform(open, spanCard(id, to))
  focusStop(open.view, stops.card(id))
  say(open.view, `Reaches to ${nameOf(open.document.map, to)}`)
}

export function duplicateAt(open: OpenMap, stop: Stop) {
  const { kind, id } = readStop(stop)
  if (kind !== 'card') return
  const made = perform(open, duplicateCard(id))
  if (made) {
    focusStop(open.view, stops.card(made))
    tell(open, `${nameOf(open.document.map, made)} duplicated`, true)
  }
}

/** Deletes what stands at a stop; the keyboard goes on beside it. */
export function removeAt(open: OpenMap, stop: Stop) {
  const { kind, id } = readStop(stop)
  if (kind === 'cell') return
  if (kind === 'feel') {
    const point = pointAt(open, id)
    if (point) deleteAt(open, point.id, stop)
    return
  }
  deleteAt(open, id, neighborStop(open, stop))
}

function neighborStop(open: OpenMap, stop: Stop): Stop | null {
  const view = open.view.getState()
  const { folded, collapsed, column } = view
  const { kind, id } = readStop(stop)
  const card = kind === 'card' ? open.document.map.cards.find(c => c.id === id) : undefined
  const rows = stopRows(gridOf(seen(open.document.map, view), folded), collapsed)
  if (card) {
    const alone = open.document.map.cards.filter(c => c.lane === card.lane && c.fromStep === card.fromStep).length === 1
    if (alone) return cellOf(open, card)
  }
  const ways = kind === 'card' || kind === 'lane' ? (['up', 'down'] as const) : (['left', 'right'] as const)
  return (walk(rows, stop, ways[0], column) ?? walk(rows, stop, ways[1], column))?.stop ?? null
}
