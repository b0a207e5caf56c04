import { Bar, IntervalScale, Section, Spark } from '../design'
import styles from './kitchenSink.module.css'

const hours = [4, 6, 6, 6, 9, 12, 17, 21, 18, 17, 19, 13, 12, 9, 11, 13, 11, 14, 12, 8, 7, 7, 7, 5]

/** The small ones; each stands beside the number it shows. */
export function Charts() {
  return (
    <Section title="Small charts">
      <div className={styles.stack}>
        <div className={styles.narrow}>
          <IntervalScale value={0.42} low={0.4} high={0.44} atLeast={0.5} tone="alarm" />
        </div>
        <Spark values={hours} />
        <div className={styles.narrow}>
          <Bar share={0.55} hue="app" />
        </div>
        <div className={styles.narrow}>
          <Bar share={0.34} tone="alarm" />
        </div>
      </div>
    </Section>
  )
}
