import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { queries, request, type Workspace } from '../api'
import { Fault, places } from '../frame'

/** An installation without a workspace gets its first one without being asked. */
export function FirstWorkspace() {
  const [, go] = useLocation()
  const cache = useQueryClient()
  const { mutate, isIdle, error } = useMutation({
    mutationFn: () => request<Workspace>('POST', '/api/v1/workspaces', { body: { name: 'My workspace' } }),
    onSuccess: async workspace => {
      await cache.invalidateQueries(queries.workspaces())
      go(places.home(workspace.id), { replace: true })
    },
  })
  useEffect(() => {
    if (isIdle) mutate()
  }, [isIdle, mutate])
  return error ? <Fault fault={error} again={() => mutate()} /> : null
}
