import { expect, test } from 'vitest'
import type { FlowAnswer } from '../api'
import { around, atDetail, drawnShare, mostPlaces, mostWays, whole } from './flowShape'

/** Journeys that go at random between `n` touchpoints, the same every time. */
function answer(n: number): FlowAnswer {
  let seed = 7
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const edges = Array.from({ length: n * 6 }, () => ({
    from: `t${Math.floor(random() ** 2 * n)}`,
    to: `t${Math.floor(random() ** 2 * n)}`,
    units: 1 + Math.floor(random() * 900),
  }))
  const distinct = [...new Map(edges.map(edge => [`${edge.from} ${edge.to}`, edge])).values()]
  return {
    units: 1000,
    events: 5000,
    dataThrough: null,
    exactness: 'exact',
    tookMillis: 1,
    edges: distinct.map(edge => ({
      ...edge,
      occurrences: edge.units + 5,
      elapsedSeconds: { median: null, p90: null, mean: null },
    })),
    starts: [{ touchpoint: 't0', units: 1000 }],
    ends: [{ touchpoint: 't1', units: 1000 }],
  }
}

test('a graph of any size is drawn in part, and no touchpoint in it hangs in the air', () => {
  for (const n of [1, 2, 12, 1000]) {
    const flow = whole(answer(n))
    let before = 0
    for (const detail of [0, 25, 50, 75, 100]) {
      const shown = atDetail(flow, detail)
      expect(shown.places.length).toBeLessThanOrEqual(mostPlaces)
      expect(shown.ways.length).toBeLessThanOrEqual(mostWays + 2 * mostPlaces)
      const share = drawnShare(flow, shown) ?? 0
      expect(share).toBeGreaterThanOrEqual(before)
      expect(share).toBeLessThanOrEqual(1)
      before = share
      for (const place of shown.places) {
        const names = new Set(shown.places.map(other => other.name))
        const hasWay = flow.ways.some(
          way =>
            way.from !== way.to && [way.from, way.to].includes(place.name) && names.has(way.from) && names.has(way.to),
        )
        if (hasWay) expect(shown.ways.some(way => [way.from, way.to].includes(place.name))).toBe(true)
      }
    }
  }
})

test('times at a touchpoint are all its events', () => {
  const flow = answer(3)
  const all = whole(flow).places.reduce((sum, place) => sum + place.times, 0)
  expect(all).toBe(1000 + flow.edges.reduce((sum, edge) => sum + edge.occurrences, 0))
})

test('around a touchpoint stand the strongest ten before it and after it', () => {
  const flow = whole(answer(1000))
  const shown = around(flow, 't3')
  expect(shown.ways.filter(way => way.to === 't3' && way.from !== 't3').length).toBeLessThanOrEqual(10)
  expect(shown.ways.every(way => way.from === 't3' || way.to === 't3')).toBe(true)
})
