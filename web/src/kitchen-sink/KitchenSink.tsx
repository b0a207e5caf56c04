import { ChannelIcon, type ChannelName, channels, EvidenceMark, EvidenceWord, levels, levelWords } from '../design'

/** The design system: every part in every state. */
export function KitchenSink() {
  return (
    <main>
      <h1 className="serif">Kitchen sink</h1>
      {levels.map(level => (
        <p key={level}>
          <EvidenceMark level={level} /> <EvidenceWord level={level}>{levelWords[level]}</EvidenceWord>
        </p>
      ))}
      {(Object.keys(channels) as ChannelName[]).map(channel => (
        <p key={channel}>
          <ChannelIcon channel={channel} /> {channels[channel].word}
        </p>
      ))}
    </main>
  )
}
