import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Link } from 'wouter'
import { type Count, type CustomerPage, queries, type Spec } from '../api'
import { Button, count as counted, dateTime, Panel, percent, Skeleton } from '../design'
import { Fault, places, useKeys, useWorkspace } from '../frame'
import styles from './inside.module.css'
import { shortId } from './shortId'

interface Props {
  spec: Spec
  count: Count
  /** Says who they are: "came to catalog and did not go on to cart". */
  sentence: string
  /** The place after which `after` looks: "catalog". Null where nothing can follow. */
  place: string | null
  onClose: () => void
}

/** Who is inside a number, and where they go next. */
export function Inside({ spec, count, sentence, place, onClose }: Props) {
  const workspace = useWorkspace()
  const inside = useInfiniteQuery(queries.inside(workspace.id, spec, count))
  const first = inside.data?.pages[0]
  // Who opened it from the picture is not inside it.
  useKeys(
    useCallback(
      event => {
        if (event.key === 'Escape') onClose()
      },
      [onClose],
    ),
  )
  return (
    <Panel title="Inside this number" label="Inside this number" onClose={onClose}>
      {inside.isError && <Fault fault={inside.error} again={() => inside.refetch()} />}
      {inside.isPending && <Skeleton lines={8} />}
      {first && (
        <>
          <p className={styles.big}>
            <b>{counted(first.total)}</b>
            <span dir="auto">{sentence}</span>
          </p>
          {place !== null && first.total > 0 && (
            <>
              <h2 className={styles.label}>Where they go next</h2>
              <Next page={first} place={place} />
            </>
          )}
          {first.total > 0 && (
            <>
              <h2 className={styles.label}>The last thing seen of them</h2>
              <Shares
                shares={first.lasts.slice(0, mostTallies).map(last => ({ name: last.touchpoint, units: last.units }))}
                total={first.total}
                rest={rest(first.lasts, first.total)}
              />
            </>
          )}
          <h2 className={`${styles.label} ${styles.row}`}>
            <span>Customers</span>
            <span className="quiet small">newest first</span>
          </h2>
          <ul className={styles.people}>
            {inside.data?.pages.flatMap(page =>
              page.customers.map(customer => (
                <li key={customer.id}>
                  <Link href={places.customer(workspace.id, customer.id)} title={customer.id}>
                    <b className="ellipsis" dir="auto">
                      {shortId(customer.id)}
                    </b>
                    <span>
                      <span className={styles.last} dir="auto">
                        {customer.last}
                      </span>
                      <span className="quiet">
                        {counted(customer.events)} {customer.events === 1 ? 'event' : 'events'}
                      </span>
                    </span>
                    <span className="quiet">{dateTime(customer.lastTime)}</span>
                  </Link>
                </li>
              )),
            )}
          </ul>
          {first.total === 0 && <p className="quiet">Nobody.</p>}
          {inside.hasNextPage && (
            <div className={styles.more}>
              <Button look="line" isDisabled={inside.isFetchingNextPage} onPress={() => inside.fetchNextPage()}>
                Show more
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  )
}

const mostTallies = 4

function rest(tallies: { units: number }[], total: number): { units: number; kinds: number } | null {
  const listed = tallies.slice(0, mostTallies).reduce((sum, tally) => sum + tally.units, 0)
  const kinds = tallies.length - mostTallies
  return kinds > 0 ? { units: total - listed, kinds } : null
}

/** Those who go on as a part of a bar, and what they do. */
function Next({ page, place }: { page: CustomerPage; place: string }) {
  const on = page.total - page.nothingAfter
  const share = on / page.total
  return (
    <>
      <div className={styles.split} aria-hidden="true">
        {on > 0 && <span className={styles.on} style={{ flexGrow: on }} />}
        {page.nothingAfter > 0 && <span className={styles.gone} style={{ flexGrow: page.nothingAfter }} />}
      </div>
      <p className={styles.ends}>
        <span>
          <b>{counted(on)}</b> {percent(share)}
          <span className="quiet">go on</span>
        </span>
        <span>
          <b>{counted(page.nothingAfter)}</b> {percent(1 - share)}
          <span className="quiet" title={`Nothing was seen of them after ${place}.`}>
            not seen again
          </span>
        </span>
      </p>
      <Shares
        shares={page.after.slice(0, mostTallies).map(after => ({ name: after.touchpoint, units: after.units }))}
        total={page.total}
        rest={rest(page.after, on)}
      />
    </>
  )
}

interface SharesProps {
  shares: { name: string; units: number }[]
  total: number
  rest: { units: number; kinds: number } | null
}

function Shares({ shares, total, rest: others }: SharesProps) {
  const line = (name: string, units: number, isOther: boolean) => (
    <div key={name} className={styles.share}>
      <dt className={isOther ? 'quiet' : ''} dir="auto">
        {name}
      </dt>
      <dd>
        <span className={styles.track} aria-hidden="true">
          <span style={{ inlineSize: `${(units / total) * 100}%` }} />
        </span>
        <b>{counted(units)}</b>
      </dd>
    </div>
  )
  return (
    <dl className={styles.shares}>
      {shares.map(share => line(share.name, share.units, false))}
      {others && line(`${counted(others.kinds)} others`, others.units, true)}
    </dl>
  )
}
