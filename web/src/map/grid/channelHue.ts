import { channels } from '../../design'
import type { ChannelKind } from '../operation'

/** The hue of a channel as a CSS color. */
export function channelHue(channel: ChannelKind | undefined): string {
  return channel ? `var(--channel-${channels[channel].hue})` : 'var(--edge)'
}
