import type { Job } from '../api'
import { Page } from '../design'
import { JobProgress, useWorkspace } from '../frame'
import styles from './doors.module.css'
import { FirstPath } from './FirstPath'

/** While the demo is being made: how far it is. The page shows it by itself as soon as it is there. */
export function DemoComing({ job }: { job: Job }) {
  const workspace = useWorkspace()
  return (
    <Page title={`${workspace.name} is on its way`} note={workspace.note ?? undefined}>
      <div className={styles.coming}>
        <JobProgress job={job} />
        <p className="small quiet">{job.sentence}</p>
      </div>
      <FirstPath />
    </Page>
  )
}
