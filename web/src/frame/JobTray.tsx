import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type Job, path, queries, request } from '../api'
import { Button, plural } from '../design'
import { JobProgress } from './JobProgress'
import { isUnderWay, mapOf, newlyEnded } from './jobs'
import styles from './jobTray.module.css'
import { places } from './places'
import { toast } from './toasts'
import { useWorkspace } from './workspace'

/** Long work: how far it is, and how to stop it. It goes on when the page is closed. */
export function JobTray() {
  const workspace = useWorkspace()
  const { data: jobs } = useQuery({
    ...queries.jobs(workspace.id),
    // The stream tells how far it is; this is for a beat that was missed.
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 5_000 : false),
  })
  // A small screen has no room for it until somebody asks.
  const [isOpen, setOpen] = useState(() => innerWidth > 640)
  const before = useRef<Job[] | undefined>(undefined)
  useEffect(() => {
    if (jobs === undefined) return
    for (const job of newlyEnded(before.current, jobs)) tell(job, workspace.id)
    before.current = jobs
  }, [jobs, workspace.id])

  // A check that a change of the map began is nothing to wait for.
  const underWay = jobs?.filter(job => isUnderWay(job) && job.kind !== 'CHECK') ?? []
  if (underWay.length === 0) return null
  return (
    <section className={styles.tray} aria-label="Work under way">
      <header className={styles.head}>
        <b>{plural(underWay.length, 'job')} under way</b>
        <Button
          icon={isOpen ? ChevronDown : ChevronUp}
          aria-label={isOpen ? 'Fold' : 'Unfold'}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
      </header>
      {isOpen && (
        <ul>
          {underWay.map(job => (
            <li key={job.id} className={styles.job}>
              <div className={styles.title}>
                <span className="ellipsis" dir="auto" title={job.title}>
                  {job.title}
                </span>
                <Button
                  icon={X}
                  aria-label={`Stop ${job.title}`}
                  onPress={() => void request('POST', path`/api/v1/jobs/${job.id}/cancel`).catch(() => undefined)}
                />
              </div>
              {job.sentence && <p className="small soft">{job.sentence}</p>}
              {job.state === 'RUNNING' ? (
                <JobProgress job={job} />
              ) : (
                <p className="small quiet">waits for other work</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function tell(job: Job, workspace: string) {
  const map = mapOf(job)
  if (job.state === 'DONE') {
    // Checks come and go by themselves; the map shows what they found.
    if (job.kind === 'CHECK') return
    toast(
      `${job.title} is done.`,
      map === null ? {} : { link: { label: 'Open the map', href: places.map(workspace, map) } },
    )
  } else if (job.state === 'FAILED') {
    toast(job.problems[0]?.message ?? (job.sentence || `${job.title} failed.`), { tone: 'alarm' })
  } else if (job.state === 'CANCELLED' && job.kind !== 'CHECK') {
    toast(`${job.title} was stopped.`)
  }
}
