import { Section } from '../design'
import styles from './kitchenSink.module.css'

const groups = [
  ['paper', 'paper-2', 'paper-3', 'raised', 'line', 'line-2', 'edge'],
  ['ink', 'ink-2', 'ink-3', 'trail', 'trail-ink', 'fill', 'alarm', 'alarm-ink', 'lost'],
  ['feel-2', 'feel-1', 'feel0', 'feel1', 'feel2'],
]

/** Ground and ink, one accent, one alarm, and feeling from bad to good. */
export function Colors() {
  return (
    <Section title="Color">
      {groups.map(group => (
        <ul key={group[0]} className={styles.swatches}>
          {group.map(name => (
            <li key={name}>
              <span className={styles.swatch} style={{ background: `var(--${name})` }} />
              <span className="small quiet">{name}</span>
            </li>
          ))}
        </ul>
      ))}
    </Section>
  )
}
