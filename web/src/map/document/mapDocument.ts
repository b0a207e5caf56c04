import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  type Act,
  type Acting,
  applyOperations,
  type Change,
  type Id,
  type JourneyMap,
  newProblems,
  type Operation,
  RefusedOperation,
  readMap,
  setField,
} from '../operation'
import { type DocumentParts, NotSent, type OrderedChange, type Outcome } from './documentParts'
import type { DocumentState, Replaced, Retraced } from './documentState'
import { merged } from './merged'
import { textOf, WrittenWords } from './writtenWords'

interface Done {
  readonly label: string
  readonly forth: readonly Operation[]
  readonly back: readonly Operation[]
  readonly key: string | null
  readonly at: number
}

const UNDO_DEPTH = 500
const BATCH = 50
const COALESCE_MS = 1_500
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 15_000

/**
 * One open map. What a person does is there at once and goes to the server in the order in which it was done; what
 * others do is put under it. Nothing is forgotten before the server has it.
 */
export class MapDocument {
  readonly state: StoreApi<DocumentState>
  private base: JourneyMap
  private revision: number
  private pending: Change[]
  private inFlight = 0
  private isSending = false
  private isClosed = false
  private retryMs = FIRST_RETRY_MS
  private stopWaiting = () => {}
  private catchingUp: Promise<void> | null = null
  private readonly undone: Done[] = []
  private readonly done: Done[] = []
  private readonly written = new WrittenWords()

  constructor(
    loaded: { revision: number; map: object; updatedAt?: string | null },
    private readonly parts: DocumentParts,
  ) {
    this.base = readMap(loaded.map)
    this.revision = loaded.revision
    this.pending = parts.shelf.take()
    const at = loaded.updatedAt ? new Date(loaded.updatedAt) : null
    this.state = createStore<DocumentState>(() => ({
      map: this.replayed(),
      revision: this.revision,
      saving: this.pending.length > 0 ? { kind: 'saving' } : { kind: 'saved', at },
      undo: null,
      redo: null,
      refused: [],
      replaced: [],
    }))
    void this.flush()
  }

  get map(): JourneyMap {
    return this.state.getState().map
  }

  /**
   * Does something to the map. Doings with the same key that follow each other closely are one step of undo.
   *
   * @returns where to go on, or why it cannot be
   */
  perform(acting: Acting, key: string | null = null): { focus?: Id; refused?: string } {
    let act: Act
    try {
      act = acting(this.map, this.parts.newId)
    } catch (fault) {
      if (!(fault instanceof RefusedOperation) || fault.operation === null) throw fault
      // Somebody else took it out while the pen was in it; the words are kept.
      const operations = [fault.operation]
      const change = { id: this.parts.newId(), base: this.revision, label: 'What you wrote', operations }
      this.refuse([{ change, sentence: 'what it stood in was deleted elsewhere.' }])
      return {}
    }
    if (act.operations.length === 0) {
      return act.focus === undefined ? {} : { focus: act.focus }
    }
    const { map, inverse } = applyOperations(this.map, act.operations)
    const problem = newProblems(this.map, map)[0]
    if (problem) {
      return { refused: `${problem.field} ${problem.message}.` }
    }
    const at = this.parts.now().getTime()
    const last = this.done.at(-1)
    const open = this.pending.length > this.inFlight ? this.pending.at(-1) : undefined
    if (key !== null && last?.key === key && at - last.at < COALESCE_MS && open) {
      const operations = merged(open.operations, act.operations)
      this.done[this.done.length - 1] = { ...last, forth: merged(last.forth, act.operations), at }
      this.pending[this.pending.length - 1] = { ...open, operations }
    } else {
      this.done.push({ label: act.label, forth: act.operations, back: inverse, key, at })
      this.done.splice(0, this.done.length - UNDO_DEPTH)
      this.queue(act.label, act.operations)
    }
    this.undone.length = 0
    this.written.remember(act.operations)
    this.show(map)
    return act.focus === undefined ? {} : { focus: act.focus }
  }

  /** Takes back the last thing done here. Says its name, or why that is no longer possible; null when there is none. */
  undo(): Retraced | null {
    return this.step(this.done, this.undone, 'back', 'Undone')
  }

  redo(): Retraced | null {
    return this.step(this.undone, this.done, 'forth', 'Done again')
  }

  private step(from: Done[], to: Done[], way: 'back' | 'forth', word: string): Retraced | null {
    const done = from.pop()
    if (!done) {
      return null
    }
    try {
      const { map, inverse } = applyOperations(this.map, done[way])
      if (newProblems(this.map, map).length > 0) {
        throw new Error()
      }
      to.push(way === 'back' ? { ...done, key: null } : { ...done, back: inverse, key: null })
      this.queue(`${word}: ${done.label}`, done[way])
      this.written.remember(done[way])
      this.show(map)
      return { sentence: `${word}: ${done.label}`, isDone: true }
    } catch {
      this.show(this.map)
      return {
        sentence: `${done.label} cannot be ${way === 'back' ? 'undone' : 'done again'}: somebody has changed what it was about.`,
        isDone: false,
      }
    }
  }

  /** Lets go of a refused change. */
  dismiss(change: Id): void {
    this.state.setState(s => ({ refused: s.refused.filter(r => r.change.id !== change) }))
  }

  /** Lets go of words that were replaced, or puts them back. */
  settleReplaced(replaced: Replaced, putBack: boolean): void {
    this.state.setState(s => ({ replaced: s.replaced.filter(r => r !== replaced) }))
    if (putBack) this.perform(setField('Put back', replaced.element, replaced.field, replaced.mine))
  }

  /** Tries a refused change once more, on the map as it is now. */
  retry(change: Id): string | null {
    const refused = this.state.getState().refused.find(r => r.change.id === change)
    if (!refused) {
      return null
    }
    try {
      const { map } = applyOperations(this.map, refused.change.operations)
      const problem = newProblems(this.map, map)[0]
      if (problem) {
        return `${problem.field} ${problem.message}.`
      }
      this.dismiss(change)
      this.queue(refused.change.label, refused.change.operations)
      this.show(map)
      return null
    } catch {
      return 'What it is about is no longer on the map.'
    }
  }

  /** The stream told of a change. */
  heard(told: { revision: number; change: unknown }): void {
    if (told.revision <= this.revision) {
      return
    }
    const change = told.change as Partial<Change> | null
    if (told.revision === this.revision + 1 && Array.isArray(change?.operations) && typeof change.id === 'string') {
      this.integrate([{ ...(change as Change), revision: told.revision }])
    } else {
      void this.catchUp()
    }
  }

  /** The line to the server is up again. */
  resumed(): void {
    this.retryMs = FIRST_RETRY_MS
    this.stopWaiting()
    void this.catchUp()
    void this.flush()
  }

  close(): void {
    this.isClosed = true
    this.stopWaiting()
  }

  private queue(label: string, operations: readonly Operation[]): void {
    this.pending.push({ id: this.parts.newId(), base: this.revision, label, operations })
  }

  /** Puts a map before the person and what is unsent on the shelf, then sends. */
  private show(map: JourneyMap): void {
    const failed = this.state.getState().saving.kind === 'unsaved'
    this.parts.shelf.put(this.pending)
    this.state.setState({
      map,
      undo: this.done.at(-1)?.label ?? null,
      redo: this.undone.at(-1)?.label ?? null,
      ...(!failed && this.pending.length > 0 && { saving: { kind: 'saving' } as const }),
    })
    // A task of its own: what was done is painted before anything is sent.
    this.parts.later(() => void this.flush(), 0)
  }

  private async flush(): Promise<void> {
    if (this.isSending || this.isClosed || this.pending.length === 0) {
      return
    }
    this.isSending = true
    const batch = this.pending.slice(0, BATCH)
    this.inFlight = batch.length
    try {
      const answer = await this.parts.post(batch)
      this.retryMs = FIRST_RETRY_MS
      await this.settle(batch, answer.outcomes)
      this.inFlight = 0
      this.isSending = false
      if (this.pending.length > 0) {
        void this.flush()
      } else {
        this.state.setState({ saving: { kind: 'saved', at: this.parts.now() } })
      }
    } catch (fault) {
      this.inFlight = 0
      this.isSending = false
      this.failed(batch, fault)
    }
  }

  private failed(batch: readonly Change[], fault: unknown): void {
    const isFinal = fault instanceof NotSent && fault.isFinal
    const sentence = fault instanceof Error ? fault.message : String(fault)
    if (isFinal && batch.length === 1) {
      const [change] = batch as [Change]
      this.refuse([{ change, sentence }])
      void this.flush()
      return
    }
    this.state.setState({ saving: { kind: 'unsaved', sentence } })
    if (isFinal) {
      // One of them is at fault; each alone shows which.
      void this.flushOneByOne(batch)
      return
    }
    this.stopWaiting()
    this.stopWaiting = this.parts.later(() => void this.flush(), this.retryMs)
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS)
  }

  private async flushOneByOne(batch: readonly Change[]): Promise<void> {
    this.isSending = true
    for (const change of batch) {
      this.inFlight = 1
      try {
        await this.settle([change], (await this.parts.post([change])).outcomes)
      } catch (fault) {
        if (!(fault instanceof NotSent && fault.isFinal)) {
          this.isSending = false
          this.inFlight = 0
          this.failed([change], fault)
          return
        }
        this.refuse([{ change, sentence: fault.message }])
      }
    }
    this.inFlight = 0
    this.isSending = false
    if (this.pending.length === 0) {
      this.state.setState({ saving: { kind: 'saved', at: this.parts.now() } })
    }
    void this.flush()
  }

  private async settle(batch: readonly Change[], outcomes: readonly Outcome[]): Promise<void> {
    const byId = new Map(batch.map(c => [c.id, c]))
    const refused: { change: Change; sentence: string }[] = []
    const taken: OrderedChange[] = []
    for (const outcome of outcomes) {
      const change = byId.get(outcome.change)
      if (change && outcome.refused) {
        refused.push({ change, sentence: outcome.refused.sentence })
      } else if (change) {
        taken.push({ ...change, revision: outcome.revision })
      }
    }
    if (refused.length > 0) {
      this.refuse(refused)
    }
    this.integrate(taken)
    if (taken.some(c => c.revision > this.revision)) {
      await this.catchUp()
    }
    // What the server has answered is the server's; a change that a later fetch brought is gone from here too.
    const settled = new Set(outcomes.map(o => o.change))
    this.pending = this.pending.filter(c => !settled.has(c.id))
    this.parts.shelf.put(this.pending)
  }

  private refuse(refused: readonly { change: Change; sentence: string }[]): void {
    const ids = new Set(refused.map(r => r.change.id))
    this.pending = this.pending.filter(c => !ids.has(c.id))
    this.parts.shelf.put(this.pending)
    this.state.setState(s => ({
      map: this.replayed(),
      refused: [...s.refused, ...refused.map(r => ({ ...r, text: textOf(r.change) }))],
      ...(this.pending.length === 0 && { saving: { kind: 'saved', at: this.parts.now() } as const }),
    }))
  }

  /** Puts ordered changes under what is pending, as far as none is missing between. */
  private integrate(changes: readonly OrderedChange[]): void {
    let isForeign = false
    for (const change of [...changes].sort((a, b) => a.revision - b.revision)) {
      if (change.revision !== this.revision + 1) {
        continue
      }
      this.base = applyOperations(this.base, change.operations).map
      this.revision = change.revision
      if (this.pending[0]?.id === change.id) {
        this.pending.shift()
        this.inFlight = Math.max(0, this.inFlight - 1)
      } else {
        isForeign = true
        this.pending = this.pending.filter(c => c.id !== change.id)
      }
    }
    this.parts.shelf.put(this.pending)
    this.state.setState(s => ({
      revision: this.revision,
      ...(isForeign && {
        map: this.replayed(),
        replaced: [...s.replaced, ...this.written.takeReplaced(this.base, this.pending)],
      }),
    }))
  }

  private catchUp(): Promise<void> {
    this.catchingUp ??= this.fetchMissing().finally(() => {
      this.catchingUp = null
    })
    return this.catchingUp
  }

  private async fetchMissing(): Promise<void> {
    try {
      const missing = await this.parts.since(this.revision)
      if (missing) {
        this.integrate(missing.changes)
      }
      if (!missing || missing.revision > this.revision) {
        await this.reload()
      }
    } catch {
      // The next change, or the line that is up again, tries once more.
    }
  }

  private async reload(): Promise<void> {
    const loaded = await this.parts.load()
    if (loaded.revision > this.revision) {
      this.base = readMap(loaded.map)
      this.revision = loaded.revision
      this.state.setState(s => ({
        revision: this.revision,
        map: this.replayed(),
        replaced: [...s.replaced, ...this.written.takeReplaced(this.base, this.pending)],
      }))
    }
  }

  /** The server's map with what is pending on it; what no longer fits is left to the server to refuse. */
  private replayed(): JourneyMap {
    let map = this.base
    for (const change of this.pending) {
      try {
        map = applyOperations(map, change.operations).map
      } catch {
        // Its element is gone; the server says so in a sentence.
      }
    }
    return map
  }
}
