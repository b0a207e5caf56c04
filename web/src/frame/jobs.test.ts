import { expect, test } from 'vitest'
import type { Job } from '../api'
import { mapOf, newlyEnded, Pace } from './jobs'

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

test('the pace is what was seen, and begins anew with another part of the work', () => {
  const pace = new Pace()
  pace.see(job({ done: 100, total: 1000 }), 0)
  expect(pace.rate).toBeNull()
  pace.see(job({ done: 300, total: 1000 }), 2000)
  expect(pace.rate).toBe(100)
  expect(pace.secondsLeft(job({ done: 300, total: 1000 }))).toBe(7)
  pace.see(job({ done: 5, total: 50, unit: 'customers' }), 3000)
  expect(pace.rate).toBeNull()
  pace.see(job({ done: 25, total: 50, unit: 'customers' }), 5000)
  expect(pace.rate).toBe(10)
  pace.see(job({ done: 0, total: 50, unit: 'customers' }), 6000)
  expect(pace.rate).toBeNull()
  expect(pace.secondsLeft(job({ done: 0 }))).toBeNull()
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
