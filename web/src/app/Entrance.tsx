import { useQuery } from '@tanstack/react-query'
import { Redirect } from 'wouter'
import { queries } from '../api'
import { Fault, lastWorkspace, places } from '../frame'
import { FirstWorkspace } from './FirstWorkspace'

/** `/`: goes on to the workspace of the last visit, or to the first there is. */
export function Entrance() {
  const workspaces = useQuery(queries.workspaces())
  if (workspaces.isPending) return null
  if (workspaces.isError) return <Fault fault={workspaces.error} again={() => workspaces.refetch()} />
  const last = lastWorkspace()
  const chosen = workspaces.data.find(workspace => workspace.id === last) ?? workspaces.data[0]
  return chosen ? <Redirect to={places.home(chosen.id)} replace /> : <FirstWorkspace />
}
