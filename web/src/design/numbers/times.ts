// Dates and times as they stand on a screen, in the zone of whoever looks.

import { dash } from './numbers'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

type Moment = string | number | Date | null | undefined

function read(moment: Moment): Date | null {
  if (moment === null || moment === undefined) return null
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? null : date
}

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat('en-GB', options)
  return (moment: Moment) => {
    const date = read(moment)
    // Every month in three letters, so that columns of dates are even.
    return date === null ? dash : made.format(date).replace(/\bSept\b/, 'Sep')
  }
}

/** 12 Nov 2026 */
export const date = format({ day: 'numeric', month: 'short', year: 'numeric' })

/** 14:03 */
export const clock = format({ hour: '2-digit', minute: '2-digit' })

/** 12 Nov 2026, 14:03 */
export const dateTime = format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })

/** Friday 20 November 2026 */
export const longDate = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** How long ago: "just now", "4 min ago", "3 days ago", then the date. */
export function ago(moment: Moment, now: number = Date.now()): string {
  const then = read(moment)
  if (then === null) return dash
  const passed = now - then.getTime()
  // The clocks of two machines differ a little.
  if (passed < minute) return passed > -5 * minute ? 'just now' : date(then)
  if (passed < hour) return `${Math.floor(passed / minute)}\u00a0min ago`
  if (passed < day) return `${Math.floor(passed / hour)}\u00a0h ago`
  const days = Math.floor(passed / day)
  if (days < 60) return days === 1 ? 'yesterday' : `${days}\u00a0days ago`
  return date(then)
}

/** How old evidence is: "today", "1 day old", "14 months old". */
export function age(moment: Moment, now: number = Date.now()): string {
  const then = read(moment)
  if (then === null) return dash
  const days = Math.floor((now - then.getTime()) / day)
  if (days < 1) return 'less than a day old'
  if (days < 60) return days === 1 ? '1 day old' : `${days} days old`
  return `${Math.round(days / 30.44)} months old`
}
