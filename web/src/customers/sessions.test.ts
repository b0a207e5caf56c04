import { expect, test } from 'vitest'
import type { CustomerEvent } from '../api'
import { channelsOf, lasted, laterWords, sessionsOf, shown } from './sessions'

function event(
  name: string,
  time: string | null,
  session: number | null,
  channel: string | null = null,
): CustomerEvent {
  return { id: name, customer: 'ann', name, channel, time, source: 's', session, properties: {} }
}

test('events are folded into sessions, those without a time into one of their own', () => {
  const sessions = sessionsOf([
    event('a', null, null),
    event('b', '2026-01-01T10:00:00Z', 1, 'web'),
    event('c', '2026-01-01T10:10:00Z', 1, 'store'),
    event('d', '2026-01-01T10:11:00Z', 1, 'web'),
    event('e', '2026-01-04T10:11:00Z', 2),
  ])
  expect(sessions.map(session => session.events.map(one => one.name).join(''))).toEqual(['a', 'bcd', 'e'])
  expect(sessions.map(session => session.gapSeconds)).toEqual([null, null, 3 * 86_400])
  expect(sessions.map(lasted)).toEqual([null, 660, 0])
  expect(sessions.map(channelsOf)).toEqual([[null], ['web', 'store'], [null]])
})

test('a gap is said in the largest unit that fits twice', () => {
  expect([1_900, 3_600 * 1.5, 3_600 * 30, 86_400 * 3, 86_400 * 50, 86_400 * 200, 86_400 * 800].map(laterWords)).toEqual(
    [
      '32 minutes later',
      '90 minutes later',
      '30 hours later',
      '3 days later',
      '50 days later',
      '7 months later',
      '2 years later',
    ],
  )
})

test('a value of any kind is shown', () => {
  expect(['a', 1.5, true, null, { a: [1] }].map(shown)).toEqual(['a', '1.5', 'true', '–', '{"a":[1]}'])
})
