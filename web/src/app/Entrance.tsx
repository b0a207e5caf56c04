import { useQuery } from '@tanstack/react-query'
import { Redirect } from 'wouter'
import { queries } from '../api'
import { Fault, lastWorkspace, places } from '../frame'
import { entranceOf } from './entranceOf'
import { FirstWorkspace } from './FirstWorkspace'

/** `/`: goes on to where there is most to see. */
export function Entrance() {
  const workspaces = useQuery(queries.workspaces())
  if (workspaces.isPending) return null
  if (workspaces.isError) return <Fault fault={workspaces.error} again={() => workspaces.refetch()} />
  const chosen = entranceOf(workspaces.data, lastWorkspace())
  return chosen ? <Redirect to={places.home(chosen.id)} replace /> : <FirstWorkspace />
}
