import { channelNamed, channels } from '../design'

/** The color of a channel's kind; grey where the name says none. */
export function channelHue(channel: string | null): string {
  const kind = channelNamed(channel)
  return kind === null ? 'var(--edge)' : `var(--channel-${channels[kind].hue})`
}
