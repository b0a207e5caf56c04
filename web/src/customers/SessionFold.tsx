import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { CustomerEvent } from '../api'
import { ChannelIcon, channelNamed, clock, dateTime, duration, plural } from '../design'
import styles from './customers.module.css'
import { channelsOf, lasted, laterWords, type Session, shown } from './sessions'

interface Props {
  session: Session
  isOpen: boolean
  onToggle: () => void
}

/** A session as one line; unfolded, its events. */
export function SessionFold({ session, isOpen, onToggle }: Props) {
  const list = useId()
  const long = lasted(session)
  const names = [...new Set(session.events.map(event => event.name))]
  return (
    <>
      {session.gapSeconds !== null && <li className={styles.gap}>{laterWords(session.gapSeconds)}</li>}
      <li className={styles.session} data-session={session.number ?? undefined}>
        <button type="button" className={styles.fold} aria-expanded={isOpen} aria-controls={list} onClick={onToggle}>
          {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          <span className={styles.when}>{session.from === null ? 'no time' : dateTime(session.from)}</span>
          <span className={styles.channels}>
            {channelsOf(session)
              .filter(channel => channel !== null)
              .map(channel => (
                <ChannelIcon key={channel} channel={channelNamed(channel)} name={channel} />
              ))}
          </span>
          <span className={`ellipsis ${isOpen ? 'quiet' : ''}`} dir="auto">
            {names.join(', ')}
          </span>
          <span className="quiet">
            {plural(session.events.length, 'event')}
            {long !== null && long > 0 && `, ${duration(long)}`}
          </span>
        </button>
        {isOpen && (
          <ol id={list} className={styles.events}>
            {session.events.map(event => (
              <Event key={event.id} event={event} />
            ))}
          </ol>
        )}
      </li>
    </>
  )
}

function Event({ event }: { event: CustomerEvent }) {
  const [isOpen, setOpen] = useState(false)
  const details = useId()
  const properties = Object.entries(event.properties)
  return (
    <li className={styles.event}>
      <span className="quiet" title={dateTime(event.time)}>
        {event.time === null ? '–' : clock(event.time)}
      </span>
      <ChannelIcon channel={channelNamed(event.channel)} name={event.channel} />
      <span className={styles.what}>
        <bdi>{event.name}</bdi>
        {event.channel !== null && (
          <span className="quiet">
            {' '}
            · <bdi>{event.channel}</bdi>
          </span>
        )}
      </span>
      {properties.length > 0 && (
        <button
          type="button"
          className="link small"
          aria-expanded={isOpen}
          aria-controls={details}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'less' : plural(properties.length, 'property', 'properties')}
        </button>
      )}
      {isOpen && (
        <dl id={details} className={styles.properties}>
          {properties.map(([name, value]) => (
            <div key={name}>
              <dt>
                <bdi>{name}</bdi>
              </dt>
              <dd dir="auto">{shown(value)}</dd>
            </div>
          ))}
          <div>
            <dt className="quiet">source</dt>
            <dd className="quiet" title={event.source}>
              {event.source.replace(/^sha256:(.{12}).*$/, 'file $1…')}
            </dd>
          </div>
        </dl>
      )}
    </li>
  )
}
