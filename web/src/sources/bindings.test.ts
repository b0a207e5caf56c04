import { expect, test } from 'vitest'
import { bindingChange, byWeight, unmapped } from './bindings'

const cart = { id: 't1', name: 'Cart', observability: 'EVENTS', binding: { events: ['add', 'remove'] } }
const call = { id: 't2', name: 'Call', observability: 'UNKNOWN' }

test('kinds of event by weight, with the touchpoints that use them', () => {
  const rows = byWeight(
    [
      { name: 'add', channel: 'app', events: 5, customers: 3 },
      { name: 'pay', channel: null, events: 9, customers: 4 },
      { name: 'add', channel: 'web', events: 2, customers: 2 },
    ],
    [cart, call],
  )
  expect(rows.map(row => [row.name, row.events, row.customers])).toEqual([
    ['pay', 9, 4],
    ['add', 7, 3],
  ])
  expect(rows[1]?.touchpoints).toEqual([cart])
  expect(unmapped(rows).map(row => row.name)).toEqual(['pay'])
})

test('an event is tied and taken out; a touchpoint without events says so', () => {
  expect(bindingChange(call, 'ring', true).operations).toEqual([
    { op: 'set', element: 't2', field: 'binding', value: { events: ['ring'] } },
    { op: 'set', element: 't2', field: 'observability', value: 'EVENTS' },
  ])
  expect(bindingChange(cart, 'add', false).operations).toEqual([
    { op: 'set', element: 't1', field: 'binding', value: { events: ['remove'] } },
  ])
  const last = { ...cart, binding: { events: ['add'] } }
  expect(bindingChange(last, 'add', false).operations[0]).toEqual({
    op: 'set',
    element: 't1',
    field: 'binding',
    value: null,
  })
})
