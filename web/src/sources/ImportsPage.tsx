import { useQueries, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { type Job, path, queries, request } from '../api'
import { Button, count, date, Page, Progress, plural, Section, Skeleton } from '../design'
import { Fault, isUnderWay, mapOf, places, useTitle, useWorkspace } from '../frame'
import type { ImportResult } from './contract'
import { DraftButton } from './DraftButton'
import { ChooseFiles, DropArea } from './DropArea'
import { sourceQueries } from './queries'
import styles from './sources.module.css'

/** What becomes of imports: how far they are, and then what happened, in words. */
export function ImportsPage() {
  const workspace = useWorkspace()
  const ids = (new URLSearchParams(useSearch()).get('jobs') ?? '').split(',').filter(id => id !== '')
  const told = useQuery({
    ...queries.jobs(workspace.id),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 2_000 : false),
  })
  // Who comes back after fifty other jobs still finds theirs.
  const missing = told.data ? ids.filter(id => !told.data.some(job => job.id === id)) : []
  const fetched = useQueries({ queries: missing.map(id => sourceQueries.job(workspace.id, id)) })
  useTitle('Import')
  if (told.isError) return <Fault fault={told.error} again={() => told.refetch()} />
  const all = [...(told.data ?? []), ...fetched.flatMap(query => query.data ?? [])]
  const asked = ids.flatMap(id => all.find(job => job.id === id) ?? [])
  const jobs = asked.filter(job => job.kind === 'IMPORT')
  const isDone = jobs.length > 0 && jobs.every(job => !isUnderWay(job))
  const begun = asked.map(job => job.createdAt).sort()[0]
  const draft = all.find(job => job.kind === 'DRAFT' && begun !== undefined && job.createdAt >= begun)
  return (
    <DropArea>
      <Page
        title={asked.length === 1 ? (asked[0] as Job).title : 'Import'}
        tools={
          <>
            <ChooseFiles>Import more</ChooseFiles>
            <Link href={places.sources(workspace.id)} className="link">
              All sources
            </Link>
          </>
        }
        narrow
      >
        {told.isPending && <Skeleton lines={4} />}
        {jobs.map(job => (
          <One key={job.id} job={job} isAlone={jobs.length === 1} />
        ))}
        {draft && <Draft job={draft} />}
        {isDone && !draft && jobs.some(job => job.state === 'DONE') && <Next />}
      </Page>
    </DropArea>
  )
}

function One({ job, isAlone }: { job: Job; isAlone: boolean }) {
  const act = (verb: string) => void request('POST', `${path`/api/v1/jobs/${job.id}`}/${verb}`).catch(() => undefined)
  return (
    <section className={styles.job} aria-live="polite">
      {!isAlone && (
        <h2 className={styles.jobTitle} dir="auto">
          {job.title}
        </h2>
      )}
      {isUnderWay(job) && (
        <>
          <p className="soft">{job.sentence}</p>
          {job.state === 'RUNNING' && (
            <Progress
              label={job.title}
              done={job.done}
              total={job.total}
              unit={job.unit}
              secondsLeft={job.secondsLeft}
            />
          )}
          <div className={styles.tools}>
            <Button look="line" onPress={() => act('cancel')}>
              Stop
            </Button>
            <span className="quiet">It goes on when you leave this page.</span>
          </div>
        </>
      )}
      {job.state === 'DONE' && <Outcome result={job.result as unknown as ImportResult} job={job} />}
      {(job.state === 'FAILED' || job.state === 'CANCELLED' || job.state === 'INTERRUPTED') && (
        <>
          <p className={job.state === 'FAILED' ? 'bad' : ''}>
            {job.state === 'FAILED' && job.problems.length > 0 ? 'Nothing could be imported.' : job.sentence}
          </p>
          <ProblemList problems={job.problems} />
          <div className={styles.tools}>
            {job.resumable && job.problems.length === 0 && (
              <Button look="main" onPress={() => act('resume')}>
                Go on with it
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

function ProblemList({ problems }: { problems: { field: string | null; message: string }[] }) {
  if (problems.length === 0) return null
  return (
    <ul className={styles.problems}>
      {problems.map(problem => (
        <li key={`${problem.field} ${problem.message}`}>
          {problem.field && (
            <b dir="auto" className={styles.problemOf}>
              {problem.field}
            </b>
          )}{' '}
          {problem.message}
        </li>
      ))}
    </ul>
  )
}

function Outcome({ result, job }: { result: ImportResult; job: Job }) {
  const workspace = useWorkspace()
  const seconds = job.startedAt && job.endedAt ? (Date.parse(job.endedAt) - Date.parse(job.startedAt)) / 1000 : null
  const nothingNew = result.stored === 0 && result.duplicates > 0
  return (
    <>
      <p className={`serif ${styles.outcome}`}>
        {nothingNew
          ? `All ${plural(result.duplicates, 'event')} ${were(result.duplicates)} here before; nothing was stored twice.`
          : `${plural(result.stored, 'event')} ${are(result.stored)} in.${seconds === null ? '' : ` It took ${length(seconds)}.`}`}
      </p>
      <p className="soft">
        The workspace now has {plural(result.customers, 'customer')} and {plural(result.eventNames, 'kind')} of event
        {result.firstTime && `, from ${date(result.firstTime)} to ${date(result.lastTime)}`}.
      </p>
      <ul className={styles.happened}>
        {!nothingNew && result.duplicates > 0 && (
          <li>
            {plural(result.duplicates, 'event')} {were(result.duplicates)} here before and not stored twice.
          </li>
        )}
        {result.files.map(file => (
          <FileNotes key={file.source} file={file} isAlone={result.files.length === 1} workspace={workspace.id} />
        ))}
      </ul>
      {result.problems.length > 0 && (
        <>
          <p className="bad">
            {plural(new Set(result.problems.map(problem => problem.field)).size, 'file')} could not be used:
          </p>
          <ProblemList problems={result.problems} />
        </>
      )}
    </>
  )
}

function FileNotes({
  file,
  isAlone,
  workspace,
}: {
  file: ImportResult['files'][number]
  isAlone: boolean
  workspace: string
}) {
  const of = isAlone ? '' : ` of ${file.file}`
  return (
    <>
      {file.rejected > 0 && (
        <li>
          {plural(file.rejected, 'row')}
          {of} {were(file.rejected)} refused.{' '}
          <Link className="link" href={`${places.sources(workspace)}/${encodeURIComponent(file.source)}/refused`}>
            See which and why
          </Link>
        </li>
      )}
      {file.truncated && <li>{isAlone ? 'The file' : file.file} is cut off; its complete rows were taken.</li>}
      {file.dropped > 0 && (
        <li>
          {plural(file.dropped, 'event')}
          {of} {were(file.dropped)} left out, as asked.
        </li>
      )}
      {file.suppressed > 0 && (
        <li>
          {plural(file.suppressed, 'event')}
          {of} {are(file.suppressed)} of erased customers and not taken.
        </li>
      )}
      {file.futureTimes > 0 && (
        <li>
          {plural(file.futureTimes, 'event')}
          {of} {are(file.futureTimes)} in the future; look at the time zone and the time column.
        </li>
      )}
      {file.assumedTimeZone && (
        <li>
          Times{of} without offset were read as {file.assumedTimeZone}.
        </li>
      )}
      {file.notes.map(note => (
        <li key={note}>{note}</li>
      ))}
    </>
  )
}

const are = (n: number) => (n === 1 ? 'is' : 'are')
const were = (n: number) => (n === 1 ? 'was' : 'were')

const length = (seconds: number) =>
  seconds < 10 ? `${Math.max(0.1, Math.round(seconds * 10) / 10)} s` : `${count(Math.round(seconds))} s`

/** The first map, drafted from what just came in. */
function Draft({ job }: { job: Job }) {
  const workspace = useWorkspace()
  const map = mapOf(job)
  const sentences = (job.result?.sentences as string[] | undefined) ?? []
  return (
    <Section title="A first map">
      <div className={styles.next}>
        {isUnderWay(job) && (
          <>
            <p className="soft">{job.sentence}</p>
            {job.state === 'RUNNING' && (
              <Progress
                label={job.title}
                done={job.done}
                total={job.total}
                unit={job.unit}
                secondsLeft={job.secondsLeft}
              />
            )}
          </>
        )}
        {job.state === 'DONE' && (
          <>
            {sentences.slice(0, 4).map(sentence => (
              <p key={sentence} className="soft">
                {sentence}
              </p>
            ))}
            {map && (
              <Link href={places.map(workspace.id, map)} className={styles.choose} data-look="main">
                Open the map
              </Link>
            )}
          </>
        )}
        {job.state !== 'DONE' && !isUnderWay(job) && (
          <ProblemList
            problems={[
              { field: null, message: job.problems[0]?.message ?? job.sentence ?? 'The draft failed.' },
              ...job.problems.slice(1),
            ]}
          />
        )}
      </div>
    </Section>
  )
}

/** Where to go from here when no draft was asked for. */
function Next() {
  const workspace = useWorkspace()
  const maps = useQuery(queries.maps(workspace.id))
  return (
    <Section title="What next">
      <div className={styles.next}>
        <DraftButton />
        {maps.data && maps.data.length > 0 && (
          <Link className="link" href={`${places.sources(workspace.id)}#touchpoints`}>
            See which events no touchpoint of your map shows yet
          </Link>
        )}
      </div>
    </Section>
  )
}
