import { Link } from 'wouter'
import type { HomeLine } from '../api'
import { EvidenceMark } from '../design'
import { places, useWorkspace } from '../frame'
import styles from './home.module.css'

interface Props {
  title: string
  lines: HomeLine[] | undefined
  none: string
}

/** One of the four questions, and its lines; each leads to its place. */
export function Question({ title, lines, none }: Props) {
  const workspace = useWorkspace()
  return (
    <section>
      <h2 className={styles.question}>{title}</h2>
      {lines?.length === 0 && <p className={`quiet ${styles.none}`}>{none}</p>}
      <ul>
        {lines?.map(line => (
          <li key={`${line.kind} ${line.element ?? ''} ${line.title}`} className={styles.line}>
            <Link
              className={styles.lead}
              href={line.target ?? (line.map ? places.map(workspace.id, line.map.id, line.element) : '')}
            >
              {line.level && <EvidenceMark level={line.level} alone />}
              <span className={styles.words}>
                <span dir="auto">{line.title}</span>
                <span className="soft small">{line.detail}</span>
              </span>
              <span className="quiet small" dir="auto">
                {line.map?.title}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
