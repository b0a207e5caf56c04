import { CircleDashed, Shapes } from 'lucide-react'
import { type ChannelName, channels } from './channels'

interface Props {
  channel: ChannelName | null | undefined
  /** What the data calls it, for a channel of no known kind. */
  name?: string | null | undefined
  alone?: boolean
}

/** The icon of a channel in its hue; a dashed circle where nobody said which. */
export function ChannelIcon({ channel, name, alone = false }: Props) {
  const known = channel ? channels[channel] : null
  const Icon = known?.icon ?? (name ? Shapes : CircleDashed)
  const word = known?.word ?? name ?? 'No channel'
  return (
    <span style={{ color: known ? `var(--channel-${known.hue})` : 'var(--edge)' }} title={word}>
      <Icon {...(alone ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })} />
    </span>
  )
}
