import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { type FlowAnswer, queries, type Spec, type Vocabulary } from '../api'
import { Button, count, duration, percent, plural, Skeleton, Table } from '../design'
import { Fault, useWorkspace } from '../frame'
import { Asking } from './Asking'
import { csv, save } from './csv'
import { DetailSlider } from './DetailSlider'
import { ExploreFrame } from './ExploreFrame'
import styles from './explore.module.css'
import { Foot } from './Foot'
import { around, atDetail, drawnShare, end, start, whole } from './flowShape'
import { Inside } from './Inside'
import { OpenNumber } from './OpenNumber'
import { PeriodWord } from './PeriodWord'
import { readPeriod, scope, writePeriod } from './period'
import { Took } from './Took'
import { TouchpointWord } from './TouchpointWord'
import { useAddress, useOpened } from './useAddress'

const graph = () => import('./FlowGraph')
const FlowGraph = lazy(() => graph().then(part => ({ default: part.FlowGraph })))

const firstDetail = 40
const listed = 20

/** Which touchpoint follows which: the ways that customers take. */
export function Flow() {
  return <Asking view="flow">{vocabulary => <Asked vocabulary={vocabulary} />}</Asking>
}

function Asked({ vocabulary }: { vocabulary: Vocabulary }) {
  const workspace = useWorkspace()
  // The layout comes while the server counts.
  useEffect(() => void graph(), [])
  const { address, change } = useAddress()
  const { opened, open } = useOpened()
  const period = readPeriod(address)
  const asked = Number(address.get('detail') ?? firstDetail)
  const detail = Number.isFinite(asked) ? Math.max(0, Math.min(asked, 100)) : firstDetail
  const center = address.get('at')
  const periodKey = JSON.stringify(period)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the period
  const spec = useMemo<Spec>(
    () => ({ analysis: 'flow', measure: 'units', ...scope(period, vocabulary.dataThrough) }),
    [periodKey, vocabulary.dataThrough],
  )
  const answer = useQuery({ ...queries.analysis<FlowAnswer>(workspace.id, spec), placeholderData: keepPreviousData })
  const flow = useMemo(() => (answer.data ? whole(answer.data) : null), [answer.data])
  const shown = useMemo(
    () => (flow === null ? null : center === null ? atDetail(flow, detail) : around(flow, center)),
    [flow, detail, center],
  )
  const [all, setAll] = useState(false)
  const look = (at: string | null) =>
    change(now => {
      now.delete('open')
      if (at === null) now.delete('at')
      else now.set('at', at)
      return now
    })
  const edges = answer.data?.edges.filter(edge => center === null || edge.from === center || edge.to === center) ?? []
  return (
    <ExploreFrame
      view="flow"
      files={[
        {
          label: 'Table as CSV',
          isDisabled: !answer.data,
          act: () => answer.data && save('flow.csv', table(answer.data)),
        },
      ]}
      panel={
        opened !== null && (
          <Inside
            spec={spec}
            count={opened}
            sentence={
              opened.kind === 'EDGE'
                ? `went from ${opened.from} directly to ${opened.to}`
                : opened.kind === 'START'
                  ? `began with ${opened.touchpoint}`
                  : opened.kind === 'END'
                    ? `ended with ${opened.touchpoint}`
                    : opened.kind === 'TOUCHPOINT'
                      ? `came to ${opened.names.join(' or ')}`
                      : 'customers'
            }
            place={
              opened.kind === 'EDGE'
                ? opened.to
                : opened.kind === 'START'
                  ? opened.touchpoint
                  : opened.kind === 'TOUCHPOINT'
                    ? (opened.names[0] ?? null)
                    : null
            }
            onClose={() => open(null)}
          />
        )
      }
      foot={<Foot dataThrough={vocabulary.dataThrough} />}
    >
      <h1 className={`serif ${styles.ask}`}>
        {center === null ? (
          'Which ways do customers take in '
        ) : (
          <>
            What comes before and after{' '}
            <TouchpointWord
              label="Touchpoint"
              isOne
              step={[center]}
              touchpoints={vocabulary.touchpoints}
              onChange={step => look(step[0] ?? null)}
            />{' '}
            in{' '}
          </>
        )}
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
        {center === null ? (
          <DetailSlider
            value={detail}
            onChange={value =>
              change(now => {
                now.set('detail', String(value))
                return now
              }, 'replace')
            }
          />
        ) : (
          <Button look="line" onPress={() => look(null)}>
            All touchpoints
          </Button>
        )}
        {flow && shown && center === null && (
          <span className="small">
            shows {percent(drawnShare(flow, shown))} of all moves, {count(shown.places.length)} of{' '}
            {plural(flow.places.length, 'touchpoint')}
          </span>
        )}
        <span className={styles.space} />
        {answer.data && <Took of={answer.data} />}
      </div>
      {answer.isError && <Fault fault={answer.error} again={() => answer.refetch()} />}
      {answer.isPending && <Skeleton lines={6} />}
      {answer.data && shown && (
        <div className={answer.isPlaceholderData ? styles.stale : undefined} aria-busy={answer.isPlaceholderData}>
          {center === null && <Ends answer={answer.data} />}
          {answer.data.units === 0 ? (
            <p className="soft">Nothing happened in this period. Choose a longer one.</p>
          ) : (
            <Suspense fallback={<div className={styles.coming} />}>
              <FlowGraph
                shape={shown}
                center={center}
                onPlace={name => {
                  if (name !== center) look(name)
                  else open({ kind: 'TOUCHPOINT', names: [name] })
                }}
                onWay={way =>
                  open(
                    way.from === start
                      ? { kind: 'START', touchpoint: way.to }
                      : way.to === end
                        ? { kind: 'END', touchpoint: way.from }
                        : { kind: 'EDGE', from: way.from, to: way.to },
                  )
                }
              />
            </Suspense>
          )}
          {edges.length > 0 && (
            <div className={styles.figures}>
              <Table
                label="Ways"
                rows={all ? edges.slice(0, 500) : edges.slice(0, listed)}
                rowKey={edge => JSON.stringify([edge.from, edge.to])}
                columns={[
                  { key: 'from', title: 'From', cell: edge => <bdi>{edge.from}</bdi> },
                  { key: 'to', title: 'directly to', cell: edge => <bdi>{edge.to}</bdi> },
                  {
                    key: 'units',
                    title: 'Customers',
                    isNumber: true,
                    cell: edge => (
                      <OpenNumber
                        count={{ kind: 'EDGE', from: edge.from, to: edge.to }}
                        label={`${count(edge.units)} went from ${edge.from} to ${edge.to}`}
                      >
                        {count(edge.units)}
                      </OpenNumber>
                    ),
                  },
                  { key: 'times', title: 'times', isNumber: true, cell: edge => count(edge.occurrences) },
                  {
                    key: 'median',
                    title: 'median time',
                    isNumber: true,
                    cell: edge => duration(edge.elapsedSeconds.median),
                  },
                  {
                    key: 'p90',
                    title: '9 of 10 within',
                    isNumber: true,
                    cell: edge => duration(edge.elapsedSeconds.p90),
                  },
                ]}
              />
              {edges.length > listed && !all && (
                <Button
                  onPress={() => setAll(true)}
                >{`Show ${count(Math.min(edges.length, 500))} of ${count(edges.length)}`}</Button>
              )}
            </div>
          )}
        </div>
      )}
    </ExploreFrame>
  )
}

/** Where most begin and end, in words. */
function Ends({ answer }: { answer: FlowAnswer }) {
  const [first] = answer.starts
  const [last] = answer.ends
  if (first === undefined || last === undefined) return null
  return (
    <p className={styles.answer}>
      <b>{percent(first.units / answer.units)}</b>
      <span>
        begin with{' '}
        <em>
          <bdi>{first.touchpoint}</bdi>
        </em>
        , {count(first.units)} of {count(answer.units)}. The journeys of {percent(last.units / answer.units)} end with{' '}
        <em>
          <bdi>{last.touchpoint}</bdi>
        </em>{' '}
        so far.
      </span>
    </p>
  )
}

function table(answer: FlowAnswer): string {
  return csv(
    ['from', 'to', 'customers', 'occurrences', 'median_seconds', 'p90_seconds', 'mean_seconds'],
    [
      ...answer.starts.map(first => ['', first.touchpoint, first.units, first.units]),
      ...answer.edges.map(edge => [
        edge.from,
        edge.to,
        edge.units,
        edge.occurrences,
        edge.elapsedSeconds.median,
        edge.elapsedSeconds.p90,
        edge.elapsedSeconds.mean,
      ]),
      ...answer.ends.map(last => [last.touchpoint, '', last.units, last.units]),
    ],
  )
}
