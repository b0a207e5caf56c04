import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import {
  type Count,
  type FlowAnswer,
  type FunnelAnswer,
  type FunnelStep,
  queries,
  type Spec,
  type Vocabulary,
} from '../api'
import { Button, count, duration, percent, plusMinus, Skeleton, Table } from '../design'
import { Fault, useWorkspace } from '../frame'
import { Asking } from './Asking'
import { type FunnelState, mostSteps, readFunnel, type Step, writeFunnel } from './address'
import { csv, save } from './csv'
import { ExploreFrame } from './ExploreFrame'
import styles from './explore.module.css'
import { Foot } from './Foot'
import { FunnelAnswerLine } from './FunnelAnswerLine'
import { FunnelChart } from './FunnelChart'
import { firstQuestion } from './firstQuestion'
import { whole } from './flowShape'
import { Inside } from './Inside'
import { OpenNumber } from './OpenNumber'
import { PeriodWord } from './PeriodWord'
import { periodWords, scope } from './period'
import { Took } from './Took'
import { Choices, TouchpointWord } from './TouchpointWord'
import { useAddress, useOpened } from './useAddress'
import { WindowWord } from './WindowWord'
import { windowWords } from './window'
import word from './word.module.css'

/** How far customers come along steps: the question is a sentence whose words can be changed. */
export function Funnel() {
  return <Asking view="funnel">{vocabulary => <Asked vocabulary={vocabulary} />}</Asking>
}

/** A question to begin with: the way that most customers walk, or else the touchpoints that most come to. */
function useFirstSteps(isAsked: boolean, vocabulary: Vocabulary): Step[] | null {
  const workspace = useWorkspace()
  const flow = useQuery({
    ...queries.analysis<FlowAnswer>(workspace.id, { analysis: 'flow', measure: 'units' }),
    enabled: isAsked,
  })
  const { data, isError } = flow
  return useMemo(() => {
    if (!isAsked || (!data && !isError)) return null
    const path = data ? firstQuestion(whole(data)) : []
    return path.length > 0
      ? path.map(name => [name])
      : vocabulary.touchpoints.slice(0, 3).map(touchpoint => [touchpoint.name])
  }, [isAsked, data, isError, vocabulary])
}

function Asked({ vocabulary }: { vocabulary: Vocabulary }) {
  const { address } = useAddress()
  const asked = readFunnel(address)
  const isFirst = asked.steps.length === 0
  const first = useFirstSteps(isFirst, vocabulary)
  if (!isFirst) return <Question vocabulary={vocabulary} state={asked} isFirst={false} />
  if (first !== null) return <Question vocabulary={vocabulary} state={{ ...asked, steps: first }} isFirst />
  return (
    <ExploreFrame view="funnel" files={[]} panel={null} foot={null}>
      <Skeleton lines={6} />
    </ExploreFrame>
  )
}

interface QuestionProps {
  vocabulary: Vocabulary
  state: FunnelState
  isFirst: boolean
}

function Question({ vocabulary, state, isFirst }: QuestionProps) {
  const workspace = useWorkspace()
  const { change } = useAddress()
  const { opened, open } = useOpened()
  const spec = useSpec(state, vocabulary.dataThrough)
  const answer = useQuery({
    ...queries.analysis<FunnelAnswer>(workspace.id, spec),
    placeholderData: keepPreviousData,
  })
  // An answer to a question with other steps does not fit this one's names.
  const found = answer.data && answer.data.steps.length === state.steps.length ? answer.data : null
  const put = (next: Partial<FunnelState>) =>
    change(now => {
      now.delete('open')
      return writeFunnel({ ...state, ...next }, now)
    })
  const putStep = (at: number, step: Step) =>
    put({ steps: state.steps.map((was, other) => (other === at ? step : was)) })
  const move = (at: number, to: number) => {
    const steps = [...state.steps]
    const [moved] = steps.splice(at, 1)
    if (moved) steps.splice(to, 0, moved)
    put({ steps })
  }
  const names = state.steps.map(step => step.join(' or '))
  const stepWord = (step: Step, at: number) => (
    <TouchpointWord
      label={`Step ${at + 1}`}
      step={step}
      touchpoints={vocabulary.touchpoints}
      onChange={next => putStep(at, next)}
      onEarlier={at > 0 ? () => move(at, at - 1) : undefined}
      onLater={at < state.steps.length - 1 ? () => move(at, at + 1) : undefined}
      onRemove={
        state.steps.length > 1 ? () => put({ steps: state.steps.filter((_, other) => other !== at) }) : undefined
      }
    />
  )
  const [first, ...others] = state.steps
  return (
    <ExploreFrame
      view="funnel"
      files={[
        {
          label: 'Table as CSV',
          isDisabled: found === null,
          act: () => found && save('funnel.csv', table(names, found.steps)),
        },
      ]}
      panel={
        opened !== null &&
        (opened.kind !== 'FUNNEL_STEP' || opened.step <= state.steps.length) && (
          <Inside
            spec={spec}
            count={opened}
            sentence={said(opened, names, state.window)}
            place={opened.kind === 'FUNNEL_STEP' ? (names[opened.step - 1] ?? null) : null}
            onClose={() => open(null)}
          />
        )
      }
      foot={
        <Foot dataThrough={vocabulary.dataThrough} hasIntervals>
          {state.period.kind !== 'all' && (
            <span>who began in {periodWords(state.period)}; what follows may be later</span>
          )}
        </Foot>
      }
    >
      <h1 className={`serif ${styles.ask}`}>
        Of customers who came to {first && stepWord(first, 0)} in{' '}
        <PeriodWord
          period={state.period}
          first={vocabulary.firstTime}
          last={vocabulary.dataThrough}
          onChange={period => put({ period })}
        />
        {others.length > 0 && ', how many went on to '}
        {others.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <span key={at}>
            {at > 0 && ', then '}
            {stepWord(step, at + 1)}
          </span>
        ))}
        {others.length > 0 && (
          <>
            {' '}
            within <WindowWord window={state.window} onChange={window => put({ window })} />
          </>
        )}
        {others.length > 0 ? '?' : '.'}
      </h1>
      <div className={styles.options}>
        {state.steps.length < mostSteps && (
          <DialogTrigger>
            <Button icon={Plus}>add a step</Button>
            <Popover className={word.popover ?? ''} placement="bottom start">
              <Dialog className={word.dialog ?? ''} aria-label="New step">
                {({ close }) => (
                  <Choices
                    isOne
                    step={[]}
                    touchpoints={vocabulary.touchpoints}
                    onChange={step => put({ steps: [...state.steps, step.slice(0, 1)] })}
                    close={close}
                  />
                )}
              </Dialog>
            </Popover>
          </DialogTrigger>
        )}
        {isFirst && <span className="small">A question to begin with. Every underlined word can be another one.</span>}
        <span className={styles.space} />
        {found && <Took of={found} />}
      </div>
      {answer.isError && <Fault fault={answer.error} again={() => answer.refetch()} />}
      {found === null && !answer.isError && <Skeleton lines={6} />}
      {found && (
        <div className={answer.isPlaceholderData ? styles.stale : undefined} aria-busy={answer.isPlaceholderData}>
          <FunnelAnswerLine spec={spec} names={names} steps={found.steps} window={state.window} />
          <FunnelChart steps={state.steps} found={found.steps} />
          <div className={styles.figures}>
            <Figures names={names} steps={found.steps} hasWindow={state.window !== null} />
          </div>
        </div>
      )}
    </ExploreFrame>
  )
}

function useSpec(state: FunnelState, dataThrough: string | null): Spec {
  // The same question keeps its identity, so that it is not asked again.
  const key = writeFunnel(state, new URLSearchParams()).toString()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the state
  return useMemo(
    () => ({
      analysis: 'funnel',
      steps: state.steps.map(step => (step.length === 1 ? (step[0] as string) : { anyOf: step })),
      ...(state.window !== null && { window: state.window }),
      ...scope(state.period, dataThrough),
    }),
    [key, dataThrough],
  )
}

/** Who is inside a count, in words. */
function said(opened: Count, names: string[], window: string | null): string {
  if (opened.kind !== 'FUNNEL_STEP') return 'customers'
  const here = names[opened.step - 1] ?? ''
  const next = names[opened.step] ?? ''
  const within = window === null ? '' : ` within ${windowWords(window)}`
  switch (opened.outcome) {
    case 'REACHED':
      return opened.step === 1 ? `came to ${here}` : `came to ${names.slice(0, opened.step).join(', then ')}${within}`
    case 'DROPPED':
      return `came to ${here} and did not go on to ${next}${within}`
    case 'IN_PROGRESS':
      return `came to ${here} and still have time to go on to ${next}`
  }
}

interface FiguresProps {
  names: string[]
  steps: FunnelStep[]
  hasWindow: boolean
}

function Figures({ names, steps, hasWindow }: FiguresProps) {
  const name = (step: FunnelStep) => names[step.step - 1] ?? ''
  const before = (step: FunnelStep) => steps[step.step - 2]
  const { opened } = useOpened()
  return (
    <Table
      label="Steps of the funnel"
      rows={steps}
      rowKey={step => String(step.step)}
      isMarked={step => opened?.kind === 'FUNNEL_STEP' && opened.outcome === 'DROPPED' && opened.step === step.step - 1}
      columns={[
        {
          key: 'step',
          title: 'Step',
          cell: step => (
            <>
              <span className="quiet">{step.step}&ensp;</span>
              {name(step)}
            </>
          ),
        },
        {
          key: 'customers',
          title: 'Customers',
          isNumber: true,
          cell: step => (
            <OpenNumber
              count={{ kind: 'FUNNEL_STEP', step: step.step, outcome: 'REACHED' }}
              label={`${count(step.reached)} came to ${name(step)}`}
            >
              {count(step.reached)}
            </OpenNumber>
          ),
        },
        {
          key: 'previous',
          title: 'of the step before',
          isNumber: true,
          cell: step => <WithInterval rate={step.rateFromPrevious} />,
        },
        {
          key: 'start',
          title: 'of the first',
          isNumber: true,
          cell: step => <WithInterval rate={step.step === 1 ? null : step.rateFromStart} />,
        },
        {
          key: 'time',
          title: 'median time',
          isNumber: true,
          cell: step => duration(step.elapsedSeconds.median),
        },
        {
          key: 'leave',
          title: 'leave before it',
          isNumber: true,
          cell: step => {
            const from = before(step)
            return from === undefined ? (
              '–'
            ) : (
              <OpenNumber
                tone="lost"
                count={{ kind: 'FUNNEL_STEP', step: from.step, outcome: 'DROPPED' }}
                label={`${count(from.dropped)} leave before ${name(step)}`}
              >
                {count(from.dropped)}
              </OpenNumber>
            )
          },
        },
        ...(hasWindow
          ? [
              {
                key: 'open',
                title: 'still have time',
                isNumber: true,
                cell: (step: FunnelStep) => {
                  const from = before(step)
                  return from === undefined ? (
                    '–'
                  ) : (
                    <OpenNumber
                      tone="lost"
                      count={{ kind: 'FUNNEL_STEP', step: from.step, outcome: 'IN_PROGRESS' }}
                      label={`${count(from.inProgress)} still have time to come to ${name(step)}`}
                    >
                      {count(from.inProgress)}
                    </OpenNumber>
                  )
                },
              },
            ]
          : []),
      ]}
    />
  )
}

function WithInterval({ rate }: { rate: FunnelStep['rateFromPrevious'] }) {
  const half = rate === null ? null : plusMinus(rate)
  return (
    <>
      {percent(rate?.value)}
      {half !== null && <span className="quiet"> {half}</span>}
    </>
  )
}

function table(names: string[], steps: FunnelStep[]): string {
  return csv(
    [
      'step',
      'touchpoint',
      'customers',
      'rate_from_previous',
      'rate_from_previous_low',
      'rate_from_previous_high',
      'rate_from_start',
      'median_seconds',
      'p90_seconds',
      'dropped_here',
      'in_progress_here',
    ],
    steps.map((step, at) => [
      step.step,
      names[at],
      step.reached,
      step.rateFromPrevious?.value,
      step.rateFromPrevious?.low,
      step.rateFromPrevious?.high,
      step.rateFromStart.value,
      step.elapsedSeconds.median,
      step.elapsedSeconds.p90,
      step.dropped,
      step.inProgress,
    ]),
  )
}
