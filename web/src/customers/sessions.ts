import type { CustomerEvent } from '../api'

/** Events with less than half an hour between them, or events without a time. */
export interface Session {
  /** Null for events without a time, which come first. */
  number: number | null
  events: CustomerEvent[]
  from: string | null
  to: string | null
  /** Since the session before; null for the first. */
  gapSeconds: number | null
}

const seconds = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000

/** The sessions of a journey, in order. */
export function sessionsOf(events: CustomerEvent[]): Session[] {
  const sessions: Session[] = []
  for (const event of events) {
    const open = sessions.at(-1)
    if (open && open.number === event.session) {
      open.events.push(event)
      open.to = event.time
    } else {
      sessions.push({
        number: event.session,
        events: [event],
        from: event.time,
        to: event.time,
        gapSeconds: open?.to && event.time ? seconds(open.to, event.time) : null,
      })
    }
  }
  return sessions
}

/** How long a session lasted. */
export function lasted(session: Session): number | null {
  return session.from === null || session.to === null ? null : seconds(session.from, session.to)
}

/** The channels of a session, in the order in which they come. */
export function channelsOf(session: Session): (string | null)[] {
  return [...new Set(session.events.map(event => event.channel))]
}

/** A gap in words: "3 days later", "2 hours later". */
export function laterWords(gapSeconds: number): string {
  const units = [
    { word: 'year', size: 365.25 * 86_400 },
    { word: 'month', size: 30.44 * 86_400 },
    { word: 'day', size: 86_400 },
    { word: 'hour', size: 3_600 },
    { word: 'minute', size: 60 },
  ]
  // Two of a unit at least, so that "1 month later" never stands for 50 days.
  const unit = units.find(other => gapSeconds >= other.size * 2) ?? units.at(-1)
  if (unit === undefined) return ''
  const amount = Math.round(gapSeconds / unit.size)
  return `${amount} ${unit.word}${amount === 1 ? '' : 's'} later`
}

/** A value of a property as it stands on the screen. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return '–'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
