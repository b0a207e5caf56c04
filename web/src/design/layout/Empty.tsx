import type { ReactNode } from 'react'
import styles from './empty.module.css'

/** Where there is nothing yet: what will stand here, and how it comes to be. */
export function Empty({ title, children, tools }: { title: string; children?: ReactNode; tools?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg className={styles.path} viewBox="0 0 240 40" aria-hidden="true">
        <path d="M4 28h232" className={styles.dotted} />
        <path d="M4 28C60 28 70 8 120 10s52 22 116 16" className={styles.worn} />
      </svg>
      <h2 className={`serif ${styles.title}`}>{title}</h2>
      {children && <p className="soft">{children}</p>}
      {tools && <div className={styles.tools}>{tools}</div>}
    </div>
  )
}
