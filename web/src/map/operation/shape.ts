import { codes } from './codes'
import type { ListName } from './journeyMap'

/** What a field may hold. Says what is wrong with a value, or null. */
interface Field {
  readonly isOptional: boolean
  readonly judge: (value: unknown) => string | null
}

type Shape = Readonly<Record<string, Field>>

const must = (judge: Field['judge']): Field => ({ isOptional: false, judge })
const may = (judge: Field['judge']): Field => ({ isOptional: true, judge })

const text =
  (most: number, least = 1) =>
  (value: unknown) =>
    typeof value !== 'string'
      ? 'is not a text'
      : value.length < least || value.length > most
        ? `has ${value.length} characters; ${least} to ${most} are possible`
        : null

const number = (min: number, max: number) => (value: unknown) =>
  typeof value === 'number' && value >= min && value <= max ? null : `is not a number from ${min} to ${max}`

const whole = (min: number, max: number) => (value: unknown) =>
  Number.isInteger(value) ? number(min, max)(value) : 'is not a whole number'

const word = (words: readonly string[]) => (value: unknown) =>
  words.includes(value as string) ? null : `is none of ${words.join(', ')}`

const flag = (value: unknown) => (typeof value === 'boolean' ? null : 'is neither true nor false')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const id = (value: unknown) =>
  typeof value === 'string' && UUID.test(value) ? null : 'is not an id; give a UUID in lower case'

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const day = (value: unknown) =>
  typeof value === 'string' && DAY.test(value) ? null : 'is not a day such as 2026-11-12'

const list = (entry: Field['judge']) => (value: unknown) => {
  if (!Array.isArray(value)) {
    return 'is not a list'
  }
  for (const inner of value) {
    const wrong = entry(inner)
    if (wrong) {
      return `has an entry that ${wrong}`
    }
  }
  return null
}

const record = (shape: Shape) => (value: unknown) =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? 'is not an object'
    : (shapeProblems(shape, value).map(p => `${p.field} ${p.message}`)[0] ?? null)

const texts = may(list(text(4000)))
const match = record({ property: must(text(400)), values: must(list(text(4000))) })
const anyNumber = number(-1e15, 1e15)

const SHAPES: Readonly<Record<ListName, Shape>> = {
  personas: {
    id: must(id),
    name: must(text(200)),
    tagline: may(text(400)),
    quote: may(text(1000)),
    kind: must(text(40)),
    standing: must(text(40)),
    share: may(number(0, 1)),
    goals: texts,
    pains: texts,
    bio: may(text(4000)),
    motivations: texts,
    needs: texts,
    behaviors: texts,
    channels: may(list(word(codes.channelKind))),
    demographics: may(record({ ageRange: may(text(100)), location: may(text(200)), occupation: may(text(200)) })),
    segment: may(record({ where: must(list(match)) })),
  },
  stages: {
    id: must(id),
    name: must(text(200)),
    stageKind: must(word(codes.stageKind)),
    customerGoal: may(text(1000)),
  },
  steps: {
    id: must(id),
    stage: must(id),
    title: must(text(400)),
    isOptional: may(flag),
    repeatable: may(flag),
    orderGroup: must(word(codes.orderGroup)),
  },
  links: { id: must(id), from: must(id), to: may(id), kind: must(word(codes.linkKind)), label: may(text(400)) },
  lanes: { id: must(id), role: must(word(codes.laneRole)), title: must(text(200)) },
  cards: {
    id: must(id),
    lane: must(id),
    fromStep: must(id),
    toStep: must(id),
    body: must(text(4000, 0)),
    touchpoint: may(id),
    persona: may(id),
    note: may(text(400)),
  },
  touchpoints: {
    id: must(id),
    name: must(text(400)),
    channel: may(word(codes.channelKind)),
    observability: must(word(codes.observability)),
    binding: may(record({ events: must(list(text(4000))), where: may(list(match)) })),
    feedback: may(
      record({
        events: must(list(text(4000))),
        where: may(list(match)),
        score: must(text(400)),
        worst: must(number(-1e15, 1e15)),
        best: must(number(-1e15, 1e15)),
      }),
    ),
  },
  emotions: {
    id: must(id),
    step: must(id),
    persona: may(id),
    valence: must(number(-5, 5)),
    source: must(word(codes.emotionSource)),
    quote: may(text(1000)),
  },
  claims: {
    id: must(id),
    element: must(id),
    other: may(id),
    claimType: must(word(codes.claimType)),
    statement: must(text(1000)),
    expectation: may(record({ atLeast: may(anyNumber), atMost: may(anyNumber) })),
    tolerance: must(number(0, 1e15)),
  },
  evidence: {
    id: must(id),
    element: must(id),
    kind: must(word(codes.evidenceKind)),
    stance: must(word(codes.stance)),
    title: must(text(400)),
    excerpt: may(text(4000)),
    said: may(whole(0, 1e15)),
    sampleSize: may(whole(0, 1e15)),
    collectedOn: may(day),
  },
}

const MAP_SHAPE: Shape = {
  key: must(text(120)),
  title: must(text(400)),
  mapType: must(word(codes.mapType)),
  state: must(word(['AS_IS', 'TO_BE'])),
  status: must(word(codes.status)),
  scenario: may(text(4000)),
  reviewEveryMonths: must(whole(1, 120)),
  synthetic: may(flag),
  typicalJourneys: may(list(record({ path: must(list(text(4000))), customers: must(whole(0, 1e15)) }))),
}

/** Whether `set` may name a field of an element of a list, or of the map itself. */
export function isSettable(holder: ListName | 'map', field: string): boolean {
  const shape = holder === 'map' ? MAP_SHAPE : SHAPES[holder]
  return field !== 'id' && Object.hasOwn(shape, field)
}

/** What is wrong with the fields of one element, or of the map itself. */
export function fieldProblems(holder: ListName | 'map', value: object): { field: string; message: string }[] {
  if (holder === 'map') {
    const own = Object.fromEntries(Object.entries(value).filter(([field]) => Object.hasOwn(MAP_SHAPE, field)))
    return shapeProblems(MAP_SHAPE, own)
  }
  return shapeProblems(SHAPES[holder], value)
}

function shapeProblems(shape: Shape, value: object): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = []
  for (const field of Object.keys(value)) {
    if (!Object.hasOwn(shape, field)) {
      problems.push({ field, message: 'is not a field' })
    }
  }
  for (const [field, { isOptional, judge }] of Object.entries(shape)) {
    const inner = (value as Record<string, unknown>)[field]
    if (inner === undefined) {
      if (!isOptional) {
        problems.push({ field, message: 'is missing' })
      }
      continue
    }
    const wrong = judge(inner)
    if (wrong) {
      problems.push({ field, message: wrong })
    }
  }
  return problems
}
