import type { EvidenceLevel, Rate } from '../../api'
import type { Id } from '../operation'

/** What was found when the map was held against the data; as in docs/reference/http-api.md. */
export interface MapEvidence {
  readonly checkedAt: string | null
  readonly checkedRevision: number | null
  readonly from: string | null
  readonly to: string | null
  readonly dataThrough: string | null
  readonly synthetic: boolean
  readonly customers: number
  readonly fits: number | null
  readonly fitness: number | null
  readonly coverage: number | null
  readonly sentence: string | null
  readonly marks: Readonly<Record<Id, Mark>>
  readonly claims: readonly CheckedClaim[]
  readonly stages: readonly StageFound[]
  readonly touchpoints: readonly TouchpointFound[]
  readonly flows: readonly { from?: Id | null; to?: Id | null; customers: number }[]
  readonly returns: readonly { from: Id; to: Id; customers: number }[]
  readonly undrawn: readonly UndrawnPath[]
  readonly feelings: readonly MeasuredFeeling[]
  readonly unmapped: readonly Unmapped[]
  readonly sources: readonly string[]
}

export interface Found {
  readonly level: EvidenceLevel
  readonly sentence: string | null
  readonly n: number | null
  readonly needed: number | null
  readonly observed: number | null
  readonly low: number | null
  readonly high: number | null
  readonly verdict: string | null
}

/** What an element rests on. */
export interface Mark extends Found {
  readonly word: string
  readonly claim: Id | null
}

export interface CheckedClaim extends Found {
  readonly claim: Id
  readonly element: Id
}

export interface StageFound {
  readonly stage: Id
  readonly customers: number
  readonly conversion: Rate | null
  readonly dropOff: Rate | null
  readonly lost: number | null
  readonly medianSecondsFromPrevious: number | null
  readonly dwell: { readonly median: number | null; readonly p90: number | null } | null
}

export interface TouchpointFound {
  readonly touchpoint: Id
  readonly customers: number | null
  readonly of: number | null
  readonly state: 'SEEN' | 'NOT_SEEN' | 'UNBOUND' | 'NOT_COUNTED' | 'NOT_OBSERVABLE'
}

export interface UndrawnPath {
  readonly fromStage: Id
  readonly toStage: Id
  readonly from: string
  readonly to: string
  readonly customers: number
}

export interface MeasuredFeeling {
  readonly step: Id
  readonly n: number
  readonly needed?: number | null
  readonly mean?: number | null
  readonly low?: number | null
  readonly high?: number | null
}

export interface Unmapped {
  readonly name: string
  readonly customers: number
  readonly events: number
}

/** The evidence of one map by element, so that a card finds its own without a search. */
export interface EvidenceBook {
  readonly found: MapEvidence
  readonly touchpoints: ReadonlyMap<Id, TouchpointFound>
  readonly stages: ReadonlyMap<Id, StageFound>
  readonly claims: ReadonlyMap<Id, CheckedClaim>
}

export function bookOf(found: MapEvidence): EvidenceBook {
  return {
    found,
    touchpoints: new Map(found.touchpoints.map(t => [t.touchpoint, t])),
    stages: new Map(found.stages.map(s => [s.stage, s])),
    claims: new Map(found.claims.map(c => [c.claim, c])),
  }
}
