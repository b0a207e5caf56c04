import { create } from 'zustand'
import { Problem, type Received, Unreachable, upload } from '../api'

/** A file on its way to the server. */
export interface Arrival {
  id: number
  workspace: string
  name: string
  bytes: number
  sent: number
  startedAt: number
  /** Why it did not arrive. */
  fault: string | null
}

interface Running extends Arrival {
  stop: () => void
}

export const useArrivals = create<{ arrivals: Running[] }>(() => ({ arrivals: [] }))

let last = 0

const change = (id: number, part: Partial<Running>) =>
  useArrivals.setState(({ arrivals }) => ({
    arrivals: arrivals.map(other => (other.id === id ? { ...other, ...part } : other)),
  }))

export const dismissArrival = (id: number) =>
  useArrivals.setState(({ arrivals }) => ({ arrivals: arrivals.filter(other => other.id !== id) }))

/** Sends files one after the other, and gives those that arrived. */
export async function receive(workspace: string, files: readonly File[]): Promise<Received[]> {
  const stops = files.map(() => new AbortController())
  const ids = files.map((file, at) => {
    const id = ++last
    const arrival: Running = {
      id,
      workspace,
      name: file.name,
      bytes: file.size,
      sent: 0,
      startedAt: Date.now(),
      fault: null,
      stop: () => {
        stops[at]?.abort()
        dismissArrival(id)
      },
    }
    useArrivals.setState(({ arrivals }) => ({ arrivals: [...arrivals, arrival] }))
    return id
  })
  const received: Received[] = []
  for (const [at, file] of files.entries()) {
    const id = ids[at] as number
    const signal = (stops[at] as AbortController).signal
    if (signal.aborted) continue
    change(id, { startedAt: Date.now() })
    try {
      received.push(await upload(workspace, file, sent => change(id, { sent }), signal))
      dismissArrival(id)
    } catch (fault) {
      if (!signal.aborted) change(id, { fault: words(fault) })
    }
  }
  return received
}

function words(fault: unknown): string {
  if (fault instanceof Problem) return fault.problems[0]?.message ?? fault.message
  if (fault instanceof Unreachable) return 'The server does not answer. Choose the file again when it is back.'
  return 'The file cannot be read by this browser. Choose it again.'
}
