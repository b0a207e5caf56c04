import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queries, type Spec, type Variant, type VariantsAnswer, type Vocabulary } from '../api'
import { count, Picker, percent, plural, plusMinus, Skeleton } from '../design'
import { Fault, useWorkspace } from '../frame'
import { Asking } from './Asking'
import { csv, save } from './csv'
import { ExploreFrame } from './ExploreFrame'
import styles from './explore.module.css'
import { Foot } from './Foot'
import { Inside } from './Inside'
import { OpenNumber } from './OpenNumber'
import { PathLine } from './PathLine'
import { PeriodWord } from './PeriodWord'
import { readPeriod, scope, writePeriod } from './period'
import { Took } from './Took'
import { useAddress, useOpened } from './useAddress'
import paths from './variants.module.css'

const tops = ['10', '20', '50', '200'] as const

/** The distinct paths of whole journeys, commonest first. */
export function Variants() {
  return <Asking view="variants">{vocabulary => <Asked vocabulary={vocabulary} />}</Asking>
}

function Asked({ vocabulary }: { vocabulary: Vocabulary }) {
  const workspace = useWorkspace()
  const { address, change } = useAddress()
  const { opened, open } = useOpened()
  const period = readPeriod(address)
  const top = tops.find(other => other === address.get('top')) ?? '20'
  const periodKey = JSON.stringify(period)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the period
  const spec = useMemo<Spec>(
    () => ({ analysis: 'variants', top: Number(top), ...scope(period, vocabulary.dataThrough) }),
    [periodKey, top, vocabulary.dataThrough],
  )
  const answer = useQuery({
    ...queries.analysis<VariantsAnswer>(workspace.id, spec),
    placeholderData: keepPreviousData,
  })
  return (
    <ExploreFrame
      view="variants"
      files={[
        {
          label: 'Table as CSV',
          isDisabled: !answer.data,
          act: () => answer.data && save('paths.csv', table(answer.data)),
        },
      ]}
      panel={
        opened !== null && (
          <Inside
            spec={spec}
            count={opened}
            sentence={
              opened.kind === 'VARIANT' ? `went exactly this way: ${opened.path.slice(0, 12).join(', ')}` : 'customers'
            }
            place={null}
            onClose={() => open(null)}
          />
        )
      }
      foot={<Foot dataThrough={vocabulary.dataThrough} hasIntervals />}
    >
      <h1 className={`serif ${styles.ask}`}>
        Which paths do customers take in{' '}
        <PeriodWord
          period={period}
          first={vocabulary.firstTime}
          last={vocabulary.dataThrough}
          onChange={next =>
            change(now => {
              now.delete('open')
              writePeriod(next, now)
              return now
            })
          }
        />
        ?
      </h1>
      <div className={styles.options}>
        <Picker
          label="How many are listed"
          quiet
          value={top}
          choices={tops.map(value => ({ value, label: `the ${value} commonest` }))}
          onChange={value =>
            change(now => {
              now.set('top', value)
              return now
            }, 'replace')
          }
        />
        <span className={styles.space} />
        {answer.data && <Took of={answer.data} />}
      </div>
      {answer.isError && <Fault fault={answer.error} again={() => answer.refetch()} />}
      {answer.isPending && <Skeleton lines={8} tall />}
      {answer.data && (
        <div className={answer.isPlaceholderData ? styles.stale : undefined} aria-busy={answer.isPlaceholderData}>
          <Said answer={answer.data} />
          <ol className={paths.list} aria-label="Paths">
            {answer.data.variants.map(variant => (
              <Line key={JSON.stringify(variant.path)} variant={variant} most={answer.data.variants[0]?.units ?? 1} />
            ))}
            {answer.data.other.variants > 0 && (
              <li className={paths.line} data-other>
                <span className={paths.figures}>
                  <b>{count(answer.data.other.units)}</b>
                  <span className="quiet">{percent(answer.data.other.units / answer.data.units)}</span>
                </span>
                <span className="quiet">took one of {plural(answer.data.other.variants, 'other path')}</span>
              </li>
            )}
          </ol>
        </div>
      )}
    </ExploreFrame>
  )
}

function Said({ answer }: { answer: VariantsAnswer }) {
  const [first] = answer.variants
  if (first === undefined) return <p className="soft">Nothing happened in this period. Choose a longer one.</p>
  const listed = answer.units - answer.other.units
  return (
    <p className={styles.answer}>
      <b>{count(answer.distinct)}</b>
      <span>
        different {answer.distinct === 1 ? 'path' : 'paths'}. The commonest is taken by {percent(first.share.value)},
        the {count(answer.variants.length)} below by {percent(listed / answer.units)} of{' '}
        {plural(answer.units, 'customer')}.
      </span>
    </p>
  )
}

function Line({ variant, most }: { variant: Variant; most: number }) {
  const half = plusMinus(variant.share)
  return (
    <li className={paths.line}>
      <span className={paths.figures}>
        <OpenNumber count={{ kind: 'VARIANT', path: variant.path }} label={`${count(variant.units)} took this path`}>
          {count(variant.units)}
        </OpenNumber>
        <span>
          {percent(variant.share.value)} {half !== null && <span className="quiet">{half}</span>}
        </span>
        <span className={paths.bar} aria-hidden="true">
          <span style={{ inlineSize: `${(variant.units / most) * 100}%` }} />
        </span>
      </span>
      <PathLine path={variant.path} />
    </li>
  )
}

function table(answer: VariantsAnswer): string {
  return csv(
    ['customers', 'share', 'share_low', 'share_high', 'touchpoints', 'path'],
    [
      ...answer.variants.map(variant => [
        variant.units,
        variant.share.value,
        variant.share.low,
        variant.share.high,
        variant.path.length,
        variant.path.join(' > '),
      ]),
      ...(answer.other.variants > 0
        ? [
            [
              answer.other.units,
              answer.other.units / answer.units,
              null,
              null,
              null,
              `${answer.other.variants} other paths`,
            ],
          ]
        : []),
    ],
  )
}
