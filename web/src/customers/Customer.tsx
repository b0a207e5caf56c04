import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { type CustomerJourney, Problem, queries } from '../api'
import { Button, count, date, Empty, Page, plural, Section, Skeleton } from '../design'
import { Fault, places, useTitle, useWorkspace } from '../frame'
import styles from './customers.module.css'
import { Lanes } from './Lanes'
import { SessionFold } from './SessionFold'
import { sessionsOf } from './sessions'

/** One customer: everything they did, on all channels, on one line of time. */
export function Customer() {
  const workspace = useWorkspace()
  const [address] = useSearchParams()
  const id = address.get('id') ?? ''
  useTitle(id === '' ? 'Customer' : id)
  const journey = useInfiniteQuery({ ...queries.customer(workspace.id, id), enabled: id !== '' })
  const back = (
    <Link href={places.customers(workspace.id)} className="link">
      All customers
    </Link>
  )
  if (id === '' || (journey.error instanceof Problem && journey.error.status === 404)) {
    return (
      <Page title="Customer">
        <Empty title="Nobody by this identifier" tools={back}>
          No event carries it. It may have been erased, or the link may come from another workspace.
        </Empty>
      </Page>
    )
  }
  if (journey.isError) return <Fault fault={journey.error} again={() => journey.refetch()} />
  if (journey.isPending) {
    return (
      <Page title={<bdi>{id}</bdi>} note=" ">
        <Skeleton lines={8} />
      </Page>
    )
  }
  return (
    <Shown
      pages={journey.data.pages}
      back={back}
      more={journey.hasNextPage ? () => void journey.fetchNextPage() : null}
      isFetching={journey.isFetchingNextPage}
    />
  )
}

interface ShownProps {
  pages: CustomerJourney[]
  back: ReactNode
  more: (() => void) | null
  isFetching: boolean
}

function Shown({ pages, back, more, isFetching }: ShownProps) {
  const customer = pages[0] as CustomerJourney
  const events = pages.flatMap(page => page.timeline)
  const sessions = sessionsOf(events)
  const list = useRef<HTMLOListElement>(null)
  // A journey of a few sessions is shown whole; a long one is folded.
  const [opened, setOpened] = useState<ReadonlySet<number>>(
    () => new Set(sessions.length <= 3 ? sessions.map((_, at) => at) : [0]),
  )
  const toggle = useCallback(
    (at: number) =>
      setOpened(was => {
        const next = new Set(was)
        if (!next.delete(at)) next.add(at)
        return next
      }),
    [],
  )
  const show = (number: number) => {
    const at = sessions.findIndex(session => session.number === number)
    if (at < 0) return
    setOpened(was => new Set(was).add(at))
    requestAnimationFrame(() => {
      const fold = list.current?.querySelector<HTMLElement>(`[data-session="${number}"]`)
      fold?.scrollIntoView({ block: 'center' })
      fold?.querySelector('button')?.focus({ preventScroll: true })
    })
  }
  const others = customer.identifiers.slice(1)
  const allOpen = opened.size >= sessions.length
  return (
    <Page
      title={
        <bdi className={styles.title} title={customer.id}>
          {customer.id}
        </bdi>
      }
      note={
        <>
          {plural(customer.events, 'event')}
          {customer.firstTime && (
            <>
              , {date(customer.firstTime)}
              {date(customer.firstTime) !== date(customer.lastTime) && <> to {date(customer.lastTime)}</>}
            </>
          )}
          {others.length > 0 && (
            <>
              {' '}
              · also known as <bdi>{others.slice(0, 4).join(', ')}</bdi>
              {others.length > 4 && ` and ${others.length - 4} more`}
            </>
          )}
        </>
      }
      tools={back}
    >
      <p className={styles.consent}>No consent is recorded for this customer: neither given nor withdrawn.</p>
      <div className={styles.overview}>
        <Lanes events={events} channels={customer.channels.map(channel => channel.name)} onSession={show} />
      </div>
      <div>
        <Section
          title={sessionWords(sessions.filter(session => session.number !== null).length, more !== null)}
          more={
            sessions.length > 1 && (
              <button
                type="button"
                className="link"
                onClick={() => setOpened(allOpen ? new Set() : new Set(sessions.map((_, at) => at)))}
              >
                {allOpen ? 'Fold all' : 'Unfold all'}
              </button>
            )
          }
        >
          <ol ref={list}>
            {sessions.map((session, at) => (
              <SessionFold
                key={session.number ?? 'untimed'}
                session={session}
                isOpen={opened.has(at)}
                onToggle={() => toggle(at)}
              />
            ))}
          </ol>
          {more && (
            <div className={styles.more}>
              <Button look="line" isDisabled={isFetching} onPress={more}>
                {`Show more; ${count(events.length)} of ${count(customer.events)} events are shown`}
              </Button>
            </div>
          )}
        </Section>
      </div>
    </Page>
  )
}

function sessionWords(n: number, isPart: boolean): string {
  if (n === 0) return 'What happened, without times'
  return isPart ? `The first ${plural(n, 'session')}` : plural(n, 'session')
}
