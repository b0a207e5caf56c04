import { useEffect, useState } from 'react'

const day = 86_400_000
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

export function greeting(now: Date): string {
  const hour = now.getHours()
  if (hour < 5) return 'Good evening'
  if (hour < 12) return 'Good morning'
  return hour < 18 ? 'Good afternoon' : 'Good evening'
}

const midnight = (moment: Date) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime()

/** When somebody was last here, as one says it; null when that was today. */
export function spokenVisit(last: Date, now: Date): string | null {
  const days = Math.round((midnight(now) - midnight(last)) / day)
  if (days < 1) return null
  if (days === 1) return 'yesterday'
  if (days < 7) return `on ${weekdays[last.getDay()]}`
  return `on ${last.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`
}

/** Notes this visit, and says when the one on an earlier day was. */
export function useLastVisit(workspace: string): string | null {
  const [spoken, setSpoken] = useState<string | null>(null)
  useEffect(() => {
    const key = `sojourn.visit.${workspace}`
    const now = new Date()
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as { today?: string; before?: string }
      const today = kept.today === undefined ? null : new Date(kept.today)
      const isSameDay = today !== null && midnight(today) === midnight(now)
      const before = isSameDay ? kept.before : kept.today
      localStorage.setItem(key, JSON.stringify({ today: now.toISOString(), ...(before && { before }) }))
      setSpoken(before ? spokenVisit(new Date(before), now) : null)
    } catch {
      setSpoken(null)
    }
  }, [workspace])
  return spoken
}
