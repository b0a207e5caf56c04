import { describe, expect, it } from 'vitest'
import {
  type Acting,
  addCard,
  addClaim,
  addEvidence,
  addLane,
  addLink,
  addStage,
  addStep,
  addTouchpoint,
  deleteElement,
  drawEmotion,
  duplicateCard,
  moveCard,
  moveLane,
  moveStage,
  moveStep,
  pasteBlock,
  setField,
  spanCard,
} from './acts'
import { codes } from './codes'
import { type Id, type JourneyMap, LISTS, readMap, writeMap } from './journeyMap'
import { applyOperations } from './operation'
import { problemsOf } from './validity'

/** A small generator of numbers (mulberry32), so that a seed repeats a failure. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function ids(): () => Id {
  let next = 0
  return () => `00000000-0000-4000-8000-${String(++next).padStart(12, '0')}`
}

function blank(newId: () => Id): JourneyMap {
  return readMap({
    schemaVersion: 1,
    id: newId(),
    key: 'blank',
    title: 'Blank',
    mapType: 'CURRENT_STATE',
    state: 'AS_IS',
    status: 'DRAFT',
    reviewEveryMonths: 12,
    stages: [{ id: newId(), name: 'Start', stageKind: 'CUSTOM' }],
  })
}

function perform(map: JourneyMap, acting: Acting, newId: () => Id): JourneyMap {
  return applyOperations(map, acting(map, newId).operations).map
}

/** Something a person might do to a map, drawn by dice. */
function anyAct(map: JourneyMap, roll: (below: number) => number): Acting {
  const one = <T>(list: readonly T[]): T | undefined => list[roll(Math.max(1, list.length))]
  const orEnd = <T extends { id: Id }>(list: readonly T[]): Id | null =>
    list.length > 0 && roll(3) > 0 ? (one(list) as T).id : null
  const stage = one(map.stages)?.id as Id
  const step = one(map.steps)?.id
  const lane = one(map.lanes)?.id
  const card = one(map.cards)?.id
  const everything = LISTS.flatMap(list => [...map[list]] as { id: Id }[])
  const anything = one(everything)?.id as Id
  const inStage = map.steps.filter(s => s.stage === stage)
  switch (roll(18)) {
    case 0:
      return addStage(orEnd(map.stages), 'New stage')
    case 1:
    case 2:
      return addStep(stage, orEnd(inStage), 'New step')
    case 3:
      return addLane(orEnd(map.lanes), one(codes.laneRole) as (typeof codes.laneRole)[number], 'Lane')
    case 4:
      return moveStage(stage, orEnd(map.stages))
    case 5:
      return step ? moveStep(step, stage, orEnd(inStage)) : addStep(stage, null, 'First')
    case 6:
      return lane ? moveLane(lane, orEnd(map.lanes)) : addLane(null, 'TEXT', 'Lane')
    case 7:
    case 8:
      return lane && step ? addCard(lane, step, 'words', orEnd(map.cards)) : addLane(null, 'PAIN', 'Lane')
    case 9:
      return lane && step
        ? addTouchpoint(lane, step, one(map.touchpoints)?.id ?? { name: 'Till', observability: 'UNKNOWN' })
        : addStep(stage, null, 'First')
    case 10: {
      const target = map.cards.filter(c => c.lane === lane && c.fromStep === step)
      return card && lane && step ? moveCard(card, lane, step, orEnd(target)) : addStep(stage, null, 'First')
    }
    case 11: {
      const found = map.cards.find(c => c.id === card)
      const from = map.steps.findIndex(s => s.id === found?.fromStep)
      return found ? spanCard(found.id, (one(map.steps.slice(from)) as { id: Id }).id) : addStage(null, 'End')
    }
    case 12:
      return card ? duplicateCard(card) : addStep(stage, null, 'First')
    case 13:
      return step ? drawEmotion(step, roll(110) / 10 - 5.5, one(map.personas)?.id) : addStage(null, 'End')
    case 14: {
      const kind = one(codes.linkKind) as (typeof codes.linkKind)[number]
      return step
        ? addLink(step, kind === 'EXIT' ? undefined : one(map.steps)?.id, kind, 'says')
        : addStage(null, 'End')
    }
    case 15:
      return roll(2) === 0
        ? addClaim({ element: anything, claimType: 'OCCURS', statement: 'It happens.', tolerance: 0 })
        : addEvidence({ element: anything, kind: 'SURVEY', stance: 'SUPPORTS', title: 'Survey' })
    case 16:
      return lane && step
        ? pasteBlock(lane, step, [['a', 'b'], ['', 'c'], ['d']])
        : setField('Rename map', map.id, 'title', 'Other')
    default:
      return deleteElement(anything)
  }
}

describe('every act', () => {
  it('leaves a valid map, and its inverse leads back', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
    console.info(`seed ${seed}`)
    const roll = dice(seed)
    for (let round = 0; round < 60; round++) {
      const newId = ids()
      let map = blank(newId)
      for (let i = 0; i < 120; i++) {
        const act = anyAct(map, roll)(map, newId)
        const { map: after, inverse } = applyOperations(map, act.operations)
        expect(problemsOf(after), `seed ${seed}, round ${round}, act ${i}: ${act.label}`).toEqual([])
        expect(applyOperations(after, inverse).map, `undo of ${act.label}, seed ${seed}`).toEqual(map)
        map = after
      }
      expect(readMap(writeMap(map))).toEqual(map)
    }
  })
})

describe('acts', () => {
  const newId = ids()
  const grow = (...acts: ((map: JourneyMap) => Acting)[]): JourneyMap =>
    acts.reduce((map, acting) => perform(map, acting(map), newId), blank(newId))
  const threeSteps = () =>
    grow(
      m => addStep(m.stages[0]?.id as Id, null, 'one'),
      m => addStep(m.stages[0]?.id as Id, null, 'three'),
      m => addStep(m.stages[0]?.id as Id, m.steps[1]?.id as Id, 'two'),
      () => addLane(null, 'ACTION', 'Doing'),
    )
  const at = (map: JourneyMap, title: string) => map.steps.find(s => s.title === title)?.id as Id

  it('insert exactly where asked', () => {
    expect(threeSteps().steps.map(s => s.title)).toEqual(['one', 'two', 'three'])
  })

  it('keep the words of a wide card when one of its steps goes', () => {
    let map = threeSteps()
    map = perform(map, addCard(map.lanes[0]?.id as Id, at(map, 'one'), 'wide'), newId)
    map = perform(map, spanCard(map.cards[0]?.id as Id, at(map, 'three')), newId)
    map = perform(map, deleteElement(at(map, 'one')), newId)
    expect(map.cards.map(c => [c.fromStep, c.toStep])).toEqual([[at(map, 'two'), at(map, 'three')]])
  })

  it('move a stage together with its steps', () => {
    let map = threeSteps()
    map = perform(map, addStage(null, 'End'), newId)
    map = perform(map, moveStage(map.stages[1]?.id as Id, map.stages[0]?.id as Id), newId)
    expect(map.stages.map(s => s.name)).toEqual(['End', 'Start'])
    expect(map.steps.map(s => s.title)).toEqual(['End', 'one', 'two', 'three'])
  })

  it('take a touchpoint out with its last card, and not before', () => {
    let map = threeSteps()
    const lane = map.lanes[0]?.id as Id
    map = perform(map, addTouchpoint(lane, at(map, 'one'), { name: 'Till', observability: 'EVENTS' }), newId)
    const till = map.touchpoints[0]?.id as Id
    map = perform(map, addTouchpoint(lane, at(map, 'two'), till), newId)
    map = perform(map, deleteElement(map.cards[0]?.id as Id), newId)
    expect(map.touchpoints).toHaveLength(1)
    map = perform(map, deleteElement(map.cards[0]?.id as Id), newId)
    expect(map.touchpoints).toHaveLength(0)
  })

  it('leave the last step of a stage and the last stage alone', () => {
    const map = grow(m => addStep(m.stages[0]?.id as Id, null, 'only'))
    expect(deleteElement(at(map, 'only'))(map, newId).operations).toEqual([])
    expect(deleteElement(map.stages[0]?.id as Id)(map, newId).operations).toEqual([])
  })

  it('paste rows into the lanes below and columns along the steps', () => {
    let map = threeSteps()
    map = perform(map, addLane(null, 'TOUCHPOINT', 'Touchpoints'), newId)
    map = perform(map, pasteBlock(map.lanes[0]?.id as Id, at(map, 'two'), [['a', 'b', 'over'], ['App']]), newId)
    expect(map.cards.map(c => c.body)).toEqual(['a', 'b', ''])
    expect(map.touchpoints.map(t => t.name)).toEqual(['App'])
  })

  it('keep what they do not touch as the same object', () => {
    const map = threeSteps()
    const after = perform(map, setField('Rename step', at(map, 'two'), 'title', 'zwei'), newId)
    expect(after.lanes).toBe(map.lanes)
    expect(after.steps[0]).toBe(map.steps[0])
    expect(after.steps[1]).not.toBe(map.steps[1])
  })
})
