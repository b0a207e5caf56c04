import { Plus } from 'lucide-react'
import { memo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { channelNamed, count, EvidenceMark } from '../../design'
import { addLane, addTouchpoint, type Id } from '../operation'
import { perform, tell, useDocument, useEvidence, useOpenMap } from '../view/context'
import { readStop, stops } from '../view/stops'
import { focusStop } from '../view/view'
import menu from './menu.module.css'
import styles from './unmapped.module.css'

const SHOWN = 8

/** What customers do that nobody drew: one click puts it onto a step. */
export const UnmappedStrip = memo(function UnmappedStrip() {
  const open = useOpenMap()
  const book = useEvidence()
  const stages = useDocument(s => s.map.stages)
  const steps = useDocument(s => s.map.steps)
  const touchpoints = useDocument(s => s.map.touchpoints)
  const [isAll, setAll] = useState(false)
  const bound = new Set(touchpoints.flatMap(t => t.binding?.events ?? []))
  const unmapped = (book?.found.unmapped ?? []).filter(u => !bound.has(u.name))
  if (unmapped.length === 0 || steps.length === 0) return null
  const { focus } = open.view.getState()
  const near = focus === null ? null : stepNear(focus)
  const shown = isAll ? unmapped : unmapped.slice(0, SHOWN)
  return (
    <section className={styles.unmapped} aria-label="Seen but not drawn">
      <p className={styles.unmappedHead}>Seen but not drawn</p>
      <div className={styles.unmappedList}>
        {shown.map(u => (
          <MenuTrigger key={u.name}>
            <Button className={styles.chip as string}>
              <EvidenceMark level="OBSERVED" size={14} />
              <span dir="auto">{u.name}</span>
              <span className="quiet">{count(u.customers)}</span>
              <span className="unseen"> customers, add to a step</span>
              <Plus aria-hidden="true" size={14} />
            </Button>
            <Popover className={menu.menu as string} placement="top start">
              <Menu
                aria-label={`Add ${u.name} to the step`}
                {...(near !== null && { defaultSelectedKeys: [near] })}
                onAction={step => place(open, u.name, String(step))}
              >
                {steps.map(step => (
                  <MenuItem key={step.id} id={step.id} className={menu.menuItem as string} textValue={step.title}>
                    <span dir="auto">{step.title}</span>
                    <span className="quiet">{stages.find(s => s.id === step.stage)?.name}</span>
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        ))}
        {unmapped.length > SHOWN && (
          <button type="button" className={styles.more} onClick={() => setAll(!isAll)}>
            {isAll ? 'Show fewer' : `${unmapped.length - SHOWN} more`}
          </button>
        )}
      </div>
    </section>
  )

  function stepNear(stop: string): Id | null {
    const { kind, id, column } = readStop(stop)
    if (kind === 'step' || kind === 'feel') return id
    if (kind === 'card') return open.document.map.cards.find(c => c.id === id)?.fromStep ?? null
    return kind === 'cell' ? column : null
  }
})

function place(open: ReturnType<typeof useOpenMap>, name: string, step: Id) {
  const { map } = open.document
  let lane = map.lanes.find(l => l.role === 'TOUCHPOINT')?.id
  lane ??= perform(open, addLane(null, 'TOUCHPOINT', 'Touchpoints')) ?? undefined
  if (!lane) return
  const channel = channelNamed(name)
  const made = perform(
    open,
    addTouchpoint(lane, step, {
      name: name.replaceAll('_', ' '),
      ...(channel && { channel }),
      observability: 'EVENTS',
      binding: { events: [name] },
    }),
  )
  if (made) {
    focusStop(open.view, stops.card(made))
    tell(open, `${name} is on the map; its count comes with the next check`, true)
  }
}
