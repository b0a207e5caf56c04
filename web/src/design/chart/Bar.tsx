import type { ChannelHue } from '../channels/channels'
import styles from './chart.module.css'

/** A share as a thin bar, beside its number, which says the same. */
export function Bar({
  share,
  hue,
  tone,
}: {
  share: number | null
  hue?: ChannelHue
  tone?: 'trail' | 'alarm' | 'lost'
}) {
  const width = share === null ? 0 : Math.max(0, Math.min(share, 1))
  return (
    <span className={styles.bar} aria-hidden="true">
      <span
        style={{
          inlineSize: `${width * 100}%`,
          background: hue ? `var(--channel-${hue})` : `var(--${tone ?? 'trail'})`,
        }}
      />
    </span>
  )
}
