import { expect, test } from 'vitest'
import { bytes, count, dash, duration, feeling, interval, percent, plural, plusMinus, shortCount } from './numbers'
import { age, ago } from './times'

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')

test('counts', () => {
  expect(count(4120)).toBe('4,120')
  expect(count(0)).toBe('0')
  expect(count(null)).toBe(dash)
  expect(count(Number.NaN)).toBe(dash)
  expect(plain(shortCount(9_999))).toBe('9,999')
  expect(plain(shortCount(61_020))).toBe('61 k')
  expect(plain(shortCount(999_999))).toBe('1.0 M')
  expect(plain(shortCount(1_240_000))).toBe('1.2 M')
  expect(plain(plural(1, 'customer'))).toBe('1 customer')
  expect(plain(plural(1200, 'journey'))).toBe('1,200 journeys')
  expect(plain(bytes(4_200_000))).toBe('4.2 MB')
})

test('a share that is not quite none or all is not called so', () => {
  expect(plain(percent(0))).toBe('0 %')
  expect(plain(percent(0.0004))).toBe('<1 %')
  expect(plain(percent(0.71))).toBe('71 %')
  expect(plain(percent(0.9996))).toBe('>99 %')
  expect(plain(percent(1))).toBe('100 %')
  expect(percent(undefined)).toBe(dash)
})

test('intervals', () => {
  expect(plusMinus({ value: 0.42, low: 0.4, high: 0.44 })).toBe('±2')
  expect(plusMinus({ value: 0.42, low: 0.4199, high: 0.4201 })).toBe('±<1')
  expect(plusMinus({ value: null, low: null, high: null })).toBeNull()
  expect(plain(interval({ value: 0.42, low: 0.4, high: 0.44 }))).toBe('40 to 44 %, 95 % interval')
})

test('feelings and lengths of time', () => {
  expect(feeling(0.84)).toBe('+0.8')
  expect(feeling(-0.93)).toBe('−0.9')
  expect(feeling(-0.04)).toBe('0.0')
  expect(plain(duration(0.2))).toBe('at once')
  expect(plain(duration(89))).toBe('89 s')
  expect(plain(duration(110))).toBe('2 min')
  expect(plain(duration(35 * 3600))).toBe('35 h')
  expect(plain(duration(80 * 86_400))).toBe('3 months')
})

test('ages', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  expect(ago('2026-11-22T11:59:40Z', now)).toBe('just now')
  expect(ago('2026-11-22T12:00:30Z', now)).toBe('just now')
  expect(plain(ago('2026-11-22T11:56:00Z', now))).toBe('4 min ago')
  expect(ago('2026-11-21T11:00:00Z', now)).toBe('yesterday')
  expect(ago('2026-01-05T12:00:00Z', now)).toBe('5 Jan 2026')
  expect(ago('nonsense', now)).toBe(dash)
  expect(age('2026-11-21T11:00:00Z', now)).toBe('1 day old')
})
