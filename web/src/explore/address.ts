import type { Count, TouchpointChoice } from '../api'
import { type Period, readPeriod, writePeriod } from './period'

// Every state of a question stands in the address, so that a link asks the same.

/** A step: any of these touchpoints. */
export type Step = string[]

export interface FunnelState {
  steps: Step[]
  period: Period
  /** ISO-8601, as in a spec; null for no limit. */
  window: string | null
}

const escaped = (name: string) => name.replace(/[\\|]/g, sign => `\\${sign}`)

/** Names with a bar between them; a bar or backslash of a name has a backslash before it. */
export function writeStep(step: Step): string {
  return step.map(escaped).join('|')
}

export function readStep(text: string): Step {
  const names: string[] = []
  let name = ''
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && at + 1 < text.length) name += text[++at]
    else if (text[at] === '|') {
      names.push(name)
      name = ''
    } else name += text[at]
  }
  names.push(name)
  return [...new Set(names.filter(other => other !== ''))]
}

/** What the address says of a funnel; no steps where it says none. */
export function readFunnel(address: URLSearchParams): FunnelState {
  const window = address.get('within')
  return {
    steps: address
      .getAll('step')
      .map(readStep)
      .filter(step => step.length > 0)
      .slice(0, mostSteps),
    period: readPeriod(address),
    window: window !== null && /^P[0-9DTHMSW]+$/.test(window) ? window : null,
  }
}

export const mostSteps = 12

export function writeFunnel(state: FunnelState, address: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(address)
  next.delete('step')
  for (const step of state.steps) next.append('step', writeStep(step))
  writePeriod(state.period, next)
  if (state.window === null) next.delete('within')
  else next.set('within', state.window)
  return next
}

/** The count that is open, as a short list: `["EDGE","cart","payment"]`. */
export function writeCount(count: Count): string {
  switch (count.kind) {
    case 'FUNNEL_STEP':
      return JSON.stringify([count.kind, count.step, count.outcome])
    case 'EDGE':
      return JSON.stringify([count.kind, count.from, count.to])
    case 'START':
    case 'END':
      return JSON.stringify([count.kind, count.touchpoint])
    case 'VARIANT':
      return JSON.stringify([count.kind, ...count.path])
    case 'TOUCHPOINT':
      return JSON.stringify([count.kind, ...count.names])
    case 'PATH_NODE':
      return JSON.stringify([count.kind, count.step, count.outcome, count.except, ...count.names])
    case 'PATH_LINK':
      return JSON.stringify([count.kind, count.step, ...[count.from, count.to].map(one => [one.except, ...one.names])])
    case 'ALL':
      return JSON.stringify([count.kind])
  }
}

const isStep = (step: unknown): step is number => Number.isInteger(step) && step !== 0

const outcomes = ['ANY', 'ARRIVED', 'CONTINUES', 'IN_PROGRESS', 'DROPPED'] as const

const isOutcome = (outcome: unknown): outcome is (typeof outcomes)[number] => outcomes.some(other => other === outcome)

function readChoice([except, ...names]: unknown[]): TouchpointChoice | null {
  if (typeof except !== 'boolean' || !names.every(name => typeof name === 'string' && name !== '')) return null
  return names.length > 0 || except ? { except, names: names as string[] } : null
}

/** Null for what is none: an address may be typed by hand. */
export function readCount(text: string | null): Count | null {
  if (text === null) return null
  let parts: unknown
  try {
    parts = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(parts)) return null
  const [kind, ...rest] = parts as unknown[]
  const names = rest.filter((name): name is string => typeof name === 'string' && name !== '')
  const [first, second] = names
  switch (kind) {
    case 'FUNNEL_STEP': {
      const [step, outcome] = rest
      return Number.isInteger(step) && (outcome === 'REACHED' || outcome === 'DROPPED' || outcome === 'IN_PROGRESS')
        ? { kind, step: step as number, outcome }
        : null
    }
    case 'EDGE':
      return first !== undefined && second !== undefined ? { kind, from: first, to: second } : null
    case 'START':
    case 'END':
      return first === undefined ? null : { kind, touchpoint: first }
    case 'VARIANT':
      return names.length > 0 ? { kind, path: names } : null
    case 'TOUCHPOINT':
      return names.length > 0 ? { kind, names } : null
    case 'PATH_NODE': {
      const [step, outcome, ...of] = rest
      const choice = readChoice(of)
      return isStep(step) && isOutcome(outcome) && choice !== null ? { kind, step, outcome, ...choice } : null
    }
    case 'PATH_LINK': {
      const [step, ...ends] = rest
      const [from, to] = ends.map(one => (Array.isArray(one) ? readChoice(one) : null))
      return isStep(step) && from && to ? { kind, step, from, to } : null
    }
    case 'ALL':
      return { kind }
    default:
      return null
  }
}
