import type { ReactNode } from 'react'
import styles from './tag.module.css'

/** A word about a thing: its kind, its standing. */
export function Tag({ children, tone }: { children: ReactNode; tone?: 'alarm' | 'trail' }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  )
}
