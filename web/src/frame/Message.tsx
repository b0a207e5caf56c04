import type { ReactNode } from 'react'
import styles from './message.module.css'

/** A page that has nothing but a sentence to show. */
export function Message({
  title,
  children,
  tone = 'plain',
}: {
  title: string
  children?: ReactNode
  tone?: 'plain' | 'bad'
}) {
  return (
    <div className={styles.message} role={tone === 'bad' ? 'alert' : undefined}>
      <h1 className={`serif ${styles.title}`}>{title}</h1>
      <p className="soft">{children}</p>
    </div>
  )
}
