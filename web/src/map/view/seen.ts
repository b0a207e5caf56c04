import type { Id, JourneyMap } from '../operation'
import type { View } from './view'

/** The persona whose journey is shown; nobody when the map has lost it. */
export function chosenPersona(map: JourneyMap, { persona }: Pick<View, 'persona'>): Id | null {
  return persona !== null && map.personas.some(p => p.id === persona) ? persona : null
}

/** The map without what is filtered out: lanes out of sight, and what only other personas do, think and feel. */
export function seen(map: JourneyMap, view: Pick<View, 'persona' | 'withoutLanes'>): JourneyMap {
  const persona = chosenPersona(map, view)
  if (persona === null && view.withoutLanes.size === 0) return map
  const isOfOthers = (owner: Id | undefined) => persona !== null && owner !== undefined && owner !== persona
  return {
    ...map,
    lanes: map.lanes.filter(lane => !view.withoutLanes.has(lane.id)),
    cards: map.cards.filter(card => !isOfOthers(card.persona)),
    emotions: map.emotions.filter(point => !isOfOthers(point.persona)),
  }
}
