// What the server takes and gives, as docs/reference/http-api.md says it. What the description of the API names comes
// from there (`./build client`); the rest is of the map format, or of an answer that the description leaves open.

import type { components } from './schema'

type Described = components['schemas']

export type Instant = string
export type Uuid = string

export type AppInfo = Described['Application']
export type Workspace = Described['WorkspaceInfo']
export type Source = Described['Source']
export type FieldProblem = Described['Problem']
export type Job = Described['Job']
/** A share with the count it is of, and its 95 % interval. */
export type Rate = Described['Share']

export type MapType = Described['MapSummary']['mapType']
export type MapStatus = Described['MapSummary']['status']
/** A map in a list. `fits` and `customers` are counts. */
export type MapSummary = Omit<Described['MapSummary'], 'marks'> & { marks: Partial<Record<EvidenceLevel, number>> }

export type EvidenceLevel =
  | 'ASSUMED'
  | 'REPORTED'
  | 'OBSERVED'
  | 'CORROBORATED'
  | 'CONTRADICTED'
  | 'INCONCLUSIVE'
  | 'NOT_ENOUGH_DATA'
  | 'STALE'
  | 'NOT_MEASURABLE'

export type HomeLine = Described['Line']
export type HomeAnswers = Described['HomeAnswers']

export type MapTemplate = 'BLANK' | 'PURCHASE' | 'SERVICE' | 'SUBSCRIPTION' | 'DAY'

/** A persona as the library has it. `data` is null in lists. */
export type StoredPersona = Described['PersonaAnswer']
export type Persona = Omit<StoredPersona, 'revision' | 'maps' | 'data'>
export type PersonaKind = Persona['kind']
export type PersonaStanding = Persona['standing']
export type ChannelKind = Persona['channels'][number]
/** What events say of the customers in a persona's segment. */
export type PersonaData = Described['PersonaData']

/** A line of a list of customers, described by the events that were asked about. */
export type CustomerLine = Described['CustomerLine']

/** Customers who have a touchpoint at a place. */
export type Tally = Described['Tally']

/** Who is inside a number, page by page, and where they go next. */
export type CustomerPage = Described['CustomerPage']

/** These touchpoints, or all but these. */
export interface TouchpointChoice {
  names: string[]
  except: boolean
}

/** How a path can end. */
export type PathOutcome = 'ARRIVED' | 'CONTINUES' | 'IN_PROGRESS' | 'DROPPED'

/** A number of an answer, named so that it can be opened. */
export type Count =
  | { kind: 'FUNNEL_STEP'; step: number; outcome: 'REACHED' | 'DROPPED' | 'IN_PROGRESS' }
  | { kind: 'EDGE'; from: string; to: string }
  | { kind: 'START' | 'END'; touchpoint: string }
  | { kind: 'VARIANT'; path: string[] }
  | { kind: 'TOUCHPOINT'; names: string[] }
  | ({ kind: 'PATH_NODE'; step: number; outcome: PathOutcome | 'ANY' } & TouchpointChoice)
  | { kind: 'PATH_LINK'; step: number; from: TouchpointChoice; to: TouchpointChoice }
  | { kind: 'ALL' }

export interface Scope {
  during?: { from?: Instant; to?: Instant }
  timeZone?: string
}

/** A question, in the form of the command line. */
export type Spec = Scope &
  (
    | { analysis: 'summary' }
    | { analysis: 'funnel'; steps: (string | { anyOf: string[] })[]; window?: string }
    | { analysis: 'flow'; measure?: 'occurrences' | 'units' }
    | { analysis: 'variants'; top?: number }
    | {
        analysis: 'paths'
        start?: string | { anyOf: string[] }
        end?: string | { anyOf: string[] }
        maxSteps?: number
        rowsPerStep?: number
        collapseRepeats?: boolean
        timeout?: string
        top?: number
      }
  )

export interface Elapsed {
  median: number | null
  p90: number | null
  mean: number | null
}

interface Answer {
  units: number
  events: number
  dataThrough: Instant | null
  exactness: string
  tookMillis: number
}

export interface FunnelStep {
  step: number
  reached: number
  inProgress: number
  dropped: number
  rateFromStart: Rate
  rateFromPrevious: Rate | null
  elapsedSeconds: Elapsed
}

export interface FunnelAnswer extends Answer {
  steps: FunnelStep[]
}

export interface FlowEdge {
  from: string
  to: string
  occurrences: number
  units: number
  elapsedSeconds: Elapsed
}

export interface FlowAnswer extends Answer {
  edges: FlowEdge[]
  starts: Tally[]
  ends: Tally[]
}

export interface Variant {
  path: string[]
  units: number
  share: Rate
}

export interface VariantsAnswer extends Answer {
  variants: Variant[]
  distinct: number
  other: { variants: number; units: number }
}

/** A touchpoint at a step of paths; null for those of the step that are not told apart. */
export interface PathNode {
  /** From 1; from -1 down when steps are counted back from an end. */
  step: number
  touchpoint: string | null
  /** How many touchpoints it is. */
  touchpoints: number
  units: number
  arrived: number
  continues: number
  inProgress: number
  dropped: number
}

/** Customers who go from a node to one of the next step, in order of time. */
export interface PathLink {
  step: number
  from: string | null
  to: string | null
  units: number
}

export interface PathsAnswer extends Answer {
  /** Customers who have a path. */
  paths: number
  nodes: PathNode[]
  links: PathLink[]
  top: { path: string[]; outcome: 'arrived' | 'continues' | 'inProgress' | 'dropped'; units: number; share: Rate }[]
  distinct: number
  otherUnits: number
}

export type VocabularyTouchpoint = Described['VocabularyTouchpoint']

/** What can be asked about. */
export type Vocabulary = Described['VocabularyAnswer']

export type CustomerEvent = Described['CustomerEvent']

/** One customer with a page of their journey. */
export type CustomerJourney = Described['CustomerJourney']

export type VocabularyName = Described['VocabularyName']
