import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../controls/Button'
import styles from './panel.module.css'

interface Props {
  /** What it is about, quietly: "Claim in Wait & collect". */
  title: ReactNode
  label: string
  onClose: () => void
  /** Beside the closing cross: earlier, later. */
  tools?: ReactNode
  /** Stays in sight below what scrolls. */
  foot?: ReactNode
  children: ReactNode
}

/** Detail at the right, beside what it is about, never over it. Esc closes it, and focus goes back to where it was. */
export function Panel({ title, label, onClose, tools, foot, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={label}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <header className={styles.head}>
        <span className="quiet ellipsis" dir="auto">
          {title}
        </span>
        <span className={styles.space} />
        {tools}
        <Button icon={X} aria-label="Close" onPress={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </aside>
  )
}
