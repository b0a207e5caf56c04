import { end, type FlowShape, start, type Way } from './flowShape'

/**
 * Touchpoints in the order in which journeys come to them, so that few customers walk against it: journeys begin at
 * the left and end at the right, and what leads back is seen as leading back.
 */
export function orderOf(shape: FlowShape): Map<string, number> {
  const ways = shape.ways.filter(way => way.from !== way.to && way.from !== start && way.to !== end)
  const weight = weights(ways)
  const begins = new Map(shape.ways.filter(way => way.from === start).map(way => [way.to, way.units]))
  const names = shape.places.map(place => place.name)
  const lead = (name: string) =>
    (begins.get(name) ?? 0) +
    ways.reduce((sum, way) => sum + (weight.get(way) ?? 0) * (Number(way.from === name) - Number(way.to === name)), 0)
  // Moving about ends where no single move helps; from two beginnings that is rarely far from the best.
  const found = [peeled(names, ways, weight, begins), names.toSorted((a, b) => lead(b) - lead(a))].map(first =>
    improved(first, ways, weight),
  )
  const best = found.reduce((one, other) => (other.against < one.against ? other : one))
  return new Map([start, ...best.order, end].map((name, i) => [name, i]))
}

const mostSweeps = 20
const longestBlock = 6

/** Moves names, alone and with their neighbors, to where fewer walk against the order, until no move helps. */
function improved(
  first: readonly string[],
  ways: readonly Way[],
  weight: ReadonlyMap<Way, number>,
): { order: string[]; against: number } {
  const index = new Map(first.map((name, i) => [name, i]))
  const steps = ways.map(way => ({
    from: index.get(way.from) ?? 0,
    to: index.get(way.to) ?? 0,
    weight: weight.get(way) ?? 0,
  }))
  const place = new Int32Array(first.length)
  const againstOf = (order: readonly number[]) => {
    for (let i = 0; i < order.length; i++) place[order[i] as number] = i
    let sum = 0
    for (const step of steps) if ((place[step.from] as number) > (place[step.to] as number)) sum += step.weight
    return sum
  }
  let order = [...first.keys()]
  let against = againstOf(order)
  for (let sweep = 0, isBetter = true; isBetter && sweep < mostSweeps; sweep++) {
    isBetter = false
    for (let length = 1; length <= Math.min(longestBlock, order.length - 1); length++) {
      for (let from = 0; from + length <= order.length; from++) {
        for (let to = 0; to + length <= order.length; to++) {
          if (to === from) continue
          const moved = [...order]
          moved.splice(to, 0, ...moved.splice(from, length))
          const sum = againstOf(moved)
          if (sum < against - 1e-9) {
            order = moved
            against = sum
            isBetter = true
          }
        }
      }
    }
  }
  return { order: order.map(i => first[i] as string), against }
}

/**
 * A first order: who is last of those left goes to the end, who is first to the front, and where all go in circles the
 * one from which most lead on, journeys that begin there counted in.
 */
function peeled(
  names: readonly string[],
  ways: readonly Way[],
  weight: ReadonlyMap<Way, number>,
  begins: ReadonlyMap<string, number>,
): string[] {
  const left = new Set(names)
  const front: string[] = []
  const back: string[] = []
  while (left.size > 0) {
    const among = ways.filter(way => left.has(way.from) && left.has(way.to))
    const sum = (of: (way: Way) => boolean) =>
      among.reduce((total, way) => total + (of(way) ? (weight.get(way) ?? 0) : 0), 0)
    const rest = [...left].map(name => ({
      name,
      out: sum(way => way.from === name),
      into: sum(way => way.to === name),
    }))
    const last = rest.find(one => one.out === 0 && one.into > 0)
    const lead = (one: (typeof rest)[number]) => one.out - one.into + (begins.get(one.name) ?? 0) / names.length
    const next = last ?? rest.reduce((best, one) => (lead(one) > lead(best) ? one : best))
    if (last) back.unshift(next.name)
    else front.push(next.name)
    left.delete(next.name)
  }
  return [...front, ...back]
}

/** A quick move says more about the order than one that is made days later: then a journey begins anew. */
function weights(ways: readonly Way[]): Map<Way, number> {
  const typical = Math.max(1, typicalSeconds(ways))
  return new Map(ways.map(way => [way, way.units / (1 + (way.seconds ?? 0) / typical)]))
}

/** Half of all moves are as quick. */
function typicalSeconds(ways: readonly Way[]): number {
  const timed = ways.filter(way => way.seconds !== null).sort((a, b) => (a.seconds ?? 0) - (b.seconds ?? 0))
  const half = timed.reduce((sum, way) => sum + way.times, 0) / 2
  let walked = 0
  for (const way of timed) {
    walked += way.times
    if (walked >= half) return way.seconds ?? 0
  }
  return 0
}
