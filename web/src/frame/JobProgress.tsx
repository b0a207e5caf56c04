import { useEffect, useRef, useState } from 'react'
import type { Job } from '../api'
import { Progress } from '../design'
import { Pace } from './jobs'

/** How far a job is: the amount, the rate as it was seen, the time left at that rate. */
export function JobProgress({ job }: { job: Job }) {
  const pace = useRef(new Pace())
  const [seen, setSeen] = useState<{ rate: number | null; secondsLeft: number | null }>({
    rate: null,
    secondsLeft: null,
  })
  useEffect(() => {
    pace.current.see(job)
    setSeen({ rate: pace.current.rate, secondsLeft: pace.current.secondsLeft(job) })
  }, [job])
  return <Progress label={job.title} done={job.done} total={job.total} unit={job.unit} {...seen} />
}
