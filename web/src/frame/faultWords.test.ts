import { expect, test } from 'vitest'
import { faultWords, isMissingPart } from './faultWords'

test.each([
  new TypeError('Failed to fetch dynamically imported module: http://x/assets/map-1.js'),
  new TypeError('error loading dynamically imported module: http://x/assets/map-1.js'),
  new TypeError('Importing a module script failed.'),
  new Error('Unable to preload CSS for /assets/map-1.css'),
])('a part that cannot be fetched is told from a screen that fails: %s', fault => {
  expect(isMissingPart(fault)).toBe(true)
  expect(faultWords(fault, false).title).toBe('This page is from an older build')
  expect(faultWords(fault, true).title).toBe('The server does not answer')
})

test('a screen that fails says what to tell us', () => {
  const words = faultWords(new TypeError('x is not a function'), false)
  expect(words.title).toBe('This screen failed')
  expect(words.detail).toContain('x is not a function')
})
