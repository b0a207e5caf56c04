import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { queries } from '../api'
import { Empty, Page, Picker, plural, Search, Skeleton } from '../design'
import { Fault, places, useTitle, useWorkspace } from '../frame'
import { MapLine } from './MapLine'
import styles from './maps.module.css'
import { NewMapMenu } from './NewMapMenu'
import { type Sort, sorted, sorts } from './words'

/** Fewer maps than this are seen at a glance. */
const searchFrom = 6

/** Every map of the workspace: its worn path, what it rests on, how well it fits. */
export function Maps() {
  const workspace = useWorkspace()
  useTitle(`Maps, ${workspace.name}`)
  const { data: maps, error, refetch } = useQuery(queries.maps(workspace.id))
  const { data: bin } = useQuery(queries.bin(workspace.id))
  const [terms, setTerms] = useSearchParams()
  const [typed, setTyped] = useState('')
  const looked = useDeferredValue(typed.trim().toLowerCase())
  const by = (Object.keys(sorts) as Sort[]).find(sort => sort === terms.get('sort')) ?? 'changed'
  if (error && !maps) return <Fault fault={error} again={() => refetch()} />
  const shown = sorted(maps ?? [], by).filter(map => map.title.toLowerCase().includes(looked))
  const hasMany = (maps?.length ?? 0) >= searchFrom
  return (
    <Page
      title="Maps"
      note={maps && (maps.length === 0 ? undefined : plural(maps.length, 'map'))}
      tools={
        <>
          {hasMany && <Search label="Find a map" value={typed} onChange={setTyped} />}
          {(maps?.length ?? 0) > 1 && (
            <Picker
              label="Order"
              quiet
              value={by}
              choices={(Object.keys(sorts) as Sort[]).map(value => ({ value, label: sorts[value] }))}
              onChange={sort => setTerms(sort === 'changed' ? {} : { sort }, { replace: true })}
            />
          )}
          <NewMapMenu />
        </>
      }
    >
      {maps === undefined && <Skeleton lines={3} tall />}
      {maps?.length === 0 && (
        <Empty title="No map has been drawn yet">
          Draw what you believe your customers do, from a pattern or from nothing. Where there are events, Sojourn can
          propose a first map, and checks every line of yours against them.
        </Empty>
      )}
      {shown.length === 0 && looked !== '' && (
        <p className={`quiet ${styles.none}`}>No map has “{typed.trim()}” in its title.</p>
      )}
      <ul className={styles.maps}>
        {shown.map(map => (
          <MapLine key={map.id} map={map} />
        ))}
      </ul>
      {bin !== undefined && bin.length > 0 && (
        <p className={styles.binLink}>
          <Link className="quiet link" href={`${places.maps(workspace.id)}/bin`}>
            {plural(bin.length, 'map')} in the bin
          </Link>
        </p>
      )}
    </Page>
  )
}
