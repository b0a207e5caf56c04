import { Maximize2, Minus, Plus } from 'lucide-react'
import { Button } from '../design'
import styles from './flowGraph.module.css'

const step = 1.3
const most = 4

export const nearer = (zoom: number) => Math.min(most, zoom * step)
export const farther = (zoom: number) => Math.max(1, zoom / step)

/** Nearer, farther, all of it. At 1 all of the graph is in sight. */
export function FlowZoom({ zoom, onChange }: { zoom: number; onChange: (zoom: number) => void }) {
  return (
    <div className={styles.zoom} role="group" aria-label="Zoom">
      <Button icon={Minus} aria-label="Zoom out" isDisabled={zoom <= 1} onPress={() => onChange(farther(zoom))} />
      <Button icon={Plus} aria-label="Zoom in" isDisabled={zoom >= most} onPress={() => onChange(nearer(zoom))} />
      <Button icon={Maximize2} aria-label="See all of the graph" isDisabled={zoom === 1} onPress={() => onChange(1)} />
    </div>
  )
}
