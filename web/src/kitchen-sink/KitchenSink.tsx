import { Link } from 'wouter'
import { Logo, Page } from '../design'
import { useTitle } from '../frame'
import { Charts } from './Charts'
import { Colors } from './Colors'
import { Controls } from './Controls'
import { EvidenceAndChannels } from './EvidenceAndChannels'
import styles from './kitchenSink.module.css'
import { States } from './States'
import { Voices } from './Voices'

/** The design system: every part in every state, by day and by night. */
export function KitchenSink() {
  useTitle('Design system')
  return (
    <main className={styles.sink}>
      <Page
        title={
          <span className={styles.title}>
            <Logo size={32} /> Design system
          </span>
        }
        note={
          <>
            A paper map with a measuring instrument laid over it.{' '}
            <Link className="link" href="/">
              Back to the application
            </Link>
          </>
        }
      >
        <div className={styles.lights}>
          <Parts theme="light" />
          <Parts theme="dark" />
        </div>
      </Page>
    </main>
  )
}

function Parts({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <div className={styles.light} data-theme={theme}>
      <Voices />
      <Colors />
      <EvidenceAndChannels />
      <Controls />
      <States />
      <Charts />
    </div>
  )
}
