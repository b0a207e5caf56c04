import { CalendarClock, ClockAlert, EyeOff, type LucideIcon, TriangleAlert, Unplug } from 'lucide-react'
import { Link } from 'wouter'
import type { HomeLine } from '../api'
import { date } from '../design'
import { useWorkspace } from '../frame'
import styles from './home.module.css'
import { lineKey, lineTarget } from './lineTarget'

const icons: Record<string, LucideIcon> = {
  REVIEW: CalendarClock,
  STALE: ClockAlert,
  UNBOUND: Unplug,
  NOT_SEEN: EyeOff,
  FAILED_CHECK: TriangleAlert,
}

/** Reviews, checks that failed, touchpoints that nothing is bound to. */
export function Due({ lines }: { lines: HomeLine[] }) {
  const workspace = useWorkspace()
  if (lines.length === 0) return <p className={styles.none}>Nothing is due.</p>
  return (
    <ul>
      {lines.map(line => {
        const Icon = icons[line.kind] ?? TriangleAlert
        const isLate = line.at !== null && Date.parse(line.at) <= Date.now()
        return (
          <li key={lineKey(line)} className={styles.line}>
            <Link className={styles.lead} href={lineTarget(workspace.id, line)}>
              <span className={`quiet ${styles.mark}`}>
                <Icon aria-hidden />
              </span>
              <span className={styles.words}>
                <span dir="auto">{line.title}</span>
                {line.detail && <span className="quiet small">{line.detail}</span>}
              </span>
              {line.at && (
                <span className={`small ${styles.when} ${isLate ? styles.late : 'quiet'}`}>{date(line.at)}</span>
              )}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
