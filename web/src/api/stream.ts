import type { Job, Uuid, Workspace } from './contract'

/** What the server tells without being asked. */
export interface StreamEvents {
  job: Job
  map: { map: Uuid; revision: number; change: unknown }
  contents: Workspace
  /** A map was checked: its evidence is another. */
  evidence: { map: Uuid; revision: number; checkedAt: string }
  /** The line is up again after it was lost: whatever was told in between was missed. */
  resumed: null
}

type Name = keyof StreamEvents
type Listener<N extends Name> = (told: StreamEvents[N]) => void

/** The part of EventSource that is used; a test puts its own in. */
export interface Line {
  onopen: ((event: Event) => void) | null
  onerror: ((event: Event) => void) | null
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void
  close(): void
}

export interface StreamParts {
  open: (address: string) => Line
  later: (act: () => void, ms: number) => () => void
  onReach: (reached: boolean) => void
}

/** A beat comes every 10 s; after this long without one the line is dead although nobody said so. */
const silenceMs = 25_000
const firstRetryMs = 500
const lastRetryMs = 8_000

/** One line to the server, opened again for as long as somebody wants it. */
export class Stream {
  private readonly listeners = new Map<Name, Set<Listener<Name>>>()
  private line: Line | null = null
  private address: string | null = null
  private retryMs = firstRetryMs
  private wasLost = false
  private isPaused = false
  private stopWaiting = () => {}
  private stopListening = () => {}

  constructor(private readonly parts: StreamParts) {}

  on<N extends Name>(name: N, listener: Listener<N>): () => void {
    const all = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, all)
    all.add(listener as Listener<Name>)
    return () => all.delete(listener as Listener<Name>)
  }

  /** Listens to one workspace; null ends it. */
  follow(workspace: string | null) {
    const address = workspace === null ? null : `/api/v1/stream?workspace=${encodeURIComponent(workspace)}`
    if (address === this.address) return
    this.address = address
    this.retryMs = firstRetryMs
    this.wasLost = false
    this.connect()
  }

  /**
   * Lets go of the line while nobody looks. A browser has six lines to a server for all its tabs together, and the one
   * of a hidden tab would keep a seen one waiting.
   */
  pause() {
    if (this.isPaused) return
    this.isPaused = true
    this.connect()
  }

  /** Takes the line up again; what was told in between was missed. */
  goOn() {
    if (!this.isPaused) return
    this.isPaused = false
    this.retryMs = firstRetryMs
    this.wasLost = true
    this.connect()
  }

  private connect() {
    this.stopWaiting()
    this.stopListening()
    this.line?.close()
    this.line = null
    if (this.address === null || this.isPaused) return
    const line = this.parts.open(this.address)
    this.line = line
    line.onopen = () => this.alive()
    line.onerror = () => this.lost()
    line.addEventListener('beat', () => this.alive())
    for (const name of ['job', 'map', 'contents', 'evidence'] as const) {
      line.addEventListener(name, event => {
        this.alive()
        this.tell(name, JSON.parse(event.data) as never)
      })
    }
    this.listenFor(silenceMs)
  }

  private alive() {
    this.retryMs = firstRetryMs
    this.listenFor(silenceMs)
    this.parts.onReach(true)
    if (this.wasLost) {
      this.wasLost = false
      this.tell('resumed', null)
    }
  }

  private listenFor(ms: number) {
    this.stopListening()
    this.stopListening = this.parts.later(() => this.lost(), ms)
  }

  private lost() {
    this.stopListening()
    this.line?.close()
    this.line = null
    this.wasLost = true
    this.parts.onReach(false)
    this.stopWaiting()
    this.stopWaiting = this.parts.later(() => this.connect(), this.retryMs)
    this.retryMs = Math.min(this.retryMs * 2, lastRetryMs)
  }

  private tell<N extends Name>(name: N, told: StreamEvents[N]) {
    for (const listener of this.listeners.get(name) ?? []) listener(told)
  }
}
