import { Link } from 'wouter'
import type { HomeLine } from '../api'
import { ago, dateTime, EvidenceMark } from '../design'
import { useWorkspace } from '../frame'
import styles from './home.module.css'
import { lineKey, lineTarget } from './lineTarget'

/** Verdicts that turned, and paths that nobody drew. */
export function Changed({ lines }: { lines: HomeLine[] }) {
  const workspace = useWorkspace()
  if (lines.length === 0)
    return (
      <p className={styles.none}>
        Nothing has changed since the last check. New paths, and verdicts that turn, stand here.
      </p>
    )
  return (
    <ul>
      {lines.map(line => (
        <li key={lineKey(line)} className={styles.line}>
          <Link className={styles.lead} href={lineTarget(workspace.id, line)}>
            <span className={styles.mark}>{line.level && <EvidenceMark level={line.level} alone />}</span>
            <span className={styles.words}>
              <span dir="auto" className={/^["“„«]/.test(line.title) ? `say ${styles.said}` : styles.fact}>
                {line.title}
              </span>
              {line.detail && (
                <span className={`small ${line.level === 'CONTRADICTED' ? 'bad' : 'soft'}`}>{line.detail}</span>
              )}
            </span>
            <span className={styles.where}>
              <span className="quiet small ellipsis" dir="auto" title={line.map?.title}>
                {line.map?.title}
              </span>
              {line.at && (
                <span className="quiet small" title={dateTime(line.at)}>
                  {ago(line.at)}
                </span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
