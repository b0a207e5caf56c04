// What the server takes and gives, as docs/reference/http-api.md says it.

export type Instant = string
export type Uuid = string

export interface AppInfo {
  version: string
  build: string
  signIn: boolean
  demo: boolean
}

export interface Workspace {
  id: string
  name: string
  synthetic: boolean
  note: string | null
  customers: number
  events: number
  dataThrough: Instant | null
}

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

export interface HomeLine {
  kind: string
  title: string
  detail: string | null
  level: EvidenceLevel | null
  map: { id: Uuid; title: string } | null
  element: Uuid | null
  target: string | null
  number: number | null
  of: number | null
  at: Instant | null
}

export interface Source {
  id: string
  name: string
  kind: 'FILE' | 'DEMO'
  format: string | null
  importedAt: Instant | null
  read: number
  stored: number
  duplicates: number
  rejected: number
  firstTime: Instant | null
  lastTime: Instant | null
  events: number
  synthetic: boolean
}

export interface HomeAnswers {
  firstDay: boolean
  changed: HomeLine[]
  hurts: HomeLine[]
  due: HomeLine[]
  flowing: {
    events: number
    customers: number
    dataThrough: Instant | null
    rejected: number
    sources: Source[]
  }
}

export type JobKind = 'DEMO' | 'IMPORT' | 'DRAFT' | 'CHECK' | 'EXPORT'
export type JobState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED' | 'INTERRUPTED'

export interface FieldProblem {
  field: string | null
  message: string
}

export interface Job {
  id: string
  workspace: string
  kind: JobKind
  title: string
  state: JobState
  done: number
  total: number | null
  unit: string
  secondsLeft: number | null
  sentence: string
  resumable: boolean
  result: Record<string, unknown> | null
  problems: FieldProblem[]
  createdAt: Instant
  startedAt: Instant | null
  endedAt: Instant | null
}

export type MapType = 'CURRENT_STATE' | 'FUTURE_STATE' | 'DAY_IN_THE_LIFE' | 'SERVICE_BLUEPRINT'
export type MapStatus = 'DRAFT' | 'IN_RESEARCH' | 'IN_REVIEW' | 'PUBLISHED' | 'NEEDS_REVIEW' | 'RETIRED'
export type MapTemplate = 'BLANK' | 'PURCHASE' | 'SERVICE' | 'SUBSCRIPTION' | 'DAY'

export interface MapSummary {
  id: Uuid
  key: string
  title: string
  mapType: MapType
  state: 'AS_IS' | 'TO_BE'
  status: MapStatus
  revision: number
  updatedAt: Instant
  checkedAt: Instant | null
  stages: number
  steps: number
  personas: { id: Uuid; name: string }[]
  marks: Partial<Record<EvidenceLevel, number>>
  customers: number | null
  fits: number | null
}

export interface Rate {
  n: number
  d: number
  value: number | null
  low: number | null
  high: number | null
}

export type PersonaKind =
  | 'BUYER'
  | 'USER'
  | 'CUSTOMER'
  | 'EMPLOYEE'
  | 'CITIZEN'
  | 'PATIENT'
  | 'STUDENT'
  | 'PARTNER'
  | 'SELF'
  | 'ANTI_PERSONA'
export type PersonaStanding = 'PROTO' | 'RESEARCHED' | 'DATA_BACKED'

export type ChannelKind =
  | 'WEBSITE'
  | 'APP_PRODUCT'
  | 'EMAIL'
  | 'SMS_PUSH'
  | 'SOCIAL'
  | 'SEARCH'
  | 'DISPLAY_VIDEO_AD'
  | 'TV_RADIO_OUTDOOR'
  | 'SALES'
  | 'PHONE'
  | 'CHAT_BOT'
  | 'HELP_CENTRE'
  | 'STORE'
  | 'EVENT'
  | 'COMMUNITY_FORUM'
  | 'REFERRAL'
  | 'REVIEW_SITE'
  | 'PRINT_LETTER'
  | 'PACKAGING_MANUAL'
  | 'KIOSK'
  | 'PAYMENT'
  | 'VOICE_ASSISTANT'
  | 'VR_AR'
  | 'PARTNER_AGENT'
  | 'OTHER'

/** Which customers in the data are a persona: those with an event that matches every condition. */
export interface PersonaSegment {
  where: { property: string; values: string[] }[]
}

export interface Persona {
  id: Uuid
  name: string
  tagline?: string | null
  quote?: string | null
  kind: PersonaKind
  standing: PersonaStanding
  share?: number | null
  goals?: string[]
  pains?: string[]
  bio?: string | null
  motivations?: string[]
  needs?: string[]
  behaviors?: string[]
  channels?: ChannelKind[]
  demographics?: { ageRange?: string | null; location?: string | null; occupation?: string | null } | null
  segment?: PersonaSegment | null
}

export interface StoredPersona extends Persona {
  revision: number
  maps?: { id: Uuid; title: string }[]
}

/** What events say of the customers in a persona's segment. */
export interface PersonaData {
  customers: Rate
  touchpoints: { name: string; inside: Rate; outside: Rate }[]
  journeyLength: { median: number | null; p90?: number | null } | null
  sentence: string
}

export interface CustomerLine {
  id: string
  events: number
  firstTime: Instant
  lastTime: Instant
  last: string
}

export interface VocabularyName {
  name: string
  channel: string | null
  events: number
  customers: number
}
