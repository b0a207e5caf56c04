import type { ReactNode } from 'react'
import styles from './page.module.css'

interface Props {
  title: ReactNode
  /** Beneath the title, in grey. */
  note?: ReactNode
  /** At the end of the title's line. */
  tools?: ReactNode
  children: ReactNode
  /** For what is read rather than worked on. */
  narrow?: boolean
}

/** A screen that is read from top to bottom. */
export function Page({ title, note, tools, children, narrow }: Props) {
  return (
    <div className={styles.page} data-narrow={narrow || undefined}>
      <header className={styles.head}>
        <div className={styles.heading}>
          <h1 className={`serif ${styles.title}`}>{title}</h1>
          {note && <p className="quiet">{note}</p>}
        </div>
        {tools && <div className={styles.tools}>{tools}</div>}
      </header>
      {children}
    </div>
  )
}

/** A heading in bold with a rule below, and a way to all of it. */
export function Section({ title, more, children }: { title: ReactNode; more?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>
        <span>{title}</span>
        {more && <span className={styles.more}>{more}</span>}
      </h2>
      {children}
    </section>
  )
}
