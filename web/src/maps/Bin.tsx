import { useQuery } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { Link } from 'wouter'
import { queries } from '../api'
import { ago, Button, Empty, Page, plural, Skeleton } from '../design'
import { Fault, places, useTitle, useWorkspace } from '../frame'
import { useMapActions } from './actions'
import styles from './maps.module.css'
import { Thumbnail } from './Thumbnail'

/** Maps that were deleted; each can be taken out again as it was. */
export function Bin() {
  const workspace = useWorkspace()
  useTitle(`Bin, ${workspace.name}`)
  const { data: maps, error, refetch } = useQuery(queries.bin(workspace.id))
  const actions = useMapActions()
  if (error && !maps) return <Fault fault={error} again={() => refetch()} />
  return (
    <Page
      title="Bin"
      note={
        <Link className="link" href={places.maps(workspace.id)}>
          Back to the maps
        </Link>
      }
    >
      {maps === undefined && <Skeleton lines={3} tall />}
      {maps?.length === 0 && (
        <Empty title="The bin is empty">A deleted map lies here until somebody takes it out.</Empty>
      )}
      <ul className={styles.maps}>
        {maps?.map(map => (
          <li key={map.id} className={styles.map}>
            <span className={styles.thumb}>
              <Thumbnail map={map} />
            </span>
            <div className={styles.about}>
              <span className={`serif ${styles.title}`} dir="auto">
                {map.title}
              </span>
              <p className="small quiet">
                {plural(map.stages, 'stage')}, {plural(map.steps, 'step')} · changed {ago(map.updatedAt)}
              </p>
            </div>
            <Button look="line" icon={Undo2} onPress={() => void actions.restore(map)}>
              Take out
            </Button>
          </li>
        ))}
      </ul>
    </Page>
  )
}
