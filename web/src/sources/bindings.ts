import type { VocabularyName } from '../api'
import type { BoundMap } from './queries'

type Touchpoint = NonNullable<BoundMap['map']['touchpoints']>[number]

/** A kind of event, and the touchpoints that it is part of. */
export interface EventRow {
  name: string
  channels: string[]
  events: number
  /** Of the channel with most of them. */
  customers: number
  touchpoints: Touchpoint[]
}

/** The kinds of event, most customers first. */
export function byWeight(names: readonly VocabularyName[], touchpoints: readonly Touchpoint[]): EventRow[] {
  const rows = new Map<string, EventRow>()
  for (const { name, channel, events, customers } of names) {
    const row = rows.get(name) ?? {
      name,
      channels: [],
      events: 0,
      customers: 0,
      touchpoints: touchpoints.filter(one => one.binding?.events.includes(name)),
    }
    if (channel !== null) row.channels.push(channel)
    row.events += events
    row.customers = Math.max(row.customers, customers)
    rows.set(name, row)
  }
  return [...rows.values()].sort(
    (a, b) => b.customers - a.customers || b.events - a.events || (a.name < b.name ? -1 : 1),
  )
}

export const unmapped = (rows: readonly EventRow[]) => rows.filter(row => row.touchpoints.length === 0)

/** A change of the map, but for its id and what it is based on. */
export interface BindingChange {
  label: string
  operations: { op: 'set'; element: string; field: string; value: unknown }[]
}

/** Ties an event to a touchpoint, or takes it out again. */
export function bindingChange(touchpoint: Touchpoint, event: string, isBound: boolean): BindingChange {
  const others = (touchpoint.binding?.events ?? []).filter(other => other !== event)
  const events = isBound ? [...others, event] : others
  const element = touchpoint.id
  const set = (field: string, value: unknown) => ({ op: 'set' as const, element, field, value })
  const label = isBound ? `Tie ${event} to ${touchpoint.name}` : `Take ${event} out of ${touchpoint.name}`
  if (events.length === 0) {
    return { label, operations: [set('binding', null), set('observability', 'UNKNOWN')] }
  }
  const seen = touchpoint.observability === 'EVENTS' ? [] : [set('observability', 'EVENTS')]
  return { label, operations: [set('binding', { ...touchpoint.binding, events }), ...seen] }
}
