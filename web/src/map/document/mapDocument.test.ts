import { beforeEach, describe, expect, it } from 'vitest'
import {
  addCard,
  addLane,
  applyOperations,
  type Change,
  deleteElement,
  drawEmotion,
  type JourneyMap,
  readMap,
  setField,
  writeMap,
} from '../operation'
import { type DocumentParts, MapDocument, NotSent, type OrderedChange, type Outcome, type Replaced } from '.'

/** A server that orders changes, in memory, with the line under the test's thumb. */
class OrderingServer {
  map: JourneyMap
  log: OrderedChange[] = []
  isReachable = true
  oldest = 0
  refuses: (change: Change) => string | null = () => null

  constructor(readonly start: JourneyMap) {
    this.map = start
  }

  get revision() {
    return this.log.length
  }

  take(change: Change): Outcome {
    const known = this.log.find(c => c.id === change.id)
    if (known) return { change: change.id, revision: known.revision, refused: null }
    const sentence = this.refuses(change)
    if (sentence) return { change: change.id, revision: this.revision, refused: { sentence } }
    try {
      this.map = applyOperations(this.map, change.operations).map
    } catch (fault) {
      return { change: change.id, revision: this.revision, refused: { sentence: (fault as Error).message } }
    }
    this.log.push({ ...change, revision: this.revision + 1 })
    return { change: change.id, revision: this.revision, refused: null }
  }
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const start = readMap({
  schemaVersion: 1,
  id: id(1),
  key: 'k',
  title: 'T',
  mapType: 'CURRENT_STATE',
  state: 'AS_IS',
  status: 'DRAFT',
  reviewEveryMonths: 12,
  stages: [{ id: id(2), name: 'S', stageKind: 'CUSTOM' }],
  steps: [{ id: id(3), stage: id(2), title: 'one', orderGroup: 'SEQUENCE' }],
  lanes: [{ id: id(4), role: 'ACTION', title: 'Doing' }],
})

let server: OrderingServer
let timers: { act: () => void; ms: number }[]
let shelf: Change[]
let next: number
let clock: number

function parts(): DocumentParts {
  const reach = () => {
    if (!server.isReachable) throw new NotSent('The server does not answer.', false)
  }
  return {
    async post(changes) {
      reach()
      const outcomes = changes.map(c => server.take(JSON.parse(JSON.stringify(c)) as Change))
      return { revision: server.revision, outcomes }
    },
    async since(revision) {
      reach()
      if (revision < server.oldest) return null
      return { revision: server.revision, changes: server.log.filter(c => c.revision > revision) }
    },
    async load() {
      reach()
      return { revision: server.revision, map: writeMap(server.map) }
    },
    shelf: {
      put: changes => {
        shelf = [...changes]
      },
      take: () => [...shelf],
    },
    newId: () => id(next++),
    now: () => new Date(clock),
    later: (act, ms) => {
      const timer = { act, ms }
      timers.push(timer)
      return () => {
        timers = timers.filter(t => t !== timer)
      }
    },
  }
}

const open = () => new MapDocument({ revision: server.revision, map: writeMap(server.map) }, parts())

/** Lets everything happen that is due, in order. */
async function settle() {
  for (let i = 0; i < 20; i++) {
    for (const timer of timers.splice(0)) timer.act()
    await new Promise(resolve => setImmediate(resolve))
  }
}

beforeEach(() => {
  server = new OrderingServer(start)
  timers = []
  shelf = []
  next = 100
  clock = 0
})

describe('a document', () => {
  it('is changed at once and saved after', async () => {
    const document = open()
    document.perform(setField('Rename map', id(1), 'title', 'New'))
    expect(document.map.title).toBe('New')
    expect(document.state.getState().saving.kind).toBe('saving')
    await settle()
    expect(server.map.title).toBe('New')
    expect(document.state.getState().saving.kind).toBe('saved')
    expect(shelf).toEqual([])
  })

  it('keeps what is unsent over a reload while the server is gone', async () => {
    server.isReachable = false
    const document = open()
    document.perform(addCard(id(4), id(3), 'kept'))
    await settle()
    expect(document.state.getState().saving).toEqual({ kind: 'unsaved', sentence: 'The server does not answer.' })
    document.close()
    const again = open()
    expect(again.map.cards.map(c => c.body)).toEqual(['kept'])
    server.isReachable = true
    again.resumed()
    await settle()
    expect(server.map.cards.map(c => c.body)).toEqual(['kept'])
    expect(shelf).toEqual([])
  })

  it('puts what others do under what is pending', async () => {
    const document = open()
    const other = open()
    other.perform(addLane(null, 'PAIN', 'Pain points'))
    await settle()
    document.perform(setField('Rename step', id(3), 'title', 'mine'))
    await settle()
    expect(document.map.lanes.map(l => l.title)).toEqual(['Doing', 'Pain points'])
    expect(document.map.steps[0]?.title).toBe('mine')
    expect(document.state.getState().revision).toBe(2)
    other.heard({ revision: 2, change: server.log[1] })
    expect(other.map).toEqual(server.map)
    expect(document.map).toEqual(server.map)
  })

  it('loads anew when too much was missed', async () => {
    const document = open()
    const other = open()
    other.perform(addLane(null, 'PAIN', 'Pain points'))
    await settle()
    server.oldest = 1
    document.heard({ revision: 3, change: null })
    await settle()
    expect(document.map).toEqual(server.map)
  })

  it('says what was refused, takes it back and keeps the words', async () => {
    server.refuses = change => (change.label === 'Add card' ? 'The lane was deleted.' : null)
    const document = open()
    document.perform(addCard(id(4), id(3), 'precious words'))
    document.perform(setField('Rename map', id(1), 'title', 'New'))
    await settle()
    const { refused, map } = document.state.getState()
    expect(refused.map(r => [r.sentence, r.text])).toEqual([['The lane was deleted.', 'precious words']])
    expect(map.cards).toEqual([])
    expect(map.title).toBe('New')
    server.refuses = () => null
    expect(document.retry(refused[0]?.change.id as string)).toBeNull()
    await settle()
    expect(server.map.cards.map(c => c.body)).toEqual(['precious words'])
  })

  it('undoes and redoes its own changes by name, a hundred deep', async () => {
    const document = open()
    for (let i = 0; i < 120; i++) document.perform(setField(`Rename ${i}`, id(1), 'title', `title ${i}`))
    await settle()
    const foreign = open()
    foreign.perform(setField('Rename step', id(3), 'title', 'theirs'))
    await settle()
    expect(document.state.getState().undo).toBe('Rename 119')
    for (let i = 0; i < 120; i++) document.undo()
    await settle()
    expect(server.map.title).toBe('T')
    expect(server.map.steps[0]?.title).toBe('theirs')
    expect(document.redo()).toEqual({ sentence: 'Done again: Rename 0', isDone: true })
    await settle()
    expect(server.map.title).toBe('title 0')
  })

  it('says when an undo is no longer possible', async () => {
    const document = open()
    document.perform(addCard(id(4), id(3), 'words'))
    await settle()
    const card = server.map.cards[0]?.id as string
    const change = { id: id(1), base: 1, label: 'x', operations: [{ op: 'delete' as const, element: card }] }
    server.take(change)
    document.heard({ revision: 2, change })
    expect(document.undo()?.sentence).toContain('cannot be undone')
  })

  it('tells whose words were replaced by whose, and puts them back', async () => {
    const document = open()
    const other = open()
    document.perform(setField('Rename step', id(3), 'title', 'mine'))
    await settle()
    other.heard({ revision: 1, change: server.log[0] })
    other.perform(setField('Rename step', id(3), 'title', 'theirs'))
    other.perform(setField('Rename map', id(1), 'title', 'not mine'))
    await settle()
    for (const change of server.log.slice(1)) document.heard({ revision: change.revision, change })
    const { replaced } = document.state.getState()
    expect(replaced).toEqual([{ element: id(3), field: 'title', mine: 'mine', theirs: 'theirs' }])
    expect(other.state.getState().replaced).toEqual([])
    document.settleReplaced(replaced[0] as Replaced, true)
    await settle()
    expect(server.map.steps[0]?.title).toBe('mine')
    expect(document.state.getState().replaced).toEqual([])
    for (const change of server.log.slice(3)) other.heard({ revision: change.revision, change })
    expect(other.state.getState().replaced.map(r => r.mine)).toEqual(['theirs'])
  })

  it('tells it also when so much was missed that the map was loaded anew', async () => {
    const document = open()
    document.perform(setField('Rename map', id(1), 'title', 'mine'))
    await settle()
    const other = open()
    other.perform(setField('Rename map', id(1), 'title', 'theirs'))
    await settle()
    server.oldest = 9
    document.resumed()
    await settle()
    expect(document.state.getState().replaced.map(r => r.theirs)).toEqual(['theirs'])
  })

  it('keeps the words of a pen whose place somebody else took out', async () => {
    const document = open()
    document.perform(addCard(id(4), id(3), 'words'))
    await settle()
    const card = server.map.cards[0] as { id: string }
    const other = open()
    other.perform(deleteElement(card.id))
    await settle()
    document.heard({ revision: 2, change: server.log[1] })
    expect(document.perform(setField('Edit card', card.id, 'body', 'more words'))).toEqual({})
    const [kept] = document.state.getState().refused
    expect([kept?.sentence, kept?.text]).toEqual(['what it stood in was deleted elsewhere.', 'more words'])
    expect(document.retry(kept?.change.id as string)).toBe('What it is about is no longer on the map.')
    other.undo()
    await settle()
    document.heard({ revision: 3, change: server.log[2] })
    expect(document.retry(kept?.change.id as string)).toBeNull()
    await settle()
    expect(server.map.cards[0]?.body).toBe('more words')
  })

  it('takes quick doings of one kind as one step', async () => {
    const document = open()
    for (let i = 1; i <= 5; i++) document.perform(drawEmotion(id(3), i / 2), 'feeling')
    await settle()
    expect(server.revision).toBe(1)
    expect(server.map.emotions.map(e => e.valence)).toEqual([2.5])
    document.undo()
    await settle()
    expect(server.map.emotions).toEqual([])
  })

  it('refuses at once what could never be saved', () => {
    const document = open()
    expect(document.perform(setField('Rename step', id(3), 'title', 'x'.repeat(401))).refused).toContain(
      '401 characters',
    )
    expect(document.map.steps[0]?.title).toBe('one')
  })

  it('does not stand in the way of what a newer server knows', async () => {
    const newer = { ...start, steps: [{ ...start.steps[0], mood: 'new' }] }
    server = new OrderingServer(newer as unknown as JourneyMap)
    const document = open()
    expect(document.perform(setField('Rename map', id(1), 'title', 'New')).refused).toBeUndefined()
    await settle()
    expect(server.map.title).toBe('New')
  })

  it('keeps objects that a change does not touch when its change is acknowledged', async () => {
    const document = open()
    document.perform(setField('Rename step', id(3), 'title', 'mine'))
    const { map } = document
    await settle()
    expect(document.map).toBe(map)
  })
})
