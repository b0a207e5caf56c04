import { describe, expect, it } from 'vitest'
import { readMap } from '../operation'
import { seen } from './seen'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

const map = readMap({
  schemaVersion: 1,
  id: id(0),
  key: 'coffee',
  title: 'Coffee',
  mapType: 'CURRENT_STATE',
  state: 'AS_IS',
  status: 'DRAFT',
  reviewEveryMonths: 6,
  personas: [
    { id: id(1), name: 'Maya' },
    { id: id(2), name: 'Tomás' },
  ],
  stages: [{ id: id(3), name: 'Order', stageKind: 'CUSTOM' }],
  steps: [{ id: id(4), stage: id(3), title: 'Pays', orderGroup: 'SEQUENCE' }],
  lanes: [
    { id: id(5), role: 'THOUGHT', title: 'Thinking' },
    { id: id(6), role: 'PAIN', title: 'Pain points' },
  ],
  cards: [
    { id: id(7), lane: id(5), fromStep: id(4), toStep: id(4), body: 'Again?', persona: id(1) },
    { id: id(8), lane: id(6), fromStep: id(4), toStep: id(4), body: 'A queue' },
  ],
  emotions: [{ id: id(9), step: id(4), valence: 1, source: 'ASSUMED', persona: id(2) }],
})

describe('What is in sight', () => {
  it('is the map itself when nothing is filtered', () => {
    expect(seen(map, { persona: null, withoutLanes: new Set() })).toBe(map)
  })

  it('leaves out what only other personas do and feel, and keeps what is of everybody', () => {
    const shown = seen(map, { persona: id(2), withoutLanes: new Set() })
    expect(shown.cards.map(card => card.body)).toEqual(['A queue'])
    expect(shown.emotions).toHaveLength(1)
    expect(seen(map, { persona: id(1), withoutLanes: new Set() }).emotions).toHaveLength(0)
  })

  it('leaves out lanes, and shows everybody when the persona is no longer on the map', () => {
    expect(seen(map, { persona: null, withoutLanes: new Set([id(5)]) }).lanes.map(lane => lane.id)).toEqual([id(6)])
    expect(seen(map, { persona: 'gone', withoutLanes: new Set() })).toBe(map)
  })
})
