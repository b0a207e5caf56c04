import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { queries } from '../../api'
import { Bar, Button, count, Field, InlineText, percent } from '../../design'
import { channelHue } from '../grid/channelHue'
import { type Binding, type ChannelKind, type Id, type PropertyMatch, setField, setFields } from '../operation'
import { nameOf, perform, touchpointOf, useDocument, useEvidence, useOpenMap } from '../view/context'
import { stops } from '../view/stops'
import { focusStop } from '../view/view'
import { observabilityWords } from '../view/words'
import { CustomersInside } from './CustomersInside'
import { channelWords } from './ElementFields'
import styles from './panel.module.css'
import { Row, WordPicker } from './Row'

/** A touchpoint: where it takes place, how it can be seen, and which events it is. */
export function TouchpointFields({ id }: { id: Id }) {
  const open = useOpenMap()
  const touchpoint = useDocument(s => touchpointOf(s.map, id))
  const map = useDocument(s => s.map)
  const found = useEvidence()?.touchpoints.get(id)
  if (!touchpoint) return null
  const places = map.cards.filter(c => c.touchpoint === id)
  const isUnseeable = touchpoint.observability === 'NONE' || touchpoint.observability === 'FEEDBACK_ONLY'
  return (
    <>
      <InlineText
        label="Name of the touchpoint"
        value={touchpoint.name}
        required
        className={styles.head ?? ''}
        onSave={name => perform(open, setField('Rename touchpoint', id, 'name', name))}
      />
      {found?.customers !== null && found?.customers !== undefined && (
        <>
          <p className={styles.big}>
            <b>{count(found.customers)}</b>
            <span>
              customers
              {found.of ? (
                <>
                  <br />
                  {percent(found.customers / found.of)} <i className="quiet">n&nbsp;{count(found.of)}</i>
                </>
              ) : null}
            </span>
          </p>
          {found.of ? (
            <div className={styles.bar}>
              <span
                style={{
                  inlineSize: `${(100 * found.customers) / found.of}%`,
                  background: channelHue(touchpoint.channel),
                }}
              />
            </div>
          ) : null}
          {found.state === 'NOT_SEEN' && (
            <p className={styles.wrong}>It is drawn and bound to events, but no customer came here in this period.</p>
          )}
          {touchpoint.binding && found.customers > 0 && (
            <CustomersInside names={touchpoint.binding.events} total={found.customers} />
          )}
        </>
      )}
      <WordPicker
        name="Channel"
        value={touchpoint.channel ?? null}
        words={channelWords}
        placeholder="nobody said"
        onChange={(channel: ChannelKind) => perform(open, setField('Change channel', id, 'channel', channel))}
      />
      <WordPicker
        name="Can be seen"
        value={touchpoint.observability}
        words={observabilityWords}
        onChange={seen => perform(open, setField('Change how it can be seen', id, 'observability', seen))}
      />
      {isUnseeable ? (
        <p className={styles.hint}>No event can show it, so it stays out of every count and is never called unseen.</p>
      ) : (
        <BindingFields id={id} binding={touchpoint.binding} />
      )}
      <section className={styles.section}>
        <h2>On the map</h2>
        {places.map(card => (
          <button
            key={card.id}
            type="button"
            className={styles.itemWords}
            onClick={() => focusStop(open.view, stops.card(card.id))}
          >
            {nameOf(map, card.lane)} at {nameOf(map, card.fromStep)}
          </button>
        ))}
      </section>
    </>
  )
}

const SUGGESTED = 6

/** Which events are this touchpoint. */
function BindingFields({ id, binding }: { id: Id; binding: Binding | undefined }) {
  const open = useOpenMap()
  const [typed, setTyped] = useState('')
  const all = useQuery(queries.vocabulary(open.workspace, ''))
  const suggested = useQuery(queries.vocabulary(open.workspace, typed))
  const events = binding?.events ?? []
  const countOf = (name: string) => {
    const rows = all.data?.names.filter(n => n.name === name) ?? []
    return rows.length === 0 ? null : rows.reduce((sum, n) => sum + n.events, 0)
  }
  const names = [...new Map((suggested.data?.names ?? []).map(n => [n.name, n])).values()].filter(
    n => !events.includes(n.name),
  )
  const most = Math.max(1, ...names.map(n => n.customers))
  const bind = (next: readonly string[]) => {
    const where = binding?.where
    const value = next.length === 0 ? null : { events: next, ...(where && { where }) }
    perform(
      open,
      setFields(next.length === 0 ? 'Unbind touchpoint' : 'Bind touchpoint', id, {
        binding: value,
        ...(next.length > 0 && { observability: 'EVENTS' }),
      }),
    )
    setTyped('')
  }
  const limit = (where: readonly PropertyMatch[]) =>
    perform(open, setField('Bind touchpoint', id, 'binding', { events, ...(where.length > 0 && { where }) }))
  return (
    <section className={styles.section}>
      <h2>Events that are this touchpoint</h2>
      {events.length === 0 && <p className={styles.hint}>Not bound yet: nothing is counted. Choose an event.</p>}
      {events.map(name => (
        <div key={name} className={styles.item}>
          <span className={styles.itemWords}>
            {name}{' '}
            <span className="quiet">
              {countOf(name) === null ? 'not in the data' : `${count(countOf(name))} events`}
            </span>
          </span>
          <Button icon={X} aria-label={`Unbind ${name}`} onPress={() => bind(events.filter(e => e !== name))} />
        </div>
      ))}
      {binding?.where?.map((match, i) => (
        <div key={match.property} className={styles.item}>
          <span className={styles.itemWords}>
            only where {match.property} is {match.values.join(' or ')}
          </span>
          <Button
            icon={X}
            aria-label={`Drop the condition on ${match.property}`}
            onPress={() => limit((binding.where ?? []).filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Field
        label="Find an event"
        hideLabel
        placeholder="Find an event"
        value={typed}
        onChange={setTyped}
        onKeyDown={event => {
          if (event.key === 'Enter' && names[0]) bind([...events, names[0].name])
        }}
      />
      {(typed !== '' || events.length === 0) && (
        <ul className={styles.suggestions}>
          {names.slice(0, SUGGESTED).map(n => (
            <li key={n.name}>
              <button type="button" onClick={() => bind([...events, n.name])}>
                <span className="ellipsis">{n.name}</span>
                <span className="quiet">{count(n.customers)}</span>
                <Bar share={n.customers / most} />
              </button>
            </li>
          ))}
          {suggested.data && names.length === 0 && <li className={styles.hint}>No event is called like this.</li>}
        </ul>
      )}
      {events.length > 0 && (
        <AddCondition
          properties={all.data?.properties ?? []}
          onAdd={match => limit([...(binding?.where ?? []), match])}
        />
      )}
    </section>
  )
}

function AddCondition({ properties, onAdd }: { properties: readonly string[]; onAdd: (match: PropertyMatch) => void }) {
  const [property, setProperty] = useState<string | null>(null)
  const [values, setValues] = useState('')
  if (properties.length === 0) return null
  const add = () => {
    const list = values
      .split(',')
      .map(v => v.trim())
      .filter(v => v !== '')
    if (property !== null && list.length > 0) {
      onAdd({ property, values: list })
      setProperty(null)
      setValues('')
    }
  }
  return (
    <>
      <WordPicker
        name="Only where"
        value={property}
        words={Object.fromEntries(properties.map(p => [p, p]))}
        placeholder="a property"
        onChange={setProperty}
      />
      {property !== null && (
        <Row name="is">
          <Field
            label={`Values of ${property}`}
            hideLabel
            placeholder="mobile, tablet"
            value={values}
            onChange={setValues}
            onBlur={add}
            onKeyDown={event => {
              if (event.key === 'Enter') add()
            }}
          />
        </Row>
      )}
    </>
  )
}
