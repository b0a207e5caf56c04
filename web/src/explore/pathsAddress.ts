import { readStep, type Step, writeStep } from './address'
import { type Period, readPeriod, writePeriod } from './period'

/** Where paths are anchored. */
export type Anchor = 'beginning' | 'after' | 'before' | 'between'

export interface PathsState {
  anchor: Anchor
  /** Empty where the anchor needs none. */
  start: Step
  end: Step
  maxSteps: number
  rows: number
  period: Period
}

export const stepChoices = [3, 4, 5, 6, 8, 12] as const
export const rowChoices = [5, 8, 12, 20] as const

const one = <N extends number>(text: string | null, choices: readonly N[], usual: N): N =>
  choices.find(choice => String(choice) === text) ?? usual

/** What the address says of paths. */
export function readPaths(address: URLSearchParams): PathsState {
  const start = readStep(address.get('after') ?? '')
  const end = readStep(address.get('before') ?? '')
  return {
    anchor: start.length > 0 ? (end.length > 0 ? 'between' : 'after') : end.length > 0 ? 'before' : 'beginning',
    start,
    end,
    maxSteps: one(address.get('steps'), stepChoices, 5),
    rows: one(address.get('rows'), rowChoices, 8),
    period: readPeriod(address),
  }
}

export function writePaths(state: PathsState, address: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(address)
  const put = (name: string, value: string | null) => (value === null ? next.delete(name) : next.set(name, value))
  put('after', state.start.length > 0 ? writeStep(state.start) : null)
  put('before', state.end.length > 0 ? writeStep(state.end) : null)
  put('steps', state.maxSteps === 5 ? null : String(state.maxSteps))
  put('rows', state.rows === 8 ? null : String(state.rows))
  writePeriod(state.period, next)
  return next
}
