import { DoorOpen, X } from 'lucide-react'
import { useState } from 'react'
import { Button, channels, count, duration, feeling, InlineText, Picker, percent } from '../../design'
import {
  addLink,
  type ChannelKind,
  codes,
  deleteElement,
  drawEmotion,
  type Id,
  type LaneRole,
  type LinkKind,
  setField,
} from '../operation'
import { nameOf, perform, touchpointOf, useDocument, useEvidence, useOpenMap } from '../view/context'
import { laneRoles, linkKindWords, orderGroupWords, sourceWords, spokenRoles, stageKindWords } from '../view/words'
import styles from './panel.module.css'
import { Check, Row, WordPicker } from './Row'

/** The words of an element, at the head of the panel. */
function Head({
  id,
  field,
  label,
  value,
  isSpoken,
}: {
  id: Id
  field: string
  label: string
  value: string
  isSpoken?: boolean
}) {
  const open = useOpenMap()
  return (
    <InlineText
      label={label}
      value={value}
      required
      long={field === 'body'}
      className={`${styles.head} ${isSpoken ? styles.spoken : ''}`}
      onSave={text => perform(open, setField(`Edit ${label.toLowerCase()}`, id, field, text))}
    />
  )
}

export function StageFields({ id }: { id: Id }) {
  const open = useOpenMap()
  const stage = useDocument(s => s.map.stages.find(x => x.id === id))
  const found = useEvidence()?.stages.get(id)
  if (!stage) return null
  return (
    <>
      <Head id={id} field="name" label="Name of the stage" value={stage.name} />
      <WordPicker
        name="Kind"
        value={stage.stageKind}
        words={stageKindWords}
        onChange={kind => perform(open, setField('Change kind of stage', id, 'stageKind', kind))}
      />
      <Row name="Goal">
        <InlineText
          label="What the customer wants here"
          placeholder="What the customer wants here"
          long
          className="serif"
          value={stage.customerGoal ?? ''}
          onSave={text => perform(open, setField('Edit goal', id, 'customerGoal', text || null))}
        />
      </Row>
      {found && (
        <dl className={styles.figures}>
          <Figure name="came here">{count(found.customers)}</Figure>
          {found.conversion && found.conversion.value !== null && (
            <Figure name={`of ${count(found.conversion.d)} in the stage before`}>
              {percent(found.conversion.value)}
            </Figure>
          )}
          {found.lost !== null && found.lost !== undefined && found.dropOff && found.dropOff.value !== null && (
            <Figure name={`${count(found.lost)} come no further`}>{percent(found.dropOff.value)}</Figure>
          )}
          {found.medianSecondsFromPrevious !== null && found.medianSecondsFromPrevious !== undefined && (
            <Figure name="after the stage before, for half of them">{duration(found.medianSecondsFromPrevious)}</Figure>
          )}
          {found.dwell?.median !== null && found.dwell?.median !== undefined && (
            <Figure
              name={
                found.dwell.p90 === null
                  ? 'in this stage, for half of them'
                  : `in this stage; 9 of 10 within ${duration(found.dwell.p90)}`
              }
            >
              {duration(found.dwell.median)}
            </Figure>
          )}
        </dl>
      )}
    </>
  )
}

export function Figure({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dd>{children}</dd>
      <dt>{name}</dt>
    </div>
  )
}

export function StepFields({ id }: { id: Id }) {
  const open = useOpenMap()
  const step = useDocument(s => s.map.steps.find(x => x.id === id))
  const links = useDocument(s => s.map.links)
  const map = useDocument(s => s.map)
  if (!step) return null
  const ways = links.filter(l => l.from === id)
  return (
    <>
      <Head id={id} field="title" label="Title of the step" value={step.title} />
      <WordPicker
        name="Order"
        value={step.orderGroup}
        words={orderGroupWords}
        onChange={group => perform(open, setField('Change order', id, 'orderGroup', group))}
      />
      <Check
        label="Customers may leave it out"
        value={step.isOptional ?? false}
        onChange={is => perform(open, setField('Change step', id, 'isOptional', is))}
      />
      <Check
        label="Customers do it again and again"
        value={step.repeatable ?? false}
        onChange={is => perform(open, setField('Change step', id, 'repeatable', is))}
      />
      <section className={styles.section}>
        <h2>Ways from here</h2>
        {ways.map(link => (
          <div key={link.id} className={styles.item}>
            <button type="button" className={styles.itemWords} onClick={() => open.view.setState({ open: link.id })}>
              {linkKindWords[link.kind]} {link.to && nameOf(map, link.to)}
              {link.label && <span className="quiet"> {link.label}</span>}
            </button>
            <Button icon={X} aria-label="Delete this path" onPress={() => perform(open, deleteElement(link.id))} />
          </div>
        ))}
        <AddWay step={id} />
      </section>
    </>
  )
}

function AddWay({ step }: { step: Id }) {
  const open = useOpenMap()
  const steps = useDocument(s => s.map.steps)
  const hasExit = useDocument(s => s.map.links.some(l => l.from === step && l.kind === 'EXIT'))
  const at = steps.findIndex(s => s.id === step)
  return (
    <div className={styles.tools}>
      <Picker
        label="Add a path to"
        placeholder="Add a path to"
        value={null}
        choices={steps.filter(s => s.id !== step).map(s => ({ value: s.id, label: s.title }))}
        onChange={to => {
          const kind: LinkKind = steps.findIndex(s => s.id === to) < at ? 'LOOP_BACK' : 'BRANCH'
          perform(open, addLink(step, to, kind))
        }}
      />
      {!hasExit && (
        <Button icon={DoorOpen} onPress={() => perform(open, addLink(step, undefined, 'EXIT'))}>
          May leave here
        </Button>
      )}
    </div>
  )
}

export function LinkFields({ id }: { id: Id }) {
  const open = useOpenMap()
  const link = useDocument(s => s.map.links.find(x => x.id === id))
  const map = useDocument(s => s.map)
  if (!link) return null
  return (
    <>
      <p className={styles.head}>
        {nameOf(map, link.from)} {linkKindWords[link.kind]} {link.to && nameOf(map, link.to)}
      </p>
      {link.to !== undefined && (
        <WordPicker
          name="Kind"
          value={link.kind}
          words={{
            NEXT: 'the usual way on',
            BRANCH: 'some go here instead',
            LOOP_BACK: 'back, to do it again',
            RE_ENTRY: 'back after having left',
          }}
          onChange={kind => perform(open, setField('Change path', id, 'kind', kind))}
        />
      )}
      <Row name="Words">
        <InlineText
          label="Words beside the path"
          placeholder="Who takes it, and when"
          value={link.label ?? ''}
          onSave={text => perform(open, setField('Edit path', id, 'label', text || null))}
        />
      </Row>
    </>
  )
}

export function LaneFields({ id }: { id: Id }) {
  const open = useOpenMap()
  const lane = useDocument(s => s.map.lanes.find(x => x.id === id))
  if (!lane) return null
  const roles = Object.fromEntries(codes.laneRole.map(role => [role, laneRoles[role].title])) as Record<
    LaneRole,
    string
  >
  return (
    <>
      <Head id={id} field="title" label="Title of the lane" value={lane.title} />
      <WordPicker
        name="Holds"
        value={lane.role}
        words={roles}
        onChange={role =>
          perform(open, (map, newId) => {
            const isOwnTitle = lane.title !== laneRoles[lane.role].title
            const retype = setField('Change lane', id, 'role', role)(map, newId)
            const rename = setField('Change lane', id, 'title', laneRoles[role].title)(map, newId)
            return isOwnTitle ? retype : { ...retype, operations: [...retype.operations, ...rename.operations] }
          })
        }
      />
      {laneRoles[lane.role].example !== '' && (
        <p className={styles.hint}>
          For example: <span className="serif">{laneRoles[lane.role].example}</span>
        </p>
      )}
    </>
  )
}

export function CardFields({ id }: { id: Id }) {
  const open = useOpenMap()
  const card = useDocument(s => s.map.cards.find(x => x.id === id))
  const lane = useDocument(s => s.map.lanes.find(x => x.id === card?.lane))
  const personas = useDocument(s => s.map.personas)
  const touchpoint = useDocument(s => touchpointOf(s.map, card?.touchpoint))
  if (!card) return null
  const everybody = 'everybody'
  return (
    <>
      {touchpoint && card.body === '' ? (
        <p className={styles.head}>{touchpoint.name}</p>
      ) : (
        <Head
          id={id}
          field="body"
          label="Text of the card"
          value={card.body}
          isSpoken={lane !== undefined && spokenRoles.has(lane.role)}
        />
      )}
      {touchpoint && (
        <Button onPress={() => open.view.setState({ open: touchpoint.id })}>Touchpoint {touchpoint.name}</Button>
      )}
      <Row name="Note">
        <InlineText
          label="Note"
          placeholder="Owner, date, cost"
          value={card.note ?? ''}
          onSave={text => perform(open, setField('Edit note', id, 'note', text || null))}
        />
      </Row>
      {personas.length > 0 && (
        <WordPicker
          name="Whose"
          value={card.persona ?? everybody}
          words={{ [everybody]: 'everybody', ...Object.fromEntries(personas.map(p => [p.id, p.name])) }}
          onChange={persona =>
            perform(open, setField('Change persona', id, 'persona', persona === everybody ? null : persona))
          }
        />
      )}
    </>
  )
}

export function EmotionFields({ id }: { id: Id }) {
  const open = useOpenMap()
  const point = useDocument(s => s.map.emotions.find(x => x.id === id))
  const measured = useEvidence()?.found.feelings.find(f => f.step === point?.step)
  const [dragged, setDragged] = useState<number | null>(null)
  if (!point) return null
  const valence = dragged ?? point.valence
  return (
    <>
      <p className={styles.big}>
        <b>{feeling(valence)}</b>
        <span>
          drawn, {valence === 0 ? 'neither good nor bad' : valence > 0 ? 'good' : 'bad'}
          {measured?.mean !== null && measured?.mean !== undefined && (
            <>
              <br />
              measured {feeling(measured.mean)} <i className="quiet">n&nbsp;{count(measured.n)}</i>
            </>
          )}
        </span>
      </p>
      <input
        className={styles.slider}
        type="range"
        min={-5}
        max={5}
        step={0.5}
        aria-label="Feeling"
        value={valence}
        onChange={event => setDragged(Number(event.target.value))}
        onPointerUp={() => commit()}
        onKeyUp={() => commit()}
        onBlur={() => commit()}
      />
      <WordPicker
        name="Rests on"
        value={point.source}
        words={sourceWords}
        onChange={source => perform(open, setField('Change source', id, 'source', source))}
      />
      <Row name="Words">
        <InlineText
          label="In the customer's words"
          placeholder="In the customer’s words"
          long
          className="say"
          value={point.quote ?? ''}
          onSave={text => perform(open, setField('Edit quote', id, 'quote', text || null))}
        />
      </Row>
    </>
  )

  function commit() {
    if (dragged !== null && point) perform(open, drawEmotion(point.step, dragged, point.persona), `feel/${point.step}`)
    setDragged(null)
  }
}

export const channelWords = Object.fromEntries(
  Object.entries(channels).map(([kind, { word }]) => [kind, word]),
) as Record<ChannelKind, string>
