import type { Job } from '../api'

export const isUnderWay = (job: Job) => job.state === 'WAITING' || job.state === 'RUNNING'

/** How much of it is done in a second, since it began; null before there is anything to go by. */
export function rateOf(job: Job, now: number = Date.now()): number | null {
  if (job.state !== 'RUNNING' || job.startedAt === null || job.done <= 0) return null
  const seconds = (now - Date.parse(job.startedAt)) / 1000
  return seconds < 1 ? null : job.done / seconds
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
