import { expect, test } from 'vitest'
import { firstQuestion } from './firstQuestion'
import { end, start } from './flowShape'

const way = (from: string, to: string, units: number, seconds: number | null = 60) => ({
  from,
  to,
  units,
  times: units,
  seconds,
})

test('the first question follows the broadest way in the order of journeys', () => {
  const places = ['menu', 'basket', 'paid', 'ready', 'till'].map(name => ({ name, times: 9 }))
  const question = firstQuestion({
    places,
    ways: [
      way(start, 'menu', 900, null),
      way('menu', 'basket', 800),
      way('basket', 'paid', 700),
      way('basket', 'till', 90),
      way('paid', 'ready', 690),
      way('ready', 'menu', 600, 86_400),
      way('ready', end, 100, null),
    ],
  })
  expect(question).toEqual(['menu', 'basket', 'paid', 'ready'])
})

test('where nothing leads on there is nothing to ask', () => {
  expect(firstQuestion({ places: [{ name: 'alone', times: 1 }], ways: [way('alone', 'alone', 3)] })).toEqual([])
})
