import { expect, test } from 'vitest'
import type { Job } from '../api'
import { mapOf, newlyEnded, rateOf } from './jobs'

const job = (more: Partial<Job>): Job => ({
  id: 'j1',
  workspace: 'shop',
  kind: 'IMPORT',
  title: 'Import of orders.csv',
  state: 'RUNNING',
  done: 0,
  total: null,
  unit: 'events',
  secondsLeft: null,
  sentence: '',
  resumable: false,
  result: null,
  problems: [],
  createdAt: '2026-11-22T10:00:00Z',
  startedAt: '2026-11-22T10:00:00Z',
  endedAt: null,
  ...more,
})

test('the rate is what was done since it began', () => {
  const now = Date.parse('2026-11-22T10:00:10Z')
  expect(rateOf(job({ done: 5000 }), now)).toBe(500)
  expect(rateOf(job({ done: 0 }), now)).toBeNull()
  expect(rateOf(job({ done: 9, startedAt: null }), now)).toBeNull()
  expect(rateOf(job({ done: 9, state: 'DONE' }), now)).toBeNull()
})

test('only what ended while somebody looked is told', () => {
  const running = [job({}), job({ id: 'j2', state: 'DONE' })]
  expect(newlyEnded(undefined, [job({ state: 'DONE' })])).toEqual([])
  expect(newlyEnded(running, running)).toEqual([])
  expect(
    newlyEnded(running, [job({ state: 'FAILED' }), job({ id: 'j2', state: 'DONE' })]).map(ended => ended.id),
  ).toEqual(['j1'])
})

test('the map that came of it', () => {
  expect(mapOf(job({ result: { map: 'm1' } }))).toBe('m1')
  expect(mapOf(job({ result: {} }))).toBeNull()
  expect(mapOf(job({}))).toBeNull()
})
