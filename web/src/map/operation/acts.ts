import type { LaneRole, LinkKind, StageKind } from './codes'
import { Draft } from './draft'
import type {
  Card,
  Claim,
  Element,
  EmotionPoint,
  Evidence,
  Id,
  JourneyMap,
  Lane,
  ListName,
  Step,
  Touchpoint,
} from './journeyMap'
import { elementOf, type Operation } from './operation'
import { removeElement } from './removal'

/**
 * What a person does to a map, as the operations that it takes. An act that changes nothing has no
 * operations. `focus` is where the person goes on.
 */
export interface Act {
  readonly label: string
  readonly operations: readonly Operation[]
  readonly focus?: Id
}

/** An act before ids are known: the store and the tests each bring their own ids. */
export type Acting = (map: JourneyMap, newId: () => Id) => Act

function act(label: string, doing: (draft: Draft) => Id | undefined): Acting {
  return (map, newId) => {
    const draft = new Draft(map, newId)
    const focus = doing(draft)
    return { label, operations: draft.operations, ...(focus ? { focus } : {}) }
  }
}

/** Sets one field of an element or of the map. */
export function setField(label: string, element: Id, field: string, value: unknown): Acting {
  return act(label, draft => {
    draft.set(element, field, value)
    return undefined
  })
}

/** Sets several fields in one step of undo. */
export function setFields(label: string, element: Id, fields: Record<string, unknown>): Acting {
  return act(label, draft => {
    for (const [field, value] of Object.entries(fields)) {
      draft.set(element, field, value)
    }
    return undefined
  })
}

// Stages and steps

/** A new stage before another, with a first step of its own. */
export function addStage(before: Id | null, name: string, stageKind: StageKind = 'CUSTOM'): Acting {
  return act('Add stage', draft => {
    const stage = draft.newId()
    const firstStepAfter = firstStepFrom(draft.map, before)
    draft.insert('stages', { id: stage, name, stageKind }, before)
    insertStep(draft, stage, name, firstStepAfter)
    return stage
  })
}

/** A new step in a stage, before another step of it; null is at the end of the stage. */
export function addStep(stage: Id, before: Id | null, title: string): Acting {
  return act('Add step', draft => insertStep(draft, stage, title, before ?? stepAfterStage(draft.map, stage)))
}

function insertStep(draft: Draft, stage: Id, title: string, before: Id | null): Id {
  const id = draft.newId()
  draft.insert('steps', { id, stage, title, orderGroup: 'SEQUENCE' }, before)
  return id
}

/** The first step of a stage or of one after it; null when there is none. */
function firstStepFrom(map: JourneyMap, stage: Id | null): Id | null {
  const from = stage === null ? map.stages.length : map.stages.findIndex(s => s.id === stage)
  for (const later of map.stages.slice(from)) {
    const step = map.steps.find(s => s.stage === later.id)
    if (step) {
      return step.id
    }
  }
  return null
}

function stepAfterStage(map: JourneyMap, stage: Id): Id | null {
  const place = map.stages.findIndex(s => s.id === stage)
  return firstStepFrom(map, map.stages[place + 1]?.id ?? null)
}

/** Moves a stage with its steps before another stage; null is at the end. */
export function moveStage(stage: Id, before: Id | null): Acting {
  return act('Move stage', draft => {
    if (before !== stage) {
      const wide = spans(draft.map)
      draft.move(stage, before)
      const target = firstStepFrom(draft.map, before)
      for (const step of draft.map.steps.filter(s => s.stage === stage)) {
        draft.move(step.id, target)
      }
      turnSpans(draft, wide)
    }
    return stage
  })
}

/** Moves a step before another step of a stage, maybe another stage; null is at the end of the stage. */
export function moveStep(step: Id, stage: Id, before: Id | null): Acting {
  return act('Move step', draft => {
    const from = draft.map.steps.find(s => s.id === step)?.stage
    if (from === undefined || (from !== stage && draft.map.steps.filter(s => s.stage === from).length < 2)) {
      return undefined
    }
    if (before !== step) {
      const wide = spans(draft.map)
      draft.set(step, 'stage', stage)
      const others = draft.map.steps.filter(s => s.id !== step)
      draft.move(step, before ?? stepAfterStage({ ...draft.map, steps: others }, stage))
      turnSpans(draft, wide)
    }
    return step
  })
}

type Span = { readonly card: Id; readonly steps: readonly Id[] }

/** Which steps each wide card lies over. */
function spans(map: JourneyMap): Span[] {
  const order = map.steps.map(s => s.id)
  return map.cards
    .filter(c => c.fromStep !== c.toStep)
    .map(c => ({ card: c.id, steps: order.slice(order.indexOf(c.fromStep), order.indexOf(c.toStep) + 1) }))
}

/** After steps moved, a wide card keeps its two ends, in the order in which they stand now. */
function turnSpans(draft: Draft, wide: readonly Span[]): void {
  const place = new Map(draft.map.steps.map((s, i) => [s.id, i]))
  for (const { card } of wide) {
    const { fromStep, toStep } = draft.map.cards.find(c => c.id === card) as Card
    if ((place.get(fromStep) ?? 0) > (place.get(toStep) ?? 0)) {
      draft.set(card, 'fromStep', toStep)
      draft.set(card, 'toStep', fromStep)
    }
  }
}

// Lanes

export function addLane(before: Id | null, role: LaneRole, title: string): Acting {
  return act('Add lane', draft => {
    const id = draft.newId()
    draft.insert('lanes', { id, role, title }, before)
    return id
  })
}

export function moveLane(lane: Id, before: Id | null): Acting {
  return act('Move lane', draft => {
    draft.move(lane, before)
    return lane
  })
}

// Cards and touchpoints

/** A new card with words in a cell; in the order of the cards it stands before another, or last. */
export function addCard(lane: Id, step: Id, body: string, before: Id | null = null): Acting {
  return act('Add card', draft => {
    const id = draft.newId()
    draft.insert('cards', { id, lane, fromStep: step, toStep: step, body }, before)
    return id
  })
}

/** Places a touchpoint in a cell: a known one, or a new one of that name, bound to events where given. */
export function addTouchpoint(
  lane: Id,
  step: Id,
  touchpoint: Id | Omit<Touchpoint, 'id'>,
  before: Id | null = null,
): Acting {
  return act('Add touchpoint', draft => {
    let placed = touchpoint
    if (typeof placed !== 'string') {
      const id = draft.newId()
      draft.insert('touchpoints', { ...placed, id }, null)
      placed = id
    }
    const id = draft.newId()
    draft.insert('cards', { id, lane, fromStep: step, toStep: step, body: '', touchpoint: placed }, before)
    return id
  })
}

/** Moves a card to a cell, before another card there; null is at its end. A wide card keeps its width. */
export function moveCard(card: Id, lane: Id, step: Id, before: Id | null): Acting {
  return act('Move card', draft => {
    const found = draft.map.cards.find(c => c.id === card)
    if (!found || before === card) {
      return card
    }
    const order = draft.map.steps.map(s => s.id)
    const from = order.indexOf(found.fromStep)
    const width = order.indexOf(found.toStep) - from
    const target = Math.max(0, Math.min(order.indexOf(step), order.length - 1 - width))
    draft.set(card, 'lane', lane)
    draft.set(card, 'fromStep', order[target])
    draft.set(card, 'toStep', order[target + width])
    const mates = draft.map.cards.filter(c => c.lane === lane && c.fromStep === order[target] && c.id !== card)
    if (before !== null) {
      draft.move(card, before)
    } else if (mates.length > 0) {
      const last = mates[mates.length - 1] as Card
      draft.move(card, followerOf(draft.map.cards, last.id, card))
    }
    return card
  })
}

/** Who comes after an element, passing over one that is about to move. */
function followerOf(list: readonly Element[], element: Id, passing: Id): Id | null {
  const rest = list.filter(e => e.id !== passing)
  return rest[rest.findIndex(e => e.id === element) + 1]?.id ?? null
}

/** Lets a card reach over more or fewer steps. */
export function spanCard(card: Id, toStep: Id): Acting {
  return act('Change width', draft => {
    draft.set(card, 'toStep', toStep)
    return card
  })
}

/** A copy of a card behind it; a touchpoint card places the same touchpoint again. */
export function duplicateCard(card: Id): Acting {
  return act('Duplicate card', draft => {
    const place = draft.map.cards.findIndex(c => c.id === card)
    const found = draft.map.cards[place]
    if (!found) {
      return undefined
    }
    const id = draft.newId()
    draft.insert('cards', { ...found, id }, draft.map.cards[place + 1]?.id ?? null)
    return id
  })
}

/** Words pasted from a table: rows go down the lanes or stack in one, columns go along the steps. */
export function pasteBlock(lane: Id, step: Id, block: readonly (readonly string[])[]): Acting {
  return act('Paste', draft => {
    const lanes = draft.map.lanes.slice(draft.map.lanes.findIndex(l => l.id === lane))
    const steps = draft.map.steps.slice(draft.map.steps.findIndex(s => s.id === step))
    const down = lanes.filter(l => l.role !== 'EMOTION_CURVE')
    let first: Id | undefined
    block.forEach((row, r) => {
      const into = down[Math.min(r, down.length - 1)]
      row.forEach((words, c) => {
        const at = steps[c]
        const body = words.trim().slice(0, 4000)
        if (into && at && body !== '') {
          const id = insertCard(draft, into, at.id, body)
          first ??= id
        }
      })
    })
    return first
  })
}

function insertCard(draft: Draft, lane: Lane, step: Id, body: string): Id {
  const id = draft.newId()
  const card = { id, lane: lane.id, fromStep: step, toStep: step }
  if (lane.role !== 'TOUCHPOINT') {
    draft.insert('cards', { ...card, body }, null)
    return id
  }
  const name = body.replace(/\s+/g, ' ').slice(0, 400)
  let touchpoint = draft.map.touchpoints.find(t => t.name.toLowerCase() === name.toLowerCase())?.id
  if (touchpoint === undefined) {
    touchpoint = draft.newId()
    draft.insert('touchpoints', { id: touchpoint, name, observability: 'UNKNOWN' }, null)
  }
  draft.insert('cards', { ...card, body: '', touchpoint }, null)
  return id
}

// Feelings, links, claims, evidence

/** Draws how a customer feels at a step; one point a step and persona. */
export function drawEmotion(step: Id, valence: number, persona?: Id): Acting {
  return act('Draw feeling', draft => {
    const rounded = Math.round(Math.max(-5, Math.min(5, valence)) * 10) / 10 + 0
    const there = draft.map.emotions.find(e => e.step === step && e.persona === persona)
    if (there) {
      draft.set(there.id, 'valence', rounded)
      return there.id
    }
    const point: EmotionPoint = {
      id: draft.newId(),
      step,
      ...(persona ? { persona } : {}),
      valence: rounded,
      source: 'ASSUMED',
    }
    draft.insert('emotions', point, null)
    return point.id
  })
}

export function addLink(from: Id, to: Id | undefined, kind: LinkKind, label?: string): Acting {
  return act(kind === 'EXIT' ? 'Add exit' : 'Add path', draft => {
    const id = draft.newId()
    draft.insert('links', { id, from, ...(to ? { to } : {}), kind, ...(label ? { label } : {}) }, null)
    return id
  })
}

export function addClaim(claim: Omit<Claim, 'id'>): Acting {
  return act('Add claim', draft => {
    const id = draft.newId()
    draft.insert('claims', { ...claim, id }, null)
    return id
  })
}

export function addEvidence(evidence: Omit<Evidence, 'id'>): Acting {
  return act('Add evidence', draft => {
    const id = draft.newId()
    draft.insert('evidence', { ...evidence, id }, null)
    return id
  })
}

// Any element

const WORDS: Record<ListName, string> = {
  personas: 'persona',
  stages: 'stage',
  steps: 'step',
  links: 'path',
  lanes: 'lane',
  cards: 'card',
  touchpoints: 'touchpoint',
  emotions: 'feeling',
  claims: 'claim',
  evidence: 'evidence',
}

/** Why an element has to stay; null when it can be deleted. */
export function keeps(map: JourneyMap, element: Id): string | null {
  const found = elementOf(map, element)
  if (found?.list === 'stages' && map.stages.length === 1) {
    return 'A map keeps at least one stage.'
  }
  if (found?.list === 'steps') {
    const stage = (found.value as Step).stage
    if (map.steps.filter(s => s.stage === stage).length === 1) {
      return 'A stage keeps at least one step. Delete the stage instead.'
    }
  }
  return null
}

/** Deletes an element with all that hangs on it. */
export function deleteElement(element: Id): Acting {
  return (map, newId) => {
    const found = elementOf(map, element)
    if (!found || keeps(map, element) !== null) {
      return { label: 'Delete', operations: [] }
    }
    return act(`Delete ${WORDS[found.list]}`, draft => {
      removeElement(draft, element)
      return undefined
    })(map, newId)
  }
}
