import { useQuery } from '@tanstack/react-query'
import { queries } from '../api'
import { plural } from '../design'
import { useWorkspace } from '../frame'
import styles from './home.module.css'

/** What all maps of the workspace rest on, in one line. */
export function HomeFoot() {
  const workspace = useWorkspace()
  const { data: maps } = useQuery(queries.maps(workspace.id))
  if (maps === undefined) return null
  const sum = (...levels: (keyof (typeof maps)[number]['marks'])[]) =>
    maps.reduce((all, map) => all + levels.reduce((some, level) => some + (map.marks[level] ?? 0), 0), 0)
  const assumed = sum('ASSUMED')
  const contradicted = sum('CONTRADICTED')
  return (
    <footer className={styles.foot}>
      <span>{plural(maps.length, 'map')}</span>
      {assumed > 0 && (
        <span>
          <b>{assumed}</b> assumed
        </span>
      )}
      {contradicted > 0 && (
        <span className="bad">
          <b>{contradicted}</b> contradicted
        </span>
      )}
      {workspace.synthetic && (
        <span className={`quiet ${styles.footEnd}`} title={workspace.note ?? undefined}>
          {workspace.note?.split(/(?<=\.) /)[0] ?? 'Synthetic data'}
        </span>
      )}
    </footer>
  )
}
