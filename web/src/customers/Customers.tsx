import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { queries } from '../api'
import { Button, count, dateTime, Empty, Page, plural, Search, Skeleton, Table } from '../design'
import { Fault, places, useTitle, useWorkspace } from '../frame'
import styles from './customers.module.css'

const restMs = 250

/** Everybody who was seen, newest first, found by how an identifier begins. */
export function Customers() {
  const workspace = useWorkspace()
  useTitle('Customers')
  const [address, setAddress] = useSearchParams()
  const asked = address.get('q') ?? ''
  const [typed, setTyped] = useState(asked)
  useEffect(() => {
    if (typed === asked) return
    const rest = setTimeout(
      () =>
        setAddress(
          now => {
            const next = new URLSearchParams(now)
            if (typed === '') next.delete('q')
            else next.set('q', typed)
            return next
          },
          { replace: true },
        ),
      restMs,
    )
    return () => clearTimeout(rest)
  }, [typed, asked, setAddress])
  const customers = useInfiniteQuery({
    ...queries.customers(workspace.id, asked),
    placeholderData: keepPreviousData,
  })
  const first = customers.data?.pages[0]
  if (customers.isError) return <Fault fault={customers.error} again={() => customers.refetch()} />
  if (first?.total === 0 && asked === '') {
    return (
      <Page title="Customers">
        <Empty
          title="Nobody was seen yet"
          tools={
            <Link href={places.sources(workspace.id)} className="link">
              Bring in events
            </Link>
          }
        >
          As soon as there are events, everybody who has one stands here, with all that they did on one line of time.
        </Empty>
      </Page>
    )
  }
  return (
    <Page title="Customers" note={first ? said(first.total, asked) : ' '}>
      <div className={styles.search}>
        <Search label="Find by identifier" placeholder="Find by identifier" value={typed} onChange={setTyped} />
      </div>
      {customers.isPending && <Skeleton lines={10} />}
      {first && (
        <div className={customers.isPlaceholderData ? styles.stale : undefined}>
          {first.total === 0 ? (
            <p className="soft">
              Nobody has an identifier that begins with “<bdi>{asked}</bdi>”. Capital letters count.
            </p>
          ) : (
            <Table
              label="Customers"
              rows={customers.data?.pages.flatMap(page => page.customers) ?? []}
              rowKey={customer => customer.id}
              columns={[
                {
                  key: 'id',
                  title: 'Customer',
                  cell: customer => (
                    <Link href={places.customer(workspace.id, customer.id)} className={styles.name}>
                      <bdi>{customer.id}</bdi>
                    </Link>
                  ),
                },
                { key: 'last', title: 'Last touchpoint', cell: customer => <bdi>{customer.last}</bdi> },
                { key: 'lastTime', title: 'Last seen', isNumber: true, cell: customer => dateTime(customer.lastTime) },
                {
                  key: 'firstTime',
                  title: 'First seen',
                  isNumber: true,
                  cell: customer => dateTime(customer.firstTime),
                },
                { key: 'events', title: 'Events', isNumber: true, cell: customer => count(customer.events) },
              ]}
            />
          )}
          {customers.hasNextPage && (
            <div className={styles.more}>
              <Button
                look="line"
                isDisabled={customers.isFetchingNextPage}
                onPress={() => void customers.fetchNextPage()}
              >
                Show more
              </Button>
            </div>
          )}
        </div>
      )}
    </Page>
  )
}

function said(total: number, asked: string): string {
  const who = plural(total, 'customer')
  return asked === '' ? `${who}, newest first` : `${who} with an identifier that begins so, newest first`
}
