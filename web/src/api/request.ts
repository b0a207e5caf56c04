import { sawBuild } from './build'
import type { FieldProblem } from './contract'
import { reached, unreached } from './reach'

/** A refusal of the server, in its own words. */
export class Problem extends Error {
  readonly status: number
  readonly title: string
  readonly problems: FieldProblem[]
  /** Where to look in the logs when the fault is the server's. */
  readonly failureId: string | null
  readonly retryAfterSeconds: number | null

  constructor(status: number, body: ProblemBody, retryAfter: string | null) {
    super(body.detail ?? body.problems?.[0]?.message ?? body.title ?? `The server answered ${status}.`)
    this.name = 'Problem'
    this.status = status
    this.title = body.title ?? `Answer ${status}`
    this.problems = body.problems ?? []
    this.failureId = body.id ?? null
    const seconds = Number(retryAfter)
    this.retryAfterSeconds = retryAfter !== null && Number.isFinite(seconds) ? seconds : null
  }
}

/** Nobody answered: the server is down or the line is cut. Nothing is known about what was sent. */
export class Unreachable extends Error {
  constructor() {
    super('The server does not answer.')
    this.name = 'Unreachable'
  }
}

export interface ProblemBody {
  title?: string
  detail?: string
  id?: string
  problems?: FieldProblem[]
}

export interface Ask {
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is; a file for example. */
  raw?: BodyInit
  query?: Record<string, string | number | boolean | null | undefined>
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** Every segment of a path that came from data must go through here. */
export function path(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((sum, part, at) => sum + encodeURIComponent(String(values[at - 1])) + part)
}

/** Asks the server; gives the answer's JSON, or undefined for 204. */
export async function request<T>(method: string, address: string, ask: Ask = {}): Promise<T> {
  return (await answer<T>(method, address, ask)).value
}

/** As `request`, with the revision that the answer's ETag names. */
export async function answer<T>(
  method: string,
  address: string,
  ask: Ask = {},
): Promise<{ value: T; etag: string | null }> {
  const headers: Record<string, string> = { accept: 'application/json', ...ask.headers }
  if (ask.body !== undefined) headers['content-type'] = 'application/json'
  const body = ask.body !== undefined ? JSON.stringify(ask.body) : ask.raw
  let response: Response
  try {
    response = await fetch(withQuery(address, ask.query), {
      method,
      headers,
      ...(body !== undefined && { body }),
      ...(ask.signal && { signal: ask.signal }),
    })
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault
    unreached()
    throw new Unreachable()
  }
  // A proxy in front of a dead server speaks for it.
  if (response.status === 502 || response.status === 504) {
    unreached()
    throw new Unreachable()
  }
  reached()
  sawBuild(response.headers.get('Sojourn-Build'))
  if (!response.ok) throw new Problem(response.status, await problemBody(response), response.headers.get('Retry-After'))
  const value: unknown = response.status === 204 ? undefined : await response.json()
  if (isLateProblem(value)) throw new Problem(value.status, value, null)
  return { value: value as T, etag: response.headers.get('ETag') }
}

/** What fails after a long answer has begun cannot change its status any more; the body then says it. */
function isLateProblem(value: unknown): value is ProblemBody & { status: number } {
  if (typeof value !== 'object' || value === null) return false
  const body = value as { status?: unknown; problems?: unknown; title?: unknown }
  return typeof body.status === 'number' && body.status >= 400 && Array.isArray(body.problems)
}

/** What the server has to say about a file that it gives, such as letters that no font has; null when nothing. */
export async function noticeOf(address: string): Promise<string | null> {
  try {
    return (await fetch(address, { method: 'HEAD' })).headers.get('Sojourn-Notice')
  } catch {
    return null
  }
}

function withQuery(address: string, query: Ask['query']): string {
  const terms = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined) terms.set(name, String(value))
  }
  return terms.size === 0 ? address : `${address}?${terms}`
}

async function problemBody(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody
  } catch {
    return {}
  }
}
