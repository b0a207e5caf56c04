import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { type Job, path, queries, request } from '../api'
import { Button } from '../design'
import { isUnderWay, JobProgress, places, toast } from '../frame'

/** Makes the demo's workspaces, shows how far it is, and goes there. */
export function DemoDoor() {
  const [, go] = useLocation()
  const cache = useQueryClient()
  const workspaces = useQuery(queries.workspaces())
  const ready = workspaces.data?.find(workspace => workspace.synthetic && workspace.events > 0)
  const load = useMutation({ mutationFn: () => request<Job>('POST', '/api/v1/demo') })
  const job = useQuery({
    queryKey: ['demo', load.data?.id],
    queryFn: () => request<Job>('GET', path`/api/v1/jobs/${load.data?.id ?? ''}`),
    enabled: load.data !== undefined,
    refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data) ? false : 400),
  })
  const state = job.data?.state
  useEffect(() => {
    if (state !== 'DONE') return
    void cache.invalidateQueries().then(() => {
      const made = cache.getQueryData(queries.workspaces().queryKey)?.find(workspace => workspace.synthetic)
      if (made) go(places.home(made.id))
    })
  }, [state, cache, go])

  if (ready) {
    return (
      <Button look="main" onPress={() => go(places.home(ready.id))}>
        Open {ready.name}
      </Button>
    )
  }
  if (job.data && isUnderWay(job.data)) return <JobProgress job={job.data} />
  const failed = load.error ?? (state === 'FAILED' ? new Error(job.data?.sentence) : null)
  return (
    <>
      <Button
        look="main"
        isDisabled={load.isPending}
        onPress={() => load.mutate(undefined, { onError: fault => toast(fault.message, { tone: 'alarm' }) })}
      >
        Load the demo
      </Button>
      {failed && <p className="bad small">{failed.message}</p>}
    </>
  )
}
