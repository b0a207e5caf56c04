import { type Element, type Id, type JourneyMap, LISTS } from './journeyMap'
import { fieldProblems } from './shape'

/** What is wrong with a map, where; the same rules as the server's, which has the last word. */
export interface Problem {
  readonly field: string
  readonly message: string
}

/** Elements whose fields were found right. They never change in place, so that each is looked at once. */
const sound = new WeakSet<object>()

/** Every problem of a map; none when it can be saved. */
export function problemsOf(map: JourneyMap): Problem[] {
  const problems: Problem[] = []
  const add = (field: string, message: string) => problems.push({ field, message })
  for (const { field, message } of fieldProblems('map', map)) {
    add(field, message)
  }
  const elements = new Map<Id, string>()
  for (const list of LISTS) {
    ;(map[list] as readonly Element[]).forEach((entry, i) => {
      if (elements.has(entry.id)) {
        add(`${list}[${i}].id`, `${entry.id} is already the id of ${elements.get(entry.id)}`)
      }
      elements.set(entry.id, `${list}[${i}]`)
      if (!sound.has(entry)) {
        const wrong = fieldProblems(list, entry)
        for (const { field, message } of wrong) {
          add(`${list}[${i}].${field}`, message)
        }
        if (wrong.length === 0) {
          sound.add(entry)
        }
      }
    })
  }
  const isIn = (list: string, id: Id | undefined) =>
    id === undefined || elements.get(id)?.startsWith(`${list}[`) === true
  const refer = (at: string, id: Id | undefined, list: string) => {
    if (!isIn(list, id)) {
      add(at, `no element of ${list} has the id ${id}`)
    }
  }
  if (map.stages.length === 0) {
    add('stages', 'a map needs at least one stage')
  }

  const stageOrder = new Map(map.stages.map((s, i) => [s.id, i]))
  const stepOrder = new Map(map.steps.map((s, i) => [s.id, i]))
  let furthest = 0
  map.steps.forEach((step, i) => {
    refer(`steps[${i}].stage`, step.stage, 'stages')
    const place = stageOrder.get(step.stage) ?? furthest
    if (place < furthest) {
      add(`steps[${i}].stage`, 'lies before the stage of an earlier step')
    }
    furthest = Math.max(furthest, place)
  })
  map.links.forEach((link, i) => {
    refer(`links[${i}].from`, link.from, 'steps')
    refer(`links[${i}].to`, link.to, 'steps')
    if (link.to === undefined && link.kind !== 'EXIT') {
      add(`links[${i}].to`, 'is missing; only an EXIT leads nowhere')
    }
  })
  map.cards.forEach((card, i) => {
    const at = `cards[${i}]`
    refer(`${at}.lane`, card.lane, 'lanes')
    refer(`${at}.fromStep`, card.fromStep, 'steps')
    refer(`${at}.toStep`, card.toStep, 'steps')
    refer(`${at}.touchpoint`, card.touchpoint, 'touchpoints')
    refer(`${at}.persona`, card.persona, 'personas')
    const from = stepOrder.get(card.fromStep)
    const to = stepOrder.get(card.toStep)
    if (from !== undefined && to !== undefined && from > to) {
      add(`${at}.toStep`, 'lies before fromStep')
    }
    if (card.body.trim() === '' && card.touchpoint === undefined) {
      add(`${at}.body`, 'is empty; a card says something or places a touchpoint')
    }
  })
  map.touchpoints.forEach((touchpoint, i) => {
    for (const field of ['binding', 'feedback'] as const) {
      const said = touchpoint[field]
      if (said && !(said.events?.length > 0)) {
        add(`touchpoints[${i}].${field}.events`, 'is empty; name at least one event')
      }
      said?.where?.forEach((match, j) => {
        if (!(match.values?.length > 0)) {
          add(`touchpoints[${i}].${field}.where[${j}].values`, 'is empty; name at least one value')
        }
      })
    }
    if (touchpoint.feedback && touchpoint.feedback.worst === touchpoint.feedback.best) {
      add(`touchpoints[${i}].feedback.best`, 'is the same as worst; give two different scores')
    }
  })
  map.emotions.forEach((emotion, i) => {
    refer(`emotions[${i}].step`, emotion.step, 'steps')
    refer(`emotions[${i}].persona`, emotion.persona, 'personas')
  })
  map.claims.forEach((claim, i) => {
    const at = `claims[${i}]`
    const known = (field: string, id: Id | undefined) => {
      if (id !== undefined && !elements.has(id)) {
        add(`${at}.${field}`, `no element of the map has the id ${id}`)
      }
    }
    known('element', claim.element)
    known('other', claim.other)
    if (claim.claimType === 'ORDER' && claim.other === undefined) {
      add(`${at}.other`, 'is missing; an ORDER is a claim about two elements')
    }
    const { atLeast, atMost } = claim.expectation ?? {}
    if (claim.expectation && atLeast === undefined && atMost === undefined) {
      add(`${at}.expectation`, 'has no bound; give atLeast, atMost or both')
    }
    if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
      add(`${at}.expectation`, 'atLeast is above atMost')
    }
  })
  map.evidence.forEach((item, i) => {
    if (!elements.has(item.element)) {
      add(`evidence[${i}].element`, `no element of the map has the id ${item.element}`)
    }
  })
  return problems
}

/**
 * What a change would break: problems that the map did not have before it. A page that is older than the map does not
 * stand in the way of what it does not know; the server has the last word.
 */
export function newProblems(before: JourneyMap, after: JourneyMap): Problem[] {
  const problems = problemsOf(after)
  if (problems.length === 0) {
    return problems
  }
  const known = new Set(problemsOf(before).map(p => nameless(p)))
  return problems.filter(p => !known.has(nameless(p)))
}

/** A problem without its place in the list, which an insert or a move shifts. */
function nameless({ field, message }: Problem): string {
  return `${field.replace(/\[\d+\]/g, '')} ${message}`
}
