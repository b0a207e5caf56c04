import { Link } from 'wouter'
import { Empty } from '../design'
import { places, useWorkspace } from '../frame'

/** What stands here before there are events. */
export function NoEvents() {
  const workspace = useWorkspace()
  return (
    <Empty
      title="Nothing to ask about yet"
      tools={
        <Link href={places.sources(workspace.id)} className="link">
          Bring in events
        </Link>
      }
    >
      As soon as there are events, you can ask here how far customers come, which ways they take and who they are. A
      file with three columns is enough: who, what, when.
    </Empty>
  )
}
