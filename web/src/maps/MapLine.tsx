import { Copy, Ellipsis, FileDown, RefreshCw, Trash2 } from 'lucide-react'
import { Link } from 'wouter'
import { base, type MapSummary, path } from '../api'
import {
  ago,
  Button,
  count,
  dateTime,
  EvidenceBar,
  type Level,
  levelWords,
  Menu,
  percent,
  plural,
  Tag,
} from '../design'
import { places, useWorkspace } from '../frame'
import { useMapActions } from './actions'
import styles from './maps.module.css'
import { Thumbnail } from './Thumbnail'
import { statusWords, typeWords } from './words'

/** One map in the list. */
export function MapLine({ map }: { map: MapSummary }) {
  const workspace = useWorkspace()
  const actions = useMapActions()
  const file = (format: string) => `${base(workspace.id)}${path`/maps/${map.id}/export`}?format=${format}`
  return (
    <li className={styles.map}>
      <Link className={styles.thumb} href={places.map(workspace.id, map.id)} tabIndex={-1} aria-hidden="true">
        <Thumbnail map={map} />
      </Link>
      <div className={styles.about}>
        <Link className={`serif ${styles.title}`} href={places.map(workspace.id, map.id)} dir="auto">
          {map.title}
        </Link>
        <p className={`small quiet ${styles.facts}`}>
          <Tag {...(map.status === 'NEEDS_REVIEW' && { tone: 'alarm' as const })}>{statusWords[map.status]}</Tag>
          <span>{typeWords[map.mapType]}</span>
          <span>
            {plural(map.stages, 'stage')}, {plural(map.steps, 'step')}
          </span>
          {map.personas.length > 0 && (
            <span className="ellipsis" dir="auto">
              {map.personas.map(persona => persona.name).join(', ')}
            </span>
          )}
        </p>
        <Marks map={map} />
      </div>
      <div className={styles.fits}>
        {map.fits === null || map.customers === null ? (
          <span className="quiet small">not checked yet</span>
        ) : (
          <>
            <b>{percent(map.fits / map.customers)}</b>
            <span className="quiet small">
              of {count(map.customers)}
              <br />
              journeys fit
            </span>
          </>
        )}
      </div>
      <div className={`small quiet ${styles.changed}`}>
        <span title={dateTime(map.updatedAt)}>{ago(map.updatedAt)}</span>
        <span>version {map.revision}</span>
      </div>
      <Menu
        label={`What to do with ${map.title}`}
        placement="bottom end"
        trigger={<Button icon={Ellipsis} aria-label={`More for ${map.title}`} />}
        groups={[
          {
            choices: [
              { label: 'Check against the events', icon: RefreshCw, act: () => void actions.check(map) },
              { label: 'Copy', icon: Copy, act: () => void actions.copy(map) },
              { label: 'Export as PDF', icon: FileDown, href: file('pdf'), download: true },
              { label: 'Export as SVG', icon: FileDown, href: file('svg'), download: true },
            ],
          },
          { choices: [{ label: 'Delete', icon: Trash2, tone: 'alarm', act: () => void actions.remove(map) }] },
        ]}
      />
    </li>
  )
}

/** What the map rests on: the bar, and in words what a person should know first. */
function Marks({ map }: { map: MapSummary }) {
  const all = Object.values(map.marks).reduce((sum, n) => sum + n, 0)
  if (all === 0) return null
  const n = (...levels: Level[]) => levels.reduce((sum, level) => sum + (map.marks[level] ?? 0), 0)
  const said = [
    [n('OBSERVED', 'CORROBORATED'), levelWords.OBSERVED],
    [n('REPORTED'), levelWords.REPORTED],
    [n('INCONCLUSIVE', 'NOT_ENOUGH_DATA'), levelWords.INCONCLUSIVE],
    [n('STALE'), levelWords.STALE],
    [n('ASSUMED', 'NOT_MEASURABLE'), levelWords.ASSUMED],
  ].flatMap(([many, word]) => (many ? [`${many} ${word}`] : []))
  return (
    <div className={styles.marks}>
      <span className={styles.bar}>
        <EvidenceBar marks={map.marks} />
      </span>
      <span className="small soft">
        {said.join(', ')}
        {(map.marks.CONTRADICTED ?? 0) > 0 && (
          <>
            {said.length > 0 && ', '}
            <span className="bad">{map.marks.CONTRADICTED} contradicted</span>
          </>
        )}
      </span>
    </div>
  )
}
