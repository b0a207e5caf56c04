import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { Link, useParams } from 'wouter'
import { base, path } from '../api'
import { Button, Empty, Page, plural, Skeleton, Table } from '../design'
import { Fault, places, useTitle, useWorkspace } from '../frame'
import { sourceQueries } from './queries'
import styles from './sources.module.css'

/** The rows of a source that are no events, each with its reason. */
export function RefusedPage() {
  const workspace = useWorkspace()
  const { source: id = '' } = useParams()
  const rejected = useInfiniteQuery(sourceQueries.rejected(workspace.id, id))
  const sources = useQuery(sourceQueries.sources(workspace.id))
  const source = sources.data?.find(other => other.id === id)
  useTitle(`Refused rows of ${source?.name ?? 'a source'}`)
  if (rejected.isError) return <Fault fault={rejected.error} again={() => rejected.refetch()} />
  const rows = rejected.data?.pages.flatMap(page => page.rows) ?? []
  const total = rejected.data?.pages[0]?.total ?? 0
  return (
    <Page
      title={
        <>
          Refused rows of <span dir="auto">{source?.name ?? '…'}</span>
        </>
      }
      note={
        source && total > 0
          ? `${plural(total, 'row')} of ${plural(source.read, 'row')}. Mend them where they stand in your file, leave its other rows as they are, and import it again: only the mended rows are new.`
          : null
      }
      tools={
        <>
          <Link className="link" href={places.sources(workspace.id)}>
            All sources
          </Link>
          {total > 0 && (
            <a
              className={styles.choose}
              data-look="line"
              href={`${base(workspace.id)}${path`/sources/${id}/rejected.csv`}`}
              download
            >
              <Download aria-hidden />
              Download as CSV
            </a>
          )}
        </>
      }
    >
      {rejected.isPending && <Skeleton lines={8} />}
      {rejected.data && total === 0 && <Empty title="No row was refused">Every row of this source is an event.</Empty>}
      {rows.length > 0 && (
        <div className={styles.block}>
          <Table
            label="Refused rows"
            rows={rows}
            rowKey={row => `${row.file} ${row.row}`}
            columns={[
              {
                key: 'row',
                title: <span className={styles.whole}>Row</span>,
                cell: row => <span className={styles.whole}>{row.row}</span>,
              },
              {
                key: 'field',
                title: 'Column',
                cell: row => (
                  <span className={styles.field} dir="auto">
                    {row.field || <span className="quiet">the whole row</span>}
                  </span>
                ),
              },
              { key: 'reason', title: 'Why', cell: row => row.reason },
              {
                key: 'payload',
                title: 'As it stands in the file',
                cell: row => (
                  <code className={styles.code} dir="auto">
                    {row.payload.slice(0, 400)}
                  </code>
                ),
              },
            ]}
          />
        </div>
      )}
      {rejected.hasNextPage && (
        <Button look="line" isDisabled={rejected.isFetchingNextPage} onPress={() => void rejected.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  )
}
