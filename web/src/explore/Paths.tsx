import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Count, type PathsAnswer, queries, type Spec, type Vocabulary } from '../api'
import { count, Picker, percent, plural, plusMinus, Skeleton } from '../design'
import { Fault, useWorkspace } from '../frame'
import { Asking } from './Asking'
import type { Step } from './address'
import { csv, save } from './csv'
import { ExploreFrame } from './ExploreFrame'
import styles from './explore.module.css'
import { Foot } from './Foot'
import { Inside } from './Inside'
import { PathLine } from './PathLine'
import { PathsChart, said } from './PathsChart'
import { PeriodWord } from './PeriodWord'
import { type Anchor, type PathsState, readPaths, rowChoices, stepChoices, writePaths } from './pathsAddress'
import chart from './pathsChart.module.css'
import { scope } from './period'
import { Took } from './Took'
import { TouchpointWord } from './TouchpointWord'
import { useAddress, useOpened } from './useAddress'
import paths from './variants.module.css'

/** What customers do step by step: from a touchpoint on, up to one, or between two. */
export function Paths() {
  return <Asking view="paths">{vocabulary => <Asked vocabulary={vocabulary} />}</Asking>
}

const anchors: { value: Anchor; label: string }[] = [
  { value: 'beginning', label: 'from the beginning' },
  { value: 'after', label: 'after' },
  { value: 'before', label: 'before' },
  { value: 'between', label: 'between' },
]

const any = (step: Step) => {
  const [first] = step
  return step.length === 1 && first !== undefined ? first : { anyOf: step }
}

function useSpec(state: PathsState, dataThrough: string | null): Spec {
  const key = JSON.stringify([state, dataThrough])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of it
  return useMemo<Spec>(
    () => ({
      analysis: 'paths',
      ...(state.start.length > 0 && { start: any(state.start) }),
      ...(state.end.length > 0 && { end: any(state.end) }),
      maxSteps: state.maxSteps,
      rowsPerStep: state.rows,
      top: 20,
      ...scope(state.period, dataThrough),
    }),
    [key],
  )
}

function Asked({ vocabulary }: { vocabulary: Vocabulary }) {
  const workspace = useWorkspace()
  const { address, change } = useAddress()
  const { opened, open } = useOpened()
  const state = readPaths(address)
  const spec = useSpec(state, vocabulary.dataThrough)
  const answer = useQuery({
    ...queries.analysis<PathsAnswer>(workspace.id, spec),
    placeholderData: keepPreviousData,
  })
  const put = (next: Partial<PathsState>) =>
    change(now => {
      now.delete('open')
      return writePaths({ ...state, ...next }, now)
    })
  const anchorAt = (anchor: Anchor) => {
    // What was named stays; what is needed and was not is the touchpoint that most, or second most, customers come to.
    const [first, second] = vocabulary.touchpoints.map(touchpoint => touchpoint.name)
    const start = state.start.length > 0 ? state.start : first === undefined ? [] : [first]
    const other = [second, first].find(name => name !== undefined && !start.includes(name))
    const end = state.end.length > 0 ? state.end : other === undefined ? [] : [other]
    put({
      start: anchor === 'after' || anchor === 'between' ? start : [],
      end: anchor === 'before' || anchor === 'between' ? end : [],
    })
  }
  const word = (label: string, step: Step, onChange: (step: Step) => void) => (
    <TouchpointWord label={label} step={step} touchpoints={vocabulary.touchpoints} onChange={onChange} />
  )
  return (
    <ExploreFrame
      view="paths"
      files={[
        {
          label: 'Steps as CSV',
          isDisabled: !answer.data,
          act: () => answer.data && save('steps.csv', table(answer.data)),
        },
        {
          label: 'Whole paths as CSV',
          isDisabled: !answer.data,
          act: () => answer.data && save('paths.csv', wholeTable(answer.data)),
        },
      ]}
      panel={
        opened !== null && (
          <Inside spec={spec} count={opened} sentence={inside(opened)} place={null} onClose={() => open(null)} />
        )
      }
      foot={<Foot dataThrough={vocabulary.dataThrough} hasIntervals />}
    >
      <h1 className={`serif ${styles.ask}`}>
        What do customers do{' '}
        {state.anchor === 'between' ? (
          <>
            between {word('Start', state.start, start => put({ start }))} and{' '}
            {word('End', state.end, end => put({ end }))}
          </>
        ) : state.anchor === 'after' ? (
          <>after {word('Start', state.start, start => put({ start }))}</>
        ) : state.anchor === 'before' ? (
          <>before {word('End', state.end, end => put({ end }))}</>
        ) : (
          'from the beginning'
        )}{' '}
        in{' '}
        <PeriodWord
          period={state.period}
          first={vocabulary.firstTime}
          last={vocabulary.dataThrough}
          onChange={period => put({ period })}
        />
        ?
      </h1>
      <div className={styles.options}>
        <Picker label="Where paths are looked at" quiet value={state.anchor} choices={anchors} onChange={anchorAt} />
        <Picker
          label="Steps"
          quiet
          value={String(state.maxSteps)}
          choices={stepChoices.map(steps => ({ value: String(steps), label: `${steps} steps` }))}
          onChange={value => put({ maxSteps: Number(value) })}
        />
        <Picker
          label="Touchpoints of a step that are told apart"
          quiet
          value={String(state.rows)}
          choices={rowChoices.map(rows => ({ value: String(rows), label: `${rows} touchpoints a step` }))}
          onChange={value => put({ rows: Number(value) })}
        />
        <span className={styles.space} />
        {answer.data && <Took of={answer.data} />}
      </div>
      {answer.isError && <Fault fault={answer.error} again={() => answer.refetch()} />}
      {answer.isPending && <Skeleton lines={8} tall />}
      {answer.data && (
        <div className={answer.isPlaceholderData ? styles.stale : undefined} aria-busy={answer.isPlaceholderData}>
          <Said answer={answer.data} state={state} />
          {answer.data.paths > 0 && (
            <>
              <PathsChart answer={answer.data} />
              <Legend isBackward={state.anchor === 'before'} />
              <Whole answer={answer.data} isBackward={state.anchor === 'before'} />
            </>
          )}
        </div>
      )}
    </ExploreFrame>
  )
}

function Said({ answer, state }: { answer: PathsAnswer; state: PathsState }) {
  if (answer.paths === 0) {
    return <p className="soft">No customer does this in this period. Choose another touchpoint or a longer period.</p>
  }
  const second = answer.nodes.find(node => Math.abs(node.step) === 2 && node.touchpoint !== null)
  const firsts = answer.nodes.filter(node => Math.abs(node.step) === 1)
  const stopped = firsts.reduce((sum, node) => sum + node.dropped, 0)
  return (
    <p className={styles.answer}>
      <b>{count(answer.paths)}</b>
      <span>
        customers{state.anchor === 'beginning' ? '' : ` of ${count(answer.units)} come there`}.
        {second && (
          <>
            {' '}
            {state.anchor === 'before' ? 'Most often they come from' : 'Most often they go on to'}{' '}
            <bdi>{second.touchpoint}</bdi> ({percent(second.units / answer.paths)}).
          </>
        )}{' '}
        {stopped > 0 &&
          `${percent(stopped / answer.paths)} ${state.anchor === 'before' ? 'begin with it' : 'do nothing more'}.`}
      </span>
    </p>
  )
}

function Legend({ isBackward }: { isBackward: boolean }) {
  return (
    <ul className={`${chart.legend} small soft`} aria-label="Meaning of the areas">
      {(['dropped', 'continues'] as const).map(outcome => (
        <li key={outcome}>
          <svg width="26" height="12" aria-hidden="true">
            <rect className={chart.ended} data-outcome={outcome} width="26" height="12" />
          </svg>
          {isBackward
            ? outcome === 'dropped'
              ? 'their journey begins here'
              : 'they come from further back'
            : outcome === 'dropped'
              ? 'nothing more happens'
              : 'they go on beyond the last step shown'}
        </li>
      ))}
    </ul>
  )
}

function Whole({ answer, isBackward }: { answer: PathsAnswer; isBackward: boolean }) {
  const most = answer.top[0]?.units ?? 1
  return (
    <section className={styles.figures}>
      <h2>The commonest whole paths</h2>
      <p className="soft small">
        {count(answer.distinct)} different in all; {plural(answer.otherUnits, 'customer')} took one that is not listed.
      </p>
      <ol className={paths.list} aria-label="Whole paths">
        {answer.top.map(whole => (
          <li key={JSON.stringify([whole.path, whole.outcome])} className={paths.line}>
            <span className={paths.figures}>
              <b>{count(whole.units)}</b>
              <span>
                {percent(whole.share.value)} <span className="quiet">{plusMinus(whole.share)}</span>
              </span>
              <span className={paths.bar} aria-hidden="true">
                <span style={{ inlineSize: `${(whole.units / most) * 100}%` }} />
              </span>
            </span>
            <span>
              <PathLine path={whole.path} />
              <span className="quiet small">and {said(whole.outcome, isBackward)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function inside(opened: Count): string {
  const names = (of: { names: string[]; except: boolean }) => (of.except ? 'another touchpoint' : of.names.join(' or '))
  if (opened.kind === 'PATH_LINK') return `went from ${names(opened.from)} to ${names(opened.to)}`
  if (opened.kind !== 'PATH_NODE') return 'customers'
  const at = `were at ${names(opened)} at step ${opened.step}`
  switch (opened.outcome) {
    case 'DROPPED':
      return `${at} and did not go on`
    case 'CONTINUES':
      return `${at} and went on beyond the last step shown`
    case 'ARRIVED':
      return `arrived with ${names(opened)}`
    case 'IN_PROGRESS':
      return `${at} and may still go on`
    case 'ANY':
      return at
  }
}

function table(answer: PathsAnswer): string {
  return csv(
    ['step', 'touchpoint', 'to', 'customers', 'arrived', 'continues', 'in_progress', 'dropped'],
    [
      ...answer.nodes.map(node => [
        node.step,
        node.touchpoint ?? `${node.touchpoints} others`,
        null,
        node.units,
        node.arrived,
        node.continues,
        node.inProgress,
        node.dropped,
      ]),
      ...answer.links.map(link => [
        link.step,
        link.from ?? 'others',
        link.to ?? 'others',
        link.units,
        null,
        null,
        null,
        null,
      ]),
    ],
  )
}

function wholeTable(answer: PathsAnswer): string {
  return csv(
    ['customers', 'share', 'share_low', 'share_high', 'outcome', 'path'],
    answer.top.map(whole => [
      whole.units,
      whole.share.value,
      whole.share.low,
      whole.share.high,
      whole.outcome,
      whole.path.join(' > '),
    ]),
  )
}
