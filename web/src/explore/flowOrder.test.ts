import { expect, test } from 'vitest'
import { orderOf } from './flowOrder'
import { end, start } from './flowShape'

const way = (from: string, to: string, units: number, seconds: number | null = 60) => ({
  from,
  to,
  units,
  times: units,
  seconds,
})

const place = (name: string) => ({ name, times: 1 })

test('journeys run from start to end, and the way back after days is against the order', () => {
  const order = orderOf({
    places: ['handed over', 'paid', 'menu', 'basket'].map(place),
    ways: [
      way(start, 'menu', 500, null),
      way('menu', 'basket', 400),
      way('basket', 'paid', 300),
      way('paid', 'handed over', 300),
      way('handed over', 'menu', 280, 2 * 86_400),
      way('handed over', end, 200, null),
    ],
  })
  expect([...order.keys()]).toEqual([start, 'menu', 'basket', 'paid', 'handed over', end])
})

test('touchpoints that nothing leads to or from have a place too', () => {
  expect(orderOf({ places: [place('alone')], ways: [] }).get('alone')).toBe(1)
})
