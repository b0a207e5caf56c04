import { CornerDownRight, DoorOpen, FoldHorizontal, Plus, RotateCcw, UnfoldHorizontal } from 'lucide-react'
import { memo } from 'react'
import { count, duration, percent } from '../../design'
import { addStage, type Id, type Stage, type Step, type StepLink, setField } from '../operation'
import type { Grid } from '../view/columns'
import { perform, useDocument, useEvidence, useOpenMap, useStop, useView } from '../view/context'
import { stops } from '../view/stops'
import { focusStop, nodeOf, toggled } from '../view/view'
import styles from './heads.module.css'
import { moveEdit } from './moveEdit'
import stopStyle from './stop.module.css'
import { TextEdit } from './TextEdit'

/** The stages over their columns. They stay in sight while the map is scrolled. */
export const StageHeads = memo(function StageHeads({ stages }: { stages: Grid['stages'] }) {
  const open = useOpenMap()
  return (
    <div className={styles.stageRow} role="row" aria-rowindex={1}>
      <div className={styles.corner} role="presentation" />
      {stages.map(({ stage, from, to }, i) => (
        <StageHead key={stage.id} stage={stage} from={from} to={to} isFirst={i === 0} />
      ))}
      <div role="gridcell">
        <button
          type="button"
          className={styles.addColumn}
          aria-label="Add a stage at the end"
          title="Add a stage"
          onClick={() => {
            const made = perform(open, addStage(null, 'New stage'))
            if (made) begin(open, stops.stage(made))
          }}
        >
          <Plus aria-hidden="true" size={16} />
        </button>
      </div>
    </div>
  )
})

/** Opens a new element for typing over its first words. */
export function begin(open: ReturnType<typeof useOpenMap>, stop: string) {
  open.view.setState({ focus: stop, editing: { stop, initial: null, isNew: true } })
}

const StageHead = memo(function StageHead({
  stage,
  from,
  to,
  isFirst,
}: {
  stage: Stage
  from: number
  to: number
  isFirst: boolean
}) {
  const open = useOpenMap()
  const stop = stops.stage(stage.id)
  const { isFocus, editing } = useStop(stop)
  const isOpen = useView(v => v.open === stage.id)
  const show = useView(v => v.show)
  const isFolded = useView(v => v.folded.has(stage.id))
  const steps = useDocument(s => s.map.steps.filter(t => t.stage === stage.id).length)
  const found = useEvidence()?.stages.get(stage.id)
  const mark = useEvidence()?.found.marks[stage.id]
  return (
    <div
      id={nodeOf(stop)}
      className={`${stopStyle.stop} ${styles.stage}`}
      data-stop={stop}
      data-drag="stage"
      data-open={isOpen || undefined}
      role="columnheader"
      aria-colindex={from + 2}
      aria-colspan={to - from}
      aria-label={[
        `Stage ${stage.name}`,
        found && show !== 'design' ? `${count(found.customers)} customers` : '',
        mark?.level === 'CONTRADICTED' ? mark.word : '',
      ]
        .filter(Boolean)
        .join(', ')}
      style={{ gridColumn: `${from + 2} / ${to + 2}` }}
      tabIndex={isFocus ? 0 : -1}
    >
      <div className={styles.stageName}>
        {editing ? (
          <TextEdit
            value={stage.name}
            initial={editing.initial}
            isNew={editing.isNew}
            label="Name of the stage"
            isLine
            onSave={(value, next) => {
              if (value.trim() !== '') perform(open, setField('Rename stage', stage.id, 'name', value.trim()))
              open.view.setState({ editing: null })
              moveEdit(open, stop, next)
            }}
            onCancel={() => {
              open.view.setState({ editing: null })
              focusStop(open.view, stop)
            }}
          />
        ) : (
          <span dir="auto" title={stage.name}>
            {stage.name}
          </span>
        )}
        {steps > 1 && !editing && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.foldStage}
            data-folded={isFolded || undefined}
            aria-label={
              isFolded ? `Show the ${steps} steps of ${stage.name}` : `Fold the ${steps} steps of ${stage.name}`
            }
            title={isFolded ? `Show its ${steps} steps` : 'Fold its steps into one column'}
            onClick={() => open.view.setState(v => ({ folded: toggled(v.folded, stage.id) }))}
          >
            {isFolded ? (
              <UnfoldHorizontal aria-hidden="true" size={14} />
            ) : (
              <FoldHorizontal aria-hidden="true" size={14} />
            )}
          </button>
        )}
      </div>
      {show !== 'design' && found && (
        <p className={styles.stageFigures}>
          <b>{count(found.customers)}</b>
          {isFirst || !found.conversion || found.conversion.value === null ? (
            <span>customers</span>
          ) : (
            <>
              <span
                title={`${count(found.conversion.n)} of ${count(found.conversion.d)} come on from the stage before`}
              >
                {percent(found.conversion.value)}
              </span>
              {found.medianSecondsFromPrevious !== null && found.medianSecondsFromPrevious !== undefined && (
                <span title="Half of those who come on from the stage before are here by then">
                  {after(found.medianSecondsFromPrevious)}
                </span>
              )}
            </>
          )}
        </p>
      )}
      {show === 'design' && stage.customerGoal !== undefined && (
        <p className={styles.stageGoal} dir="auto" title={stage.customerGoal}>
          {stage.customerGoal}
        </p>
      )}
      <InsertHere kind="stage" id={stage.id} />
    </div>
  )
})

function after(seconds: number): string {
  return seconds < 1 ? 'at once' : `${duration(seconds)} later`
}

/** The steps under their stages. */
export const StepHeads = memo(function StepHeads({ columns }: { columns: Grid['columns'] }) {
  return (
    <div
      className={styles.stepRow}
      role="row"
      aria-rowindex={2}
      data-folded={columns.some(c => c.steps.length > 1) || undefined}
    >
      <div className={styles.stepCorner} role="gridcell">
        Steps
        <FoldAll columns={columns} />
      </div>
      {columns.map((column, c) => (
        <div
          key={column.key}
          className={styles.stepCell}
          style={{ gridColumn: c + 2 }}
          role={column.steps.length === 0 ? 'gridcell' : 'presentation'}
        >
          {column.steps.map(step => (
            <StepHead key={step.id} step={step} place={c} />
          ))}
          {column.steps.length === 0 && <NoStep stage={column.stage} />}
        </div>
      ))}
    </div>
  )
})

/** Every step in a column of its own, or one column a stage. */
function FoldAll({ columns }: { columns: Grid['columns'] }) {
  const open = useOpenMap()
  const isFolded = columns.some(column => column.steps.length > 1)
  const stages = columns.map(column => column.stage.id)
  if (!isFolded && new Set(stages).size === stages.length) return null
  const words = isFolded ? 'Give every step a column' : 'One column a stage'
  const Sign = isFolded ? UnfoldHorizontal : FoldHorizontal
  return (
    <button
      type="button"
      className={styles.foldAll}
      aria-label={words}
      title={words}
      onClick={() => open.view.setState({ folded: new Set(isFolded ? [] : stages) })}
    >
      <Sign aria-hidden="true" size={14} />
    </button>
  )
}

function NoStep({ stage }: { stage: Stage }) {
  return (
    <button type="button" className={styles.noStep} data-addstep={stage.id}>
      <Plus aria-hidden="true" size={14} /> Add the first step
    </button>
  )
}

const StepHead = memo(function StepHead({ step, place }: { step: Step; place: number }) {
  const open = useOpenMap()
  const stop = stops.step(step.id)
  const { isFocus, editing } = useStop(stop)
  const isOpen = useView(v => v.open === step.id)
  const isFound = useView(v => v.search !== null && v.search !== '' && step.title.toLowerCase().includes(v.search))
  const links = useDocument(s => s.map.links)
  const ways = links.filter(link => link.from === step.id && link.kind !== 'NEXT')
  return (
    <div
      id={nodeOf(stop)}
      className={`${stopStyle.stop} ${styles.step}`}
      data-stop={stop}
      data-drag="step"
      data-open={isOpen || undefined}
      data-found={isFound || undefined}
      role="columnheader"
      aria-colindex={place + 2}
      aria-label={`Step ${step.title}${step.isOptional ? ', optional' : ''}${step.repeatable ? ', again and again' : ''}`}
      tabIndex={isFocus ? 0 : -1}
    >
      {editing ? (
        <TextEdit
          value={step.title}
          initial={editing.initial}
          isNew={editing.isNew}
          label="Title of the step"
          isLine
          onSave={(value, next) => {
            if (value.trim() !== '') perform(open, setField('Rename step', step.id, 'title', value.trim()))
            open.view.setState({ editing: null })
            moveEdit(open, stop, next)
          }}
          onCancel={() => {
            open.view.setState({ editing: null })
            focusStop(open.view, stop)
          }}
        />
      ) : (
        <span dir="auto">{step.title}</span>
      )}
      {(step.isOptional || step.repeatable || step.orderGroup !== 'SEQUENCE' || ways.length > 0) && !editing && (
        <span className={styles.traits}>
          {step.isOptional && <i>optional</i>}
          {step.repeatable && <i>repeats</i>}
          {step.orderGroup === 'ANY_ORDER' && <i>any order</i>}
          {step.orderGroup === 'ALTERNATIVE' && <i>or</i>}
          {ways.map(link => (
            <Way key={link.id} link={link} />
          ))}
        </span>
      )}
      <InsertHere kind="step" id={step.id} />
    </div>
  )
})

function Way({ link }: { link: StepLink }) {
  const to = useDocument(s => s.map.steps.find(step => step.id === link.to)?.title)
  const words =
    link.kind === 'EXIT'
      ? 'leaves here'
      : link.kind === 'LOOP_BACK'
        ? `back to ${to}`
        : link.kind === 'RE_ENTRY'
          ? `comes back at ${to}`
          : `or on to ${to}`
  return (
    <i className={styles.way} title={link.label ?? words}>
      {link.kind === 'EXIT' ? (
        <DoorOpen aria-hidden="true" size={12} />
      ) : link.kind === 'LOOP_BACK' ? (
        <RotateCcw aria-hidden="true" size={12} />
      ) : (
        <CornerDownRight aria-hidden="true" size={12} />
      )}
      {words}
    </i>
  )
}

/** A plus on the edge after an element: inserts exactly there. */
export function InsertHere({ kind, id }: { kind: 'stage' | 'step' | 'lane'; id: Id }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={stopStyle.insert}
      data-kind={kind}
      data-insert={`${kind}/${id}`}
      aria-label={`Insert a ${kind} here`}
      title={`Insert a ${kind} here`}
    >
      <Plus aria-hidden="true" size={12} />
    </button>
  )
}
