import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { RouterProvider } from 'react-aria-components'
import { Route, Switch, useLocation } from 'wouter'
import { watchTheme } from '../design'
import { ErrorBoundary, Toaster } from '../frame'
import { cache } from './cache'
import { Entrance } from './Entrance'
import { NotFound } from './NotFound'
import { WorkspaceFrame } from './WorkspaceFrame'

const KitchenSink = lazy(() => import('../kitchen-sink').then(room => ({ default: room.KitchenSink })))

/** The whole application: who stands where, and what everybody shares. */
export function App() {
  const [, go] = useLocation()
  useEffect(watchTheme, [])
  return (
    <ErrorBoundary>
      <QueryClientProvider client={cache}>
        <RouterProvider navigate={go}>
          <Suspense fallback={null}>
            <Switch>
              <Route path="/">
                <Entrance />
              </Route>
              <Route path="/kitchen-sink">
                <KitchenSink />
              </Route>
              <Route path="/w/:workspace/*?">{({ workspace }) => <WorkspaceFrame id={workspace} />}</Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
          <Toaster />
        </RouterProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  )
}
