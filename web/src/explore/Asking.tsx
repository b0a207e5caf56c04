import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { queries, type Vocabulary } from '../api'
import { Skeleton } from '../design'
import { Fault, useWorkspace } from '../frame'
import { ExploreFrame, type View } from './ExploreFrame'
import { NoEvents } from './NoEvents'

/** Asks only once there are touchpoints to ask about; until then it says what is missing. */
export function Asking({ view, children }: { view: View; children: (vocabulary: Vocabulary) => ReactNode }) {
  const workspace = useWorkspace()
  const vocabulary = useQuery(queries.vocabulary(workspace.id, ''))
  if (vocabulary.isError) return <Fault fault={vocabulary.error} again={() => vocabulary.refetch()} />
  if (vocabulary.data && vocabulary.data.touchpoints.length > 0) return children(vocabulary.data)
  return (
    <ExploreFrame view={view} files={[]} panel={null} foot={null}>
      {vocabulary.isPending ? <Skeleton lines={6} /> : <NoEvents />}
    </ExploreFrame>
  )
}
