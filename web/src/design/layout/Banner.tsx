import type { ReactNode } from 'react'
import styles from './banner.module.css'

/** One line above everything, for what touches the whole page. */
export function Banner({
  tone = 'plain',
  children,
  tools,
}: {
  tone?: 'plain' | 'alarm' | 'good'
  children: ReactNode
  tools?: ReactNode
}) {
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'alarm' ? 'alert' : 'status'}>
      <span>{children}</span>
      {tools}
    </div>
  )
}
