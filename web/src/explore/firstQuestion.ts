import { orderOf } from './flowOrder'
import { atDetail, end, type FlowShape, start, type Way } from './flowShape'

const steps = 4

/**
 * A first question worth asking: the way of up to four touchpoints, in the order of journeys, whose thinnest stretch
 * most customers walk. Longer ways come first; none when no touchpoint leads to another.
 */
export function firstQuestion(flow: FlowShape): string[] {
  const shape = atDetail(flow, 100)
  const order = orderOf(shape)
  const onward = new Map<string, Way[]>()
  for (const way of shape.ways) {
    const isOnward = (order.get(way.from) ?? 0) < (order.get(way.to) ?? 0)
    if (way.from === start || way.to === end || !isOnward) continue
    onward.set(way.from, [...(onward.get(way.from) ?? []), way])
  }
  let best: { path: string[]; thinnest: number } = { path: [], thinnest: 0 }
  const walk = (path: string[], thinnest: number) => {
    const isBetter = path.length > best.path.length || (path.length === best.path.length && thinnest > best.thinnest)
    if (path.length > 1 && isBetter) best = { path, thinnest }
    if (path.length === steps) return
    for (const way of onward.get(path.at(-1) ?? '') ?? []) walk([...path, way.to], Math.min(thinnest, way.units))
  }
  for (const place of shape.places) walk([place.name], Number.POSITIVE_INFINITY)
  return best.path
}
