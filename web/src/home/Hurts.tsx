import { Link } from 'wouter'
import type { HomeLine } from '../api'
import { Bar, count, EvidenceMark, percent } from '../design'
import { useWorkspace } from '../frame'
import styles from './home.module.css'
import { lineKey, lineTarget } from './lineTarget'

/** The pains that most customers meet, with how many they are and of how many. */
export function Hurts({ lines }: { lines: HomeLine[] }) {
  const workspace = useWorkspace()
  if (lines.length === 0) {
    return <p className={styles.none}>No pain point was measured yet. Check a map against the events to find them.</p>
  }
  return (
    <ol>
      {lines.map((line, at) => (
        <li key={lineKey(line)} className={styles.line}>
          <Link className={styles.pain} href={lineTarget(workspace.id, line)}>
            <span className="quiet">{at + 1}</span>
            <span className={styles.words}>
              <span className={/^["“„«]/.test(line.title) ? `say ${styles.said}` : styles.name} dir="auto">
                {line.title}
              </span>
              {line.detail && <span className="small soft">{line.detail}</span>}
              <span className={`small quiet ${styles.painWhere}`}>
                {line.level && <EvidenceMark level={line.level} alone size={14} />}
                <span className="ellipsis" dir="auto">
                  {line.map?.title}
                </span>
              </span>
            </span>
            {line.number !== null && (
              <span className={styles.price}>
                <b>{count(line.number)}</b>
                {line.of === null && <span className="quiet small">customers</span>}
                {line.of !== null && line.of > 0 && (
                  <>
                    <span className="quiet small">
                      {isHalf(line) ? 'at least half' : percent(line.number / line.of)} of {count(line.of)}
                    </span>
                    <Bar share={line.number / line.of} tone="alarm" />
                  </>
                )}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ol>
  )
}

/** A median or a mean says of the half of its customers that it concerns them, and not how many more. */
const isHalf = (line: HomeLine) => line.kind === 'CONTRADICTED' && line.number === Math.ceil((line.of ?? 0) / 2)
