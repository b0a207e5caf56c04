import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Panel } from '../../design'
import { type Element, elementOf, type Id, type JourneyMap, keeps, type ListName } from '../operation'
import { deleteAt, nameOf, useDocument, useOpenMap, useView } from '../view/context'
import { focusStop } from '../view/view'
import { ClaimFields } from './ClaimFields'
import { CardFields, EmotionFields, LaneFields, LinkFields, StageFields, StepFields } from './ElementFields'
import { MapFields } from './MapFields'
import { Support } from './Support'
import { TouchpointFields } from './TouchpointFields'

/** Everything about one element, beside the map that stays in sight. */
export function MapPanel() {
  const open = useOpenMap()
  const element = useView(v => v.open)
  const map = useDocument(s => s.map)
  if (element === null) return null
  const close = () => {
    open.view.setState({ open: null })
    const { focus } = open.view.getState()
    if (focus !== null) focusStop(open.view, focus)
  }
  const isMap = element === map.id
  const found = isMap ? undefined : elementOf(map, element)
  if (!isMap && !found) return null
  const kept = keeps(map, element)
  // One panel for as long as it is open: what it shows changes, and the keyboard stays where it is.
  return (
    <Panel
      title={found ? place(map, found.list, found.value) : 'Map'}
      label={found ? `${words[found.list]}: ${nameOf(map, element)}` : 'About this map'}
      onClose={close}
      tools={found?.list === 'claims' && <ClaimSteps claim={element} />}
      foot={
        found && (
          <Button
            icon={Trash2}
            isDisabled={kept !== null}
            onPress={() => deleteAt(open, element, open.view.getState().focus)}
          >
            Delete {words[found.list].toLowerCase()}
          </Button>
        )
      }
    >
      <div key={element}>
        {found ? fieldsOf(found) : <MapFields />}
        {found && !withoutSupport.has(found.list) && <Support element={element} />}
      </div>
    </Panel>
  )
}

const withoutSupport: ReadonlySet<ListName> = new Set(['claims', 'links', 'evidence'])

const words: Record<ListName, string> = {
  personas: 'Persona',
  stages: 'Stage',
  steps: 'Step',
  links: 'Path',
  lanes: 'Lane',
  cards: 'Card',
  touchpoints: 'Touchpoint',
  emotions: 'Feeling',
  claims: 'Claim',
  evidence: 'Evidence',
}

function fieldsOf(found: { list: ListName; value: Element }): ReactNode {
  const { id } = found.value
  switch (found.list) {
    case 'stages':
      return <StageFields id={id} />
    case 'steps':
      return <StepFields id={id} />
    case 'lanes':
      return <LaneFields id={id} />
    case 'cards':
      return <CardFields id={id} />
    case 'touchpoints':
      return <TouchpointFields id={id} />
    case 'emotions':
      return <EmotionFields id={id} />
    case 'claims':
      return <ClaimFields id={id} />
    case 'links':
      return <LinkFields id={id} />
    default:
      return null
  }
}

/** Where an element is, in words: "Claim in Wait & collect". */
function place(map: JourneyMap, list: ListName, value: Element): string {
  const about = value as unknown as Record<string, Id | undefined>
  const step = about.fromStep ?? about.step ?? (list === 'steps' ? value.id : undefined)
  switch (list) {
    case 'cards':
      return `${nameOf(map, about.lane as Id)} at ${nameOf(map, step as Id)}`
    case 'emotions':
      return `Feeling at ${nameOf(map, step as Id)}`
    case 'claims':
      return `Claim about ${nameOf(map, about.element as Id)}`
    case 'steps':
      return `Step of ${nameOf(map, about.stage as Id)}`
    default:
      return words[list]
  }
}

function ClaimSteps({ claim }: { claim: Id }) {
  const open = useOpenMap()
  const claims = useDocument(s => s.map.claims)
  const at = claims.findIndex(c => c.id === claim)
  const to = (next: number) => open.view.setState({ open: claims[(next + claims.length) % claims.length]?.id ?? null })
  return (
    <>
      <Button icon={ChevronLeft} aria-label="Claim before" onPress={() => to(at - 1)} />
      <Button icon={ChevronRight} aria-label="Next claim" onPress={() => to(at + 1)} />
    </>
  )
}
