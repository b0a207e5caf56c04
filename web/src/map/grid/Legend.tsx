import { EvidenceMark, levels, levelWords } from '../../design'
import styles from './legend.module.css'

/** What the marks mean, at the end of the map. */
export function Legend() {
  return (
    <section className={styles.legend} aria-label="What the marks mean">
      <h2>Evidence</h2>
      <ul>
        {levels.map(level => (
          <li key={level}>
            <EvidenceMark level={level} size={14} /> {levelWords[level]}
          </li>
        ))}
      </ul>
    </section>
  )
}
