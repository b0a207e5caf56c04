import { expect, test } from 'vitest'
import type { Preview, Role } from './contract'
import { noTime, withAnswer, withRole } from './options'

const preview = (roles: Record<string, Role>): Preview => ({
  name: 'a.csv',
  bytes: 1,
  format: 'csv',
  gzip: false,
  encoding: 'UTF-8',
  delimiter: ',',
  columns: Object.entries(roles).map(([name, role]) => ({ name, role, guessed: true, why: '', samples: [] })),
  firstRows: [],
  looked: 0,
  refused: 0,
  events: [],
  rejected: [],
  questions: [],
  ready: true,
  assumedTimeZone: null,
  notes: [],
})
const shop = preview({ id: 'CUSTOMER', what: 'EVENT', at: 'TIME', shop: 'PROPERTY', note: 'PROPERTY' })

test('a column that takes a role takes it from the one that had it', () => {
  expect(withRole(shop, {}, 'shop', 'CUSTOMER')).toEqual({ customer: 'shop', event: 'what', time: 'at' })
  expect(withRole(shop, {}, 'shop', 'CHANNEL')).toEqual({ customer: 'id', event: 'what', time: 'at', channel: 'shop' })
})

test('a column that is left out is no property, and can be one again', () => {
  const without = withRole(shop, {}, 'note', 'NONE')
  expect(without).toEqual({ customer: 'id', event: 'what', time: 'at', properties: ['shop'] })
  const seen = preview({ id: 'CUSTOMER', what: 'EVENT', at: 'TIME', shop: 'PROPERTY', note: 'NONE' })
  expect(withRole(seen, without, 'note', 'PROPERTY')).toEqual({ customer: 'id', event: 'what', time: 'at' })
})

test('an event has a time or an order', () => {
  expect(withRole(shop, { timeFormat: 'd.M.yyyy' }, 'note', 'ORDER')).toEqual({
    customer: 'id',
    event: 'what',
    order: 'note',
  })
})

test('answers become options', () => {
  const ask = { sentence: '', candidates: [] }
  expect(withAnswer({ time: 'at' }, { ...ask, topic: 'TIME', column: null }, noTime)).toEqual({ order: 'row' })
  expect(withAnswer({}, { ...ask, topic: 'TIME_FORMAT', column: 'at' }, 'd.M.yyyy')).toEqual({
    time: 'at',
    timeFormat: 'd.M.yyyy',
  })
})
