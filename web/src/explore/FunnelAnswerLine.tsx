import { useInfiniteQuery } from '@tanstack/react-query'
import { type FunnelStep, queries, type Spec } from '../api'
import { count, percent } from '../design'
import { useWorkspace } from '../frame'
import styles from './explore.module.css'
import { windowWords } from './window'

interface Props {
  spec: Spec
  names: string[]
  steps: FunnelStep[]
  window: string | null
}

/** The answer in words, before any picture. */
export function FunnelAnswerLine({ spec, names, steps, window }: Props) {
  const workspace = useWorkspace()
  const first = steps[0]
  const last = steps.at(-1)
  const worst = steps
    .slice(0, -1)
    .reduce<FunnelStep | null>((most, step) => (step.dropped > (most?.dropped ?? 0) ? step : most), null)
  const instead = useInfiniteQuery({
    ...queries.inside(workspace.id, spec, { kind: 'FUNNEL_STEP', step: worst?.step ?? 1, outcome: 'DROPPED' }),
    enabled: worst !== null,
  })
  if (first === undefined || last === undefined) return null
  if (first.reached === 0) {
    return (
      <p className={styles.answer}>
        <b>–</b>
        <span>Nobody came to {names[0]} in this period. Choose a longer one, or another touchpoint.</span>
      </p>
    )
  }
  if (steps.length === 1) {
    return (
      <p className={styles.answer}>
        <b>{count(first.reached)}</b>
        <span>
          {first.reached === 1 ? 'customer' : 'customers'} came to {names[0]}. Add a step to see how many go on.
        </span>
      </p>
    )
  }
  const elsewhere = instead.data?.pages[0]?.after.find(after => after.units > 0)
  const waiting = steps.reduce((sum, step) => sum + step.inProgress, 0)
  return (
    <p className={styles.answer}>
      <b>{percent(last.rateFromStart.value)}</b>
      <span>
        go all the way{window !== null && ` within ${windowWords(window)}`}, {count(last.reached)} of{' '}
        {count(first.reached)}.
        {worst && worst.dropped > 0 && (
          <>
            {' '}
            Most are lost between <bdi>{names[worst.step - 1]}</bdi> and <bdi>{names[worst.step]}</bdi>:{' '}
            {count(worst.dropped)}
            {elsewhere && (
              <>
                , {elsewhere.units === worst.dropped ? 'and ' : 'of whom '}
                <em>
                  {elsewhere.units === worst.dropped ? 'all of them' : count(elsewhere.units)} go to{' '}
                  <bdi>{elsewhere.touchpoint}</bdi>
                </em>{' '}
                next
              </>
            )}
            .
          </>
        )}
        {waiting > 0 && ` ${count(waiting)} still have time.`}
      </span>
    </p>
  )
}
