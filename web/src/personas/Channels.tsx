import { Plus, X } from 'lucide-react'
import type { ChannelKind } from '../api'
import { Button, ChannelIcon, type ChannelName, channels as known, Menu } from '../design'
import styles from './persona.module.css'

/** The channels that the persona prefers, the favorite first. */
export function Channels({ channels, change }: { channels: ChannelKind[]; change: (channels: ChannelKind[]) => void }) {
  const others = (Object.keys(known) as ChannelName[]).filter(channel => !channels.includes(channel))
  return (
    <>
      <ol className={styles.channels}>
        {channels.map(channel => (
          <li key={channel}>
            <ChannelIcon channel={channel} />
            <span>{known[channel].word}</span>
            <span className={styles.take}>
              <Button
                icon={X}
                aria-label={`Remove ${known[channel].word}`}
                onPress={() => change(channels.filter(other => other !== channel))}
              />
            </span>
          </li>
        ))}
      </ol>
      <span className={styles.addChannel}>
        <Menu
          label="Channels"
          trigger={<Button icon={Plus} aria-label="Add channel" />}
          groups={[
            {
              choices: others.map(channel => ({
                label: known[channel].word,
                icon: known[channel].icon,
                act: () => change([...channels, channel]),
              })),
            },
          ]}
        />
      </span>
    </>
  )
}
