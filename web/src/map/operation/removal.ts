import type { Draft } from './draft'
import type { Id, JourneyMap } from './journeyMap'
import { elementOf } from './operation'

/**
 * Takes an element out with all that would hang in the air: what refers to it goes too, or is pointed
 * elsewhere where that keeps what people wrote.
 */
export function removeElement(draft: Draft, element: Id): void {
  const found = elementOf(draft.map, element)
  if (!found) {
    return
  }
  switch (found.list) {
    case 'personas':
      removePersona(draft, element)
      break
    case 'stages':
      for (const step of draft.map.steps.filter(s => s.stage === element)) {
        removeElement(draft, step.id)
      }
      break
    case 'steps':
      removeStep(draft, element)
      break
    case 'lanes':
      removeAll(
        draft,
        draft.map.cards.filter(c => c.lane === element),
      )
      break
    case 'touchpoints':
      removeAll(
        draft,
        draft.map.cards.filter(c => c.touchpoint === element),
      )
      break
    default:
  }
  removeTalk(draft, element)
  if (draft.has(element)) {
    const touchpoint = found.list === 'cards' ? touchpointOf(draft.map, element) : undefined
    draft.delete(element)
    if (touchpoint !== undefined && !draft.map.cards.some(c => c.touchpoint === touchpoint)) {
      removeElement(draft, touchpoint)
    }
  }
}

function touchpointOf(map: JourneyMap, card: Id): Id | undefined {
  return map.cards.find(c => c.id === card)?.touchpoint
}

function removePersona(draft: Draft, persona: Id): void {
  for (const card of draft.map.cards.filter(c => c.persona === persona)) {
    draft.set(card.id, 'persona', null)
  }
  removeAll(
    draft,
    draft.map.emotions.filter(e => e.persona === persona),
  )
}

function removeStep(draft: Draft, step: Id): void {
  const order = draft.map.steps.map(s => s.id)
  const place = order.indexOf(step)
  for (const card of draft.map.cards.filter(c => c.fromStep === step || c.toStep === step)) {
    if (card.fromStep === card.toStep) {
      removeElement(draft, card.id)
    } else if (card.fromStep === step) {
      draft.set(card.id, 'fromStep', order[place + 1])
    } else {
      draft.set(card.id, 'toStep', order[place - 1])
    }
  }
  removeAll(
    draft,
    draft.map.emotions.filter(e => e.step === step),
  )
  removeAll(
    draft,
    draft.map.links.filter(l => l.from === step || l.to === step),
  )
}

/** Claims about an element, evidence for it, and what is said about those. */
function removeTalk(draft: Draft, element: Id): void {
  removeAll(
    draft,
    draft.map.claims.filter(c => c.element === element || c.other === element),
  )
  removeAll(
    draft,
    draft.map.evidence.filter(e => e.element === element),
  )
}

function removeAll(draft: Draft, elements: readonly { readonly id: Id }[]): void {
  for (const { id } of elements) {
    if (draft.has(id)) {
      removeElement(draft, id)
    }
  }
}
