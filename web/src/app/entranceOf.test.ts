import { expect, test } from 'vitest'
import type { Workspace } from '../api'
import { entranceOf } from './entranceOf'

const workspace = (id: string, events: number, synthetic = false): Workspace => ({
  id,
  name: id,
  synthetic,
  note: null,
  customers: 0,
  events,
  dataThrough: null,
})

test('the last visit, else the demo, else where most is', () => {
  const all = [workspace('default', 0), workspace('shop', 100), workspace('harbour', 0, true)]
  expect(entranceOf(all, 'default')?.id).toBe('default')
  expect(entranceOf(all, 'gone')?.id).toBe('harbour')
  expect(entranceOf(all.slice(0, 2), null)?.id).toBe('shop')
  expect(entranceOf([], null)).toBeUndefined()
})
