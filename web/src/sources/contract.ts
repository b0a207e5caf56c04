// What the room takes and gives, as docs/reference/http-api.md says it.

export type Role = 'CUSTOMER' | 'EVENT' | 'TIME' | 'ORDER' | 'EVENT_ID' | 'CHANNEL' | 'PROPERTY' | 'NONE'

export interface Options {
  customer?: string
  event?: string
  time?: string
  order?: string
  timeFormat?: string
  timeZone?: string
  eventId?: string
  channel?: string
  channelValue?: string
  properties?: string[]
  encoding?: string
}

export interface PreviewColumn {
  name: string
  role: Role
  guessed: boolean
  why: string
  samples: string[]
}

export interface Question {
  topic: 'CUSTOMER' | 'EVENT' | 'TIME' | 'TIME_FORMAT' | 'ENCODING'
  column: string | null
  sentence: string
  candidates: { value: string; label: string }[]
}

export interface Preview {
  name: string
  bytes: number
  format: string
  gzip: boolean
  encoding: string | null
  delimiter: string | null
  columns: PreviewColumn[]
  firstRows: string[][]
  looked: number
  refused: number
  events: {
    customer: string
    event: string
    time: string | null
    channel: string | null
    properties: Record<string, string>
  }[]
  rejected: { row: number; field: string; reason: string; payload: string }[]
  questions: Question[]
  ready: boolean
  assumedTimeZone: string | null
  notes: string[]
}

export interface RejectedRow {
  file: string
  row: number
  field: string
  reason: string
  payload: string
}

export interface ImportedFile {
  file: string
  source: string
  read: number
  stored: number
  duplicates: number
  rejected: number
  dropped: number
  suppressed: number
  futureTimes: number
  truncated: boolean
  assumedTimeZone: string | null
  notes: string[]
}

export interface ImportResult {
  files: ImportedFile[]
  read: number
  stored: number
  duplicates: number
  rejected: number
  customers: number
  eventNames: number
  firstTime: string | null
  lastTime: string | null
  source: string
  problems: { field: string; message: string }[]
}
