/**
 * The journey map as plain data, the same words as docs/reference/map-format.md.
 *
 * In memory every top list is present (possibly empty); inside elements, what is null, false or an
 * empty list is absent, as in the canonical text. Documents are never changed in place.
 */

import type {
  ChannelKind,
  ClaimType,
  EmotionSource,
  EvidenceKind,
  LaneRole,
  LinkKind,
  MapType,
  Observability,
  OrderGroup,
  StageKind,
  Stance,
  Status,
} from './codes'

export type Id = string

export interface Persona {
  readonly id: Id
  readonly name: string
  readonly tagline?: string
  readonly quote?: string
  readonly kind: string
  readonly standing: string
  readonly share?: number
  readonly goals?: readonly string[]
  readonly pains?: readonly string[]
}

export interface Stage {
  readonly id: Id
  readonly name: string
  readonly stageKind: StageKind
  readonly customerGoal?: string
}

export interface Step {
  readonly id: Id
  readonly stage: Id
  readonly title: string
  readonly isOptional?: boolean
  readonly repeatable?: boolean
  readonly orderGroup: OrderGroup
}

export interface StepLink {
  readonly id: Id
  readonly from: Id
  readonly to?: Id
  readonly kind: LinkKind
  readonly label?: string
}

export interface Lane {
  readonly id: Id
  readonly role: LaneRole
  readonly title: string
}

export interface Card {
  readonly id: Id
  readonly lane: Id
  readonly fromStep: Id
  readonly toStep: Id
  readonly body: string
  readonly touchpoint?: Id
  readonly persona?: Id
  readonly note?: string
}

export interface PropertyMatch {
  readonly property: string
  readonly values: readonly string[]
}

export interface Binding {
  readonly events: readonly string[]
  readonly where?: readonly PropertyMatch[]
}

export interface Feedback {
  readonly events: readonly string[]
  readonly where?: readonly PropertyMatch[]
  readonly score: string
  readonly worst: number
  readonly best: number
}

export interface Touchpoint {
  readonly id: Id
  readonly name: string
  readonly channel?: ChannelKind
  readonly observability: Observability
  readonly binding?: Binding
  readonly feedback?: Feedback
}

export interface EmotionPoint {
  readonly id: Id
  readonly step: Id
  readonly persona?: Id
  readonly valence: number
  readonly source: EmotionSource
  readonly quote?: string
}

export interface Expectation {
  readonly atLeast?: number
  readonly atMost?: number
}

export interface Claim {
  readonly id: Id
  readonly element: Id
  readonly other?: Id
  readonly claimType: ClaimType
  readonly statement: string
  readonly expectation?: Expectation
  readonly tolerance: number
}

export interface Evidence {
  readonly id: Id
  readonly element: Id
  readonly kind: EvidenceKind
  readonly stance: Stance
  readonly title: string
  readonly excerpt?: string
  readonly said?: number
  readonly sampleSize?: number
  readonly collectedOn?: string
}

/** The lists of elements that operations speak of, in the order of the format. */
export const LISTS = [
  'personas',
  'stages',
  'steps',
  'links',
  'lanes',
  'cards',
  'touchpoints',
  'emotions',
  'claims',
  'evidence',
] as const
export type ListName = (typeof LISTS)[number]

export interface Elements {
  readonly personas: readonly Persona[]
  readonly stages: readonly Stage[]
  readonly steps: readonly Step[]
  readonly links: readonly StepLink[]
  readonly lanes: readonly Lane[]
  readonly cards: readonly Card[]
  readonly touchpoints: readonly Touchpoint[]
  readonly emotions: readonly EmotionPoint[]
  readonly claims: readonly Claim[]
  readonly evidence: readonly Evidence[]
}

export type Element = Elements[ListName][number]

export interface JourneyMap extends Elements {
  readonly schemaVersion: number
  readonly id: Id
  readonly key: string
  readonly title: string
  readonly mapType: MapType
  readonly state: 'AS_IS' | 'TO_BE'
  readonly status: Status
  readonly scenario?: string
  readonly reviewEveryMonths: number
  readonly synthetic?: boolean
  readonly typicalJourneys?: readonly { readonly path: readonly string[]; readonly customers: number }[]
}

/** Leaves out what a canonical text leaves out: null, false, empty lists; at every depth. */
export function sparse<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(entry => sparse(entry) as unknown) as T
  }
  if (value === null || typeof value !== 'object') {
    return value
  }
  const kept: Record<string, unknown> = {}
  for (const [field, inner] of Object.entries(value)) {
    if (!isAbsent(inner)) {
      kept[field] = sparse(inner)
    }
  }
  return kept as T
}

/** Whether a canonical text has no field of this value. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0)
}

/** A document as the server sends it, made ready for use: every top list is there. */
export function readMap(document: object): JourneyMap {
  const map = sparse(document) as Record<string, unknown>
  delete map.checks
  delete map.reality
  for (const list of LISTS) {
    map[list] ??= []
  }
  return map as unknown as JourneyMap
}

/** The document as the server takes it. */
export function writeMap(map: JourneyMap): object {
  return sparse(map)
}
