import { useQuery, useQueryClient } from '@tanstack/react-query'
import { base, queries, request } from '../api'
import { Button } from '../design'
import { isUnderWay, toast, useWorkspace } from '../frame'

/** A first map from the events; the work shows itself at the foot, and leads to the map. */
export function DraftDoor() {
  const workspace = useWorkspace()
  const cache = useQueryClient()
  const { data: jobs } = useQuery(queries.jobs(workspace.id))
  const isDrafting = jobs?.some(job => job.kind === 'DRAFT' && isUnderWay(job)) ?? false
  const draft = async () => {
    try {
      await request('POST', `${base(workspace.id)}/drafts`, { body: { title: `Draft from ${workspace.name}` } })
      await cache.invalidateQueries(queries.jobs(workspace.id))
    } catch (fault) {
      toast((fault as Error).message, { tone: 'alarm' })
    }
  }
  return (
    <Button look="main" isDisabled={isDrafting} onPress={() => void draft()}>
      {isDrafting ? 'Being drafted' : 'Draft a map'}
    </Button>
  )
}
