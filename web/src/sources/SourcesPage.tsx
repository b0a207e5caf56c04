import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { type Job, path, queries, request, type Source } from '../api'
import { ago, Button, count, dash, date, dateTime, Empty, Page, plural, Skeleton, Table, Tag } from '../design'
import { Fault, isUnderWay, places, takeHandedFiles, useTitle, useWorkspace } from '../frame'
import { DraftButton } from './DraftButton'
import { ChooseFiles, DropArea, useFiles } from './DropArea'
import { sourceQueries } from './queries'
import styles from './sources.module.css'
import { Touchpoints } from './Touchpoints'
import { formatWord } from './words'

/** Where the events come from, what was refused, and which touchpoints they are. */
export function SourcesPage() {
  const workspace = useWorkspace()
  useTitle('Sources')
  const sources = useQuery(sourceQueries.sources(workspace.id))
  const maps = useQuery(queries.maps(workspace.id))
  const take = useFiles()
  const handed = useRef(false)
  useEffect(() => {
    if (handed.current) return
    handed.current = true
    take(takeHandedFiles())
  })
  if (sources.isError) return <Fault fault={sources.error} again={() => sources.refetch()} />
  const hasEvents = workspace.events > 0
  return (
    <DropArea>
      <Page
        title="Sources"
        note={
          hasEvents
            ? `${plural(workspace.events, 'event')} of ${plural(workspace.customers, 'customer')}${
                workspace.dataThrough ? `, the latest of ${dateTime(workspace.dataThrough)}` : ''
              }`
            : null
        }
        tools={
          hasEvents && (
            <>
              {maps.data?.length === 0 && <DraftButton />}
              <ChooseFiles look="main">Import files</ChooseFiles>
            </>
          )
        }
      >
        <Unfinished />
        {sources.isPending && <Skeleton lines={6} />}
        {sources.data?.length === 0 && (
          <Empty title="Drop a file with events here" tools={<ChooseFiles look="main">Choose files</ChooseFiles>}>
            Every row says who, what and when: a customer, an event, a time. CSV, JSON Lines, Parquet or XES, packed or
            not. You see how it is understood before anything is stored.
          </Empty>
        )}
        {sources.data && sources.data.length > 0 && (
          <>
            <Files sources={sources.data} />
            <Touchpoints maps={maps.data ?? []} />
          </>
        )}
      </Page>
    </DropArea>
  )
}

function Files({ sources }: { sources: Source[] }) {
  const workspace = useWorkspace()
  return (
    <div className={styles.block}>
      <Table
        label="Sources"
        rows={sources}
        rowKey={source => source.id}
        columns={[
          {
            key: 'name',
            title: 'Source',
            cell: source => (
              <span className={styles.sourceName}>
                <span dir="auto" title={source.name}>
                  {source.name}
                </span>
                {source.synthetic && <Tag>made up</Tag>}
              </span>
            ),
          },
          { key: 'format', title: 'Format', cell: source => formatWord(source.format) },
          {
            key: 'span',
            title: 'From … to',
            cell: source =>
              source.firstTime === null ? (
                <span className="quiet">{source.events > 0 ? 'no times, only an order' : dash}</span>
              ) : (
                `${date(source.firstTime)} – ${date(source.lastTime)}`
              ),
          },
          {
            key: 'fresh',
            title: 'Imported',
            cell: source =>
              source.importedAt === null ? (
                <span className="quiet">by the command line</span>
              ) : (
                <span title={dateTime(source.importedAt)}>{ago(source.importedAt)}</span>
              ),
          },
          { key: 'events', title: 'Events', isNumber: true, cell: source => count(source.events) },
          {
            key: 'rejected',
            title: 'Refused rows',
            isNumber: true,
            cell: source =>
              source.rejected > 0 ? (
                <Link
                  className={styles.refusedLink}
                  href={`${places.sources(workspace.id)}/${encodeURIComponent(source.id)}/refused`}
                  title={`of ${count(source.read)} rows; see which and why`}
                >
                  {count(source.rejected)}
                </Link>
              ) : (
                <span className="quiet">0</span>
              ),
          },
        ]}
      />
    </div>
  )
}

/** Imports that are under way or did not come to their end. */
function Unfinished() {
  const workspace = useWorkspace()
  const jobs = useQuery(queries.jobs(workspace.id))
  const open = (jobs.data ?? []).filter(
    job => job.kind === 'IMPORT' && (isUnderWay(job) || (job.resumable && job.problems.length === 0 && isRecent(job))),
  )
  if (open.length === 0) return null
  return (
    <ul className={styles.unfinished}>
      {open.map(job => (
        <li key={job.id}>
          <Link className="link" dir="auto" href={`${places.sources(workspace.id)}/imports?jobs=${job.id}`}>
            {job.title}
          </Link>
          <span className="soft">{job.sentence}</span>
          {!isUnderWay(job) && (
            <Button
              look="line"
              onPress={() => void request('POST', path`/api/v1/jobs/${job.id}/resume`).catch(() => undefined)}
            >
              Go on with it
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Its file is kept for a day. */
const isRecent = (job: Job) => Date.now() - Date.parse(job.createdAt) < 86_400_000
