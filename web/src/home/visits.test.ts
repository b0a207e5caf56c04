import { expect, test } from 'vitest'
import { greeting, spokenVisit } from './visits'

test('the hour makes the greeting', () => {
  expect(greeting(new Date(2026, 10, 20, 7))).toBe('Good morning')
  expect(greeting(new Date(2026, 10, 20, 12))).toBe('Good afternoon')
  expect(greeting(new Date(2026, 10, 20, 23))).toBe('Good evening')
})

test('the last visit as one says it', () => {
  const now = new Date(2026, 10, 20, 9)
  expect(spokenVisit(new Date(2026, 10, 20, 1), now)).toBeNull()
  expect(spokenVisit(new Date(2026, 10, 19, 23), now)).toBe('yesterday')
  expect(spokenVisit(new Date(2026, 10, 17, 9), now)).toBe('on Tuesday')
  expect(spokenVisit(new Date(2026, 9, 2, 9), now)).toBe('on 2 October 2026')
})
