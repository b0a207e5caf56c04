import { Maximize2, Minus, Plus } from 'lucide-react'
import { zoomBy, zoomToFit } from '../grid/zoom'
import { useOpenMap, useView } from '../view/context'
import styles from './head.module.css'

/** Nearer, farther, all of it. */
export function ZoomControl() {
  const open = useOpenMap()
  const zoom = useView(v => v.zoom)
  return (
    <div className={styles.zoom} role="group" aria-label="Zoom">
      <button
        type="button"
        className={styles.icon}
        aria-label="Zoom out"
        title="Zoom out (Ctrl and wheel)"
        onClick={() => zoomBy(open, 1 / 1.25)}
      >
        <Minus aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.percent}
        title="Back to 100 % (Ctrl+0)"
        onClick={() => open.view.setState({ zoom: 1 })}
      >
        {Math.round(zoom * 100)} %
      </button>
      <button
        type="button"
        className={styles.icon}
        aria-label="Zoom in"
        title="Zoom in (Ctrl and wheel)"
        onClick={() => zoomBy(open, 1.25)}
      >
        <Plus aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.icon}
        aria-label="See all of the map"
        title="See all of the map (Shift+1)"
        onClick={() => zoomToFit(open)}
      >
        <Maximize2 aria-hidden="true" />
      </button>
    </div>
  )
}
