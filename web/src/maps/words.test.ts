import { expect, test } from 'vitest'
import type { MapSummary } from '../api'
import { copyTitle, sorted } from './words'

const map = (title: string, more: Partial<MapSummary> = {}) =>
  ({ id: title, title, updatedAt: '2026-01-01T00:00:00Z', fits: null, ...more }) as MapSummary

test('a copy gets a title of its own', () => {
  expect(copyTitle('Coffee', [])).toBe('Coffee, copy')
  expect(copyTitle('Coffee', [map('Coffee, copy')])).toBe('Coffee, copy 2')
  expect(copyTitle('Coffee, copy', [map('Coffee, copy')])).toBe('Coffee, copy 2')
})

test('maps in order', () => {
  const maps = [
    map('b', { updatedAt: '2026-03-01T00:00:00Z' }),
    map('a', { updatedAt: '2026-05-01T00:00:00Z', fits: 9, customers: 10 }),
    map('c', { fits: 20, customers: 100 }),
  ]
  const titles = (by: Parameters<typeof sorted>[1]) => sorted(maps, by).map(each => each.title)
  expect(titles('changed')).toEqual(['a', 'b', 'c'])
  expect(titles('title')).toEqual(['a', 'b', 'c'])
  expect(titles('fits')).toEqual(['c', 'a', 'b'])
})
