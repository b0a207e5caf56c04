import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { queries } from '../api'
import { ErrorBoundary, Fault, Shell, useTellings, WorkspaceProvider } from '../frame'
import { NotFound } from './NotFound'
import { footRooms, rooms, views } from './rooms'

/** Everything inside one workspace: the side bar, and the view that the address names. */
export function WorkspaceFrame({ id }: { id: string }) {
  const workspaces = useQuery(queries.workspaces())
  const [location] = useLocation()
  useTellings(id)
  if (workspaces.isPending) return null
  if (workspaces.isError) return <Fault fault={workspaces.error} again={() => workspaces.refetch()} />
  const workspace = workspaces.data.find(other => other.id === id)
  if (!workspace) return <NotFound />
  return (
    <WorkspaceProvider value={workspace}>
      <Shell rooms={rooms} footRooms={footRooms} workspaces={workspaces.data}>
        <ErrorBoundary key={id} place={location}>
          <Suspense fallback={null}>
            <Switch>
              {views.map(({ path, screen: Screen }) => (
                <Route key={path} path={`/w/:workspace${path && `/${path}`}`}>
                  <Screen />
                </Route>
              ))}
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </WorkspaceProvider>
  )
}
