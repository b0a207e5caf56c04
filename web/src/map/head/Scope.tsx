import { ChevronDown } from 'lucide-react'
import { Button, count, Menu, Portrait } from '../../design'
import { places, useWorkspace } from '../../frame'
import type { Id } from '../operation'
import { useDocument, useEvidence, useOpenMap, useView } from '../view/context'
import { toggled } from '../view/view'
import styles from './head.module.css'

/** Through whose eyes the map is seen, which of its lanes, and over which data it lies. */
export function Scope() {
  const found = useEvidence()?.found
  return (
    <div className={styles.scope}>
      <PersonaChoice />
      <LaneChoice />
      {found && (
        <span className={styles.data}>
          {count(found.customers)} customers{found.to && `, events through ${day(found.to)}`}
          {found.synthetic && ', synthetic'}
        </span>
      )}
    </div>
  )
}

/** Everybody, or one persona: then what only others do, think and feel is left out. */
function PersonaChoice() {
  const open = useOpenMap()
  const workspace = useWorkspace()
  const personas = useDocument(s => s.map.personas)
  const chosen = useView(v => v.persona)
  const shown = personas.filter(p => p.id === chosen)
  const faces = shown.length > 0 ? shown : personas
  const see = (persona: Id | null) => () => open.view.setState({ persona })
  if (personas.length === 0) {
    return (
      <Button onPress={() => open.view.setState({ open: open.document.map.id })}>
        <span className="quiet">no persona yet</span>
      </Button>
    )
  }
  return (
    <Menu
      label="Whose journey is shown"
      trigger={
        <Button aria-label={`Whose journey is shown: ${faces.map(p => p.name).join(', ')}`}>
          <span className={styles.faces} aria-hidden="true">
            {faces.slice(0, 4).map(p => (
              <Portrait key={p.id} id={p.id} size={22} />
            ))}
          </span>
          <span className={styles.names} dir="auto">
            {faces.map(p => p.name).join(', ')}
          </span>
          <ChevronDown aria-hidden="true" />
        </Button>
      }
      groups={[
        {
          title: 'Show the map for',
          choices: [
            { label: 'Everybody', isChosen: shown.length === 0, act: see(null) },
            ...personas.map(p => ({
              label: p.name,
              ...(p.tagline && { detail: p.tagline }),
              isChosen: p.id === chosen,
              act: see(p.id),
            })),
          ],
        },
        {
          title: 'Read about',
          choices: faces.map(p => ({ label: `The page of ${p.name}`, href: places.persona(workspace.id, p.id) })),
        },
      ]}
    />
  )
}

/** Which lanes are in sight. Never part of the map: the others are only not shown. */
function LaneChoice() {
  const open = useOpenMap()
  const lanes = useDocument(s => s.map.lanes)
  const without = useView(v => v.withoutLanes)
  const shown = lanes.filter(lane => !without.has(lane.id))
  if (lanes.length < 2) return null
  return (
    <Menu
      label="Lanes in sight"
      trigger={
        <Button>
          {shown.length === lanes.length ? 'all lanes' : `${shown.length} of ${lanes.length} lanes`}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
      groups={[
        {
          choices: [
            {
              label: 'All lanes',
              isDisabled: shown.length === lanes.length,
              act: () => open.view.setState({ withoutLanes: new Set() }),
            },
          ],
        },
        {
          title: 'In sight',
          choices: lanes.map(lane => ({
            id: lane.id,
            label: lane.title,
            isChosen: !without.has(lane.id),
            stays: true,
            act: () => open.view.setState(v => ({ withoutLanes: toggled(v.withoutLanes, lane.id) })),
          })),
        },
      ]}
    />
  )
}

function day(at: string): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
}
