import { CircleDashed } from 'lucide-react'
import { type ChannelName, channels } from './channels'

/** The icon of a channel in its hue; a dashed circle where nobody said which. */
export function ChannelIcon({ channel, alone = false }: { channel: ChannelName | null | undefined; alone?: boolean }) {
  const known = channel ? channels[channel] : null
  const Icon = known?.icon ?? CircleDashed
  const word = known?.word ?? 'No channel'
  return (
    <span style={{ color: known ? `var(--channel-${known.hue})` : 'var(--edge)' }} title={word}>
      <Icon {...(alone ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })} />
    </span>
  )
}
