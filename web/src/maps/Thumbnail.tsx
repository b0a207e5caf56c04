import { useState } from 'react'
import { base, type MapSummary, path } from '../api'
import { useTheme } from '../design'
import { useWorkspace } from '../frame'
import styles from './maps.module.css'

/** The map's worn path, small. Its address changes with what it shows, so that the browser may keep it. */
export function Thumbnail({ map }: { map: MapSummary }) {
  const workspace = useWorkspace()
  const theme = useTheme(state => state.theme)
  const [isMissing, setMissing] = useState(false)
  if (isMissing) return <span className={styles.noThumb} />
  const terms = new URLSearchParams({ theme, revision: String(map.revision), checked: map.checkedAt ?? '' })
  return (
    <img
      src={`${base(workspace.id)}${path`/maps/${map.id}/thumbnail.svg`}?${terms}`}
      alt=""
      width={240}
      height={64}
      loading="lazy"
      onError={() => setMissing(true)}
    />
  )
}
