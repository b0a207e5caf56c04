import { FileText, FlaskConical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { HomeAnswers, Source } from '../api'
import { age, count, date, plural } from '../design'
import { places, useHasRoom, useWorkspace } from '../frame'
import styles from './home.module.css'

/** How much there is, how fresh it is, and what was refused; source by source. */
export function Flowing({ flowing }: { flowing: HomeAnswers['flowing'] }) {
  const workspace = useWorkspace()
  const hasSources = useHasRoom('sources')
  const to = (child: ReactNode, className: string | undefined) =>
    hasSources ? (
      <Link className={className} href={places.sources(workspace.id)}>
        {child}
      </Link>
    ) : (
      <span className={className}>{child}</span>
    )
  if (flowing.events === 0) return <p className={styles.none}>No event has come in yet.</p>
  return (
    <>
      <p className={`small soft ${styles.caption}`}>
        <b>{count(flowing.events)}</b> events of <b>{count(flowing.customers)}</b> customers, through{' '}
        {date(flowing.dataThrough)}. {flowing.rejected > 0 && to(`${plural(flowing.rejected, 'row')} refused.`, 'bad')}
      </p>
      <ul>
        {flowing.sources.map(source => (
          <li key={source.id} className={styles.line}>
            {to(<SourceLine source={source} />, styles.source)}
          </li>
        ))}
      </ul>
    </>
  )
}

function SourceLine({ source }: { source: Source }) {
  const Icon = source.synthetic ? FlaskConical : FileText
  return (
    <>
      <Icon aria-hidden className="quiet" />
      <span className="ellipsis" dir="auto" title={source.name}>
        {source.name}
      </span>
      <span className={styles.count}>{count(source.events)}</span>
      <span className={`quiet small ${styles.when}`} title={date(source.lastTime)}>
        {age(source.lastTime)}
      </span>
    </>
  )
}
