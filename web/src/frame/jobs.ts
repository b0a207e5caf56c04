import type { Job } from '../api'

export const isUnderWay = (job: Job) => job.state === 'WAITING' || job.state === 'RUNNING'

/** How fast a job goes, from what was seen of it. A part of the work that counts other things begins anew. */
export class Pace {
  private first: { done: number; at: number } | null = null
  private last: { done: number; at: number } | null = null
  private counts = ''

  see(job: Job, now: number = Date.now()) {
    const counts = `${job.unit} ${job.total}`
    if (counts !== this.counts || this.last === null || job.done < this.last.done) {
      this.first = { done: job.done, at: now }
      this.counts = counts
    }
    this.last = { done: job.done, at: now }
  }

  /** A second; null until enough was seen. */
  get rate(): number | null {
    if (this.first === null || this.last === null) return null
    const seconds = (this.last.at - this.first.at) / 1000
    const done = this.last.done - this.first.done
    return seconds < 1 || done <= 0 ? null : done / seconds
  }

  /** Until the end of what is counted now; null where that is not known. */
  secondsLeft(job: Job): number | null {
    const { rate } = this
    return rate === null || job.total === null ? null : Math.max(0, (job.total - job.done) / rate)
  }
}

/** The map that came of it, where one did. */
export function mapOf(job: Job): string | null {
  const map = job.result?.map
  return typeof map === 'string' ? map : null
}

/** Jobs that were under way when last looked at and have ended since. */
export function newlyEnded(before: readonly Job[] | undefined, now: readonly Job[]): Job[] {
  if (before === undefined) return []
  const wereUnderWay = new Set(before.filter(isUnderWay).map(job => job.id))
  return now.filter(job => wereUnderWay.has(job.id) && !isUnderWay(job))
}
