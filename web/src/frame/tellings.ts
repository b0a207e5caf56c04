import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Job, queries, stream } from '../api'

/** Listens to a workspace, and lets go of what is no longer true. */
export function useTellings(workspace: string) {
  const cache = useQueryClient()
  useEffect(() => {
    stream.follow(workspace)
    const stop = [
      stream.on('job', job => {
        cache.setQueryData(queries.jobs(workspace).queryKey, jobs => withJob(jobs, job))
        if (job.endedAt !== null) {
          void cache.invalidateQueries({ queryKey: ['workspaces'] })
          void cache.invalidateQueries({ queryKey: [workspace] })
        }
      }),
      stream.on('map', () => {
        void cache.invalidateQueries({ queryKey: queries.maps(workspace).queryKey })
        void cache.invalidateQueries({ queryKey: queries.home(workspace).queryKey })
      }),
      stream.on('evidence', () => {
        void cache.invalidateQueries({ queryKey: queries.maps(workspace).queryKey })
        void cache.invalidateQueries({ queryKey: queries.home(workspace).queryKey })
      }),
      stream.on('contents', () => {
        void cache.invalidateQueries({ queryKey: ['workspaces'] })
        void cache.invalidateQueries({ queryKey: [workspace] })
      }),
      stream.on('resumed', () => void cache.invalidateQueries()),
    ]
    return () => {
      for (const end of stop) end()
    }
  }, [workspace, cache])
}

function withJob(jobs: Job[] | undefined, job: Job): Job[] | undefined {
  if (jobs === undefined) return undefined
  return jobs.some(other => other.id === job.id)
    ? jobs.map(other => (other.id === job.id ? job : other))
    : [job, ...jobs]
}
