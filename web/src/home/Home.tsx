import { useQuery } from '@tanstack/react-query'
import { queries } from '../api'
import { longDate, Page, Section, Skeleton } from '../design'
import { Fault, isUnderWay, useTitle, useWorkspace } from '../frame'
import { Changed } from './Changed'
import { DemoComing } from './DemoComing'
import { Doors } from './Doors'
import { Due } from './Due'
import { Flowing } from './Flowing'
import { HomeFoot } from './HomeFoot'
import { Hurts } from './Hurts'
import styles from './home.module.css'
import { greeting, useLastVisit } from './visits'

/** What changed, where it hurts, what is due, is data flowing; on the first day, where to begin. */
export function Home() {
  const workspace = useWorkspace()
  useTitle(`Home, ${workspace.name}`)
  const { data: home, error, refetch } = useQuery(queries.home(workspace.id))
  const { data: jobs } = useQuery(queries.jobs(workspace.id))
  const loading = jobs?.find(job => job.kind === 'DEMO' && isUnderWay(job))
  const lastVisit = useLastVisit(workspace.id)
  if (error && !home) return <Fault fault={error} again={() => refetch()} />
  if (home?.firstDay) return loading ? <DemoComing job={loading} /> : <Doors />
  const lines = (shown: boolean) => !shown && <Skeleton lines={4} />
  return (
    <div className={styles.home}>
      <Page
        title={greeting(new Date())}
        note={
          <>
            {longDate(new Date())}
            {lastVisit && <> · you were last here {lastVisit}</>}
          </>
        }
      >
        <div className={styles.questions}>
          <Section title="What changed?">
            {lines(Boolean(home))}
            {home && <Changed lines={home.changed} />}
          </Section>
          <Section title="What is due?">
            {lines(Boolean(home))}
            {home && <Due lines={home.due} />}
          </Section>
          <Section title="Where does it hurt most?">
            {lines(Boolean(home))}
            {home && <Hurts lines={home.hurts} />}
          </Section>
          <Section title="Is data flowing?">
            {lines(Boolean(home))}
            {home && <Flowing flowing={home.flowing} />}
          </Section>
        </div>
      </Page>
      <HomeFoot />
    </div>
  )
}
