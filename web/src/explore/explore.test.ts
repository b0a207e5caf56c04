import { expect, test } from 'vitest'
import type { PathsAnswer } from '../api'
import { type FunnelState, readCount, readFunnel, readStep, writeCount, writeFunnel, writeStep } from './address'
import { csv } from './csv'
import { type PathsState, readPaths, writePaths } from './pathsAddress'
import { drawPaths } from './pathsLayout'
import { readPeriod, scope } from './period'
import { windowWords } from './window'

test('a step comes back from the address whatever its names are', () => {
  for (const step of [['a'], ['a', 'b'], ['a|b', 'c\\d'], ['\\'], ['|'], ['הזמנה', 'a b & c=d']]) {
    expect(readStep(writeStep(step))).toEqual(step)
  }
})

test('a question comes back from the address', () => {
  const state: FunnelState = {
    steps: [['catalog'], ['cart', 'a|b']],
    period: { kind: 'between', from: '2026-01-01', to: '2026-01-31' },
    window: 'P7D',
  }
  expect(readFunnel(new URLSearchParams(writeFunnel(state, new URLSearchParams('open=x')).toString()))).toEqual(state)
})

test('an address typed by hand asks nothing that cannot be asked', () => {
  expect(readFunnel(new URLSearchParams('within=soon&last=-3&step='))).toEqual({
    steps: [],
    period: { kind: 'all' },
    window: null,
  })
  expect(readPeriod(new URLSearchParams('from=2026-02-02&to=2026-01-01'))).toEqual({ kind: 'all' })
  for (const text of [
    null,
    '',
    '{',
    '7',
    '[]',
    '["EDGE","a"]',
    '["FUNNEL_STEP","2","REACHED"]',
    '["VARIANT"]',
    '["PATH_NODE",0,"ANY",false,"a"]',
    '["PATH_LINK",1,[false],[true]]',
  ]) {
    expect(readCount(text)).toBeNull()
  }
})

test('every count comes back from the address', () => {
  for (const count of [
    { kind: 'FUNNEL_STEP', step: 2, outcome: 'DROPPED' },
    { kind: 'EDGE', from: 'a"', to: 'b,c' },
    { kind: 'START', touchpoint: 'a' },
    { kind: 'END', touchpoint: 'b' },
    { kind: 'VARIANT', path: ['a', 'a', 'b'] },
    { kind: 'TOUCHPOINT', names: ['a', 'b'] },
    { kind: 'PATH_NODE', step: -2, outcome: 'DROPPED', names: ['a', 'b'], except: true },
    { kind: 'PATH_LINK', step: 1, from: { names: ['a'], except: false }, to: { names: [], except: true } },
    { kind: 'ALL' },
  ] as const) {
    expect(readCount(writeCount(count as never))).toEqual(count)
  }
})

test('the last days end with the data, and both days of a period are inside', () => {
  expect(scope({ kind: 'last', days: 7 }, '2026-01-08T12:00:00Z')).toEqual({
    during: { from: '2026-01-01T12:00:00.000Z' },
  })
  const during = scope({ kind: 'between', from: '2026-01-01', to: '2026-01-01' }, null).during
  expect(Date.parse(during?.to ?? '') - Date.parse(during?.from ?? '')).toBe(86_400_000)
})

test('a window is said in words', () => {
  expect([null, 'P7D', 'PT1H', 'PT30M', 'P1D', 'P2W', 'P1DT2H'].map(windowWords)).toEqual([
    'any time',
    '7 days',
    '1 hour',
    '30 minutes',
    '1 day',
    '14 days',
    'P1DT2H',
  ])
})

test('no cell of a file is a formula, and every cell is one cell', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['=1+1', 3],
        ['x,"y"', null],
        ['-2', 0.5],
        [' @cmd', -1],
      ],
    ),
  ).toBe('\uFEFFa,b\r\n\'=1+1,3\r\n"x,""y""",\r\n\'-2,0.5\r\n\' @cmd,-1\r\n')
})

test('paths come back from the address', () => {
  for (const state of [
    { anchor: 'beginning', start: [], end: [], maxSteps: 5, rows: 8, period: { kind: 'all' } },
    { anchor: 'between', start: ['a|b'], end: ['c', 'd'], maxSteps: 12, rows: 20, period: { kind: 'all' } },
  ] as PathsState[]) {
    expect(readPaths(new URLSearchParams(writePaths(state, new URLSearchParams('open=x')).toString()))).toEqual(state)
  }
})

test('what leaves a node in the picture of paths is as tall as what comes to it', () => {
  const answer = {
    paths: 10,
    nodes: [
      { step: 1, touchpoint: 'a', touchpoints: 1, units: 10, arrived: 0, continues: 0, inProgress: 0, dropped: 3 },
      { step: 2, touchpoint: 'b', touchpoints: 1, units: 5, arrived: 0, continues: 5, inProgress: 0, dropped: 0 },
      { step: 2, touchpoint: null, touchpoints: 2, units: 2, arrived: 0, continues: 0, inProgress: 0, dropped: 2 },
    ],
    links: [
      { step: 1, from: 'a', to: 'b', units: 5 },
      { step: 1, from: 'a', to: null, units: 2 },
    ],
  } as PathsAnswer
  const drawing = drawPaths(answer, 900)
  for (const box of drawing.boxes) {
    const out = drawing.ribbons.filter(ribbon => ribbon.from === box)
    const ends = [...out.map(ribbon => ribbon.y0 + ribbon.height), ...box.ended.map(end => end.y + end.height)]
    expect(Math.max(...ends)).toBeCloseTo(box.y + box.height)
  }
  expect(drawing.boxes.map(box => box.x)).toEqual([0, 696, 696])
})
