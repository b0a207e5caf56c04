import {
  ChannelIcon,
  type ChannelName,
  channels,
  EvidenceBar,
  EvidenceWord,
  type Level,
  levels,
  Portrait,
  Section,
} from '../design'
import styles from './kitchenSink.module.css'

const sentences: Record<Level, string> = {
  ASSUMED: 'assumed',
  REPORTED: 'said by 46 of 212',
  OBSERVED: 'seen in 71 % n 4,120',
  CORROBORATED: 'seen and said, 55 % n 5,604',
  CONTRADICTED: 'events show 42 %, not most n 2,866',
  INCONCLUSIVE: 'not clear yet n 310',
  NOT_ENOUGH_DATA: 'not enough yet: 34 of 96',
  STALE: 'last seen 14 months ago',
  NOT_MEASURABLE: 'no event can show this',
}

/** Form tells the marks apart; color only helps. Each has its word. */
export function EvidenceAndChannels() {
  return (
    <>
      <Section title="Evidence">
        <ul className={styles.pairs}>
          {levels.map(level => (
            <li key={level}>
              <EvidenceWord level={level}>{sentences[level]}</EvidenceWord>
            </li>
          ))}
        </ul>
        <p className={styles.narrow}>
          <EvidenceBar
            marks={{
              CORROBORATED: 3,
              OBSERVED: 14,
              REPORTED: 4,
              CONTRADICTED: 2,
              NOT_ENOUGH_DATA: 2,
              STALE: 1,
              ASSUMED: 8,
            }}
          />
        </p>
      </Section>
      <Section title="Channels">
        <ul className={styles.pairs}>
          {(Object.keys(channels) as ChannelName[]).map(channel => (
            <li key={channel} className={styles.pair}>
              <ChannelIcon channel={channel} /> {channels[channel].word}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Portraits">
        <p className={styles.row}>
          {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(id => (
            <Portrait key={id} id={`persona ${id}`} size={48} />
          ))}
        </p>
      </Section>
    </>
  )
}
