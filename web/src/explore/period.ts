import type { Scope } from '../api'
import { date } from '../design'

/** The stretch of time that is asked about. Days are those of whoever looks. */
export type Period =
  | { kind: 'all' }
  /** Up to the latest event, not to today: data may end earlier. */
  | { kind: 'last'; days: number }
  /** Both days are inside. */
  | { kind: 'between'; from: string; to: string }

export const all: Period = { kind: 'all' }

export const lastDays = [7, 30, 90, 365]

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text)

export function readPeriod(address: URLSearchParams): Period {
  const days = Number(address.get('last'))
  if (Number.isInteger(days) && days > 0 && days < 100_000) return { kind: 'last', days }
  const from = address.get('from')
  const to = address.get('to')
  if (isDay(from) && isDay(to) && from <= to) return { kind: 'between', from, to }
  return all
}

/** Writes into `address`. */
export function writePeriod(period: Period, address: URLSearchParams) {
  for (const name of ['last', 'from', 'to']) address.delete(name)
  if (period.kind === 'last') address.set('last', String(period.days))
  if (period.kind === 'between') {
    address.set('from', period.from)
    address.set('to', period.to)
  }
}

const dayMs = 86_400_000

/** What a spec says of it. */
export function scope(period: Period, dataThrough: string | null): Scope {
  switch (period.kind) {
    case 'all':
      return {}
    case 'last':
      return dataThrough === null
        ? {}
        : { during: { from: new Date(Date.parse(dataThrough) - period.days * dayMs).toISOString() } }
    case 'between':
      return {
        during: {
          from: new Date(`${period.from}T00:00`).toISOString(),
          to: new Date(midnightAfter(period.to)).toISOString(),
        },
      }
  }
}

/** Days with a change of the clock are longer or shorter. */
function midnightAfter(day: string): Date {
  const midnight = new Date(`${day}T00:00`)
  midnight.setDate(midnight.getDate() + 1)
  return midnight
}

/** As it stands in a sentence after "in". */
export function periodWords(period: Period): string {
  switch (period.kind) {
    case 'all':
      return 'all time'
    case 'last':
      return period.days === 365 ? 'the last year' : `the last ${period.days} days`
    case 'between':
      return period.from === period.to
        ? date(`${period.from}T00:00`)
        : `${date(`${period.from}T00:00`)} to ${date(`${period.to}T00:00`)}`
  }
}
