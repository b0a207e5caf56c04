import { feeling, Section, Share } from '../design'
import styles from './kitchenSink.module.css'

const measured = { n: 1204, d: 2866, value: 0.42, low: 0.401, high: 0.438 }

/** Who speaks is seen at a glance. */
export function Voices() {
  return (
    <Section title="Two voices, and numbers">
      <p className={`serif ${styles.display}`}>People speak in Newsreader</p>
      <p className={`say ${styles.thought}`}>“It said ready. Why am I still standing here?”</p>
      <p className={styles.data}>Data speaks in Inter: 4,120 of 11,111 customers</p>
      <p>
        <b>
          <Share rate={measured} />
        </b>{' '}
        <span className="quiet">value, then n; the interval on hover.</span>
      </p>
      <p>
        <Share rate={measured} withInterval /> <span className="quiet">in print also as ±.</span>
      </p>
      <p>
        <Share rate={{ n: 0, d: 0, value: null, low: null, high: null }} />{' '}
        <span className="quiet">undefined is a dash.</span> {feeling(0.84)} {feeling(-0.93)}
      </p>
    </Section>
  )
}
