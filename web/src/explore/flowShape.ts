import type { FlowAnswer, FlowEdge } from '../api'

// Which part of a directly-follows graph is drawn: enough to read, never a hairball.

/** Stand for where journeys start and end; no touchpoint has an empty name or this one. */
export const start = '\u0000start'
export const end = '\u0000end'

export interface Way {
  from: string
  to: string
  units: number
  /** How often it was walked. */
  times: number
  /** Median; null for starts and ends, and without times. */
  seconds: number | null
}

export interface Place {
  name: string
  /** Events there. */
  times: number
}

export interface FlowShape {
  places: Place[]
  ways: Way[]
}

/** Everything that the answer holds, most times first. */
export function whole(flow: FlowAnswer): FlowShape {
  const times = new Map<string, number>()
  const add = (name: string, more: number) => times.set(name, (times.get(name) ?? 0) + more)
  // An event is the first of its journey or has one before it: so they add up to all events of a touchpoint.
  for (const first of flow.starts) add(first.touchpoint, first.units)
  for (const edge of flow.edges) add(edge.to, edge.occurrences)
  const places = [...times].map(([name, n]) => ({ name, times: n })).sort((a, b) => b.times - a.times)
  return { places, ways: [...starts(flow), ...flow.edges.map(way), ...ends(flow)] }
}

const way = (edge: FlowEdge): Way => ({
  from: edge.from,
  to: edge.to,
  units: edge.units,
  times: edge.occurrences,
  seconds: edge.elapsedSeconds.median,
})

const starts = (flow: FlowAnswer): Way[] =>
  flow.starts.map(first => ({
    from: start,
    to: first.touchpoint,
    units: first.units,
    times: first.units,
    seconds: null,
  }))

const ends = (flow: FlowAnswer): Way[] =>
  flow.ends.map(last => ({ from: last.touchpoint, to: end, units: last.units, times: last.units, seconds: null }))

export const mostPlaces = 36
export const mostWays = 80

/**
 * The part at a level of detail, 0 to 100. Touchpoints come in by how often they occur; of the ways between them the
 * strongest of all, and of every touchpoint the strongest in and out, so that none hangs in the air.
 */
export function atDetail(flow: FlowShape, detail: number): FlowShape {
  const share = Math.max(0, Math.min(detail, 100)) / 100
  const few = Math.min(5, flow.places.length)
  const many = Math.min(mostPlaces, flow.places.length)
  const places = flow.places.slice(0, Math.round(few + (many - few) * share))
  const names = new Set([start, end, ...places.map(place => place.name)])
  const possible = flow.ways
    .filter(other => names.has(other.from) && names.has(other.to))
    .sort((a, b) => b.units - a.units)
  const kept = new Set<Way>()
  for (const place of places) {
    const into = possible.find(other => other.to === place.name && other.from !== place.name)
    const out = possible.find(other => other.from === place.name && other.to !== place.name)
    if (into) kept.add(into)
    if (out) kept.add(out)
  }
  const wanted = Math.min(mostWays, Math.round(places.length * (1.3 + 2.2 * share)))
  for (const other of possible) {
    if (kept.size >= wanted) break
    kept.add(other)
  }
  const shown = possible.filter(other => kept.has(other))
  // A mark for where journeys start, or end, stands only where a way leads from, or to, it.
  return { places, ways: shown }
}

/** A touchpoint with everything that leads to it and from it, the strongest ten of each. */
export function around(flow: FlowShape, name: string): FlowShape {
  const strongest = (ways: Way[]) => ways.sort((a, b) => b.units - a.units).slice(0, 10)
  const into = strongest(flow.ways.filter(other => other.to === name && other.from !== name))
  const out = strongest(flow.ways.filter(other => other.from === name && other.to !== name))
  const self = flow.ways.filter(other => other.from === name && other.to === name)
  const names = new Set([name, ...into.map(other => other.from), ...out.map(other => other.to)])
  return { places: flow.places.filter(place => names.has(place.name)), ways: [...into, ...out, ...self] }
}

/** Of all moves from touchpoint to touchpoint, those that are drawn. */
export function drawnShare(all: FlowShape, shown: FlowShape): number | null {
  const sum = (ways: Way[]) => ways.reduce((total, other) => total + other.times, 0)
  const total = sum(all.ways)
  return total === 0 ? null : sum(shown.ways) / total
}
