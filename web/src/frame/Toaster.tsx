import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../design'
import styles from './toaster.module.css'
import { dismissToast, type Toast, useToasts } from './toasts'

/** What just happened, at the foot of the page, with the way back. */
export function Toaster() {
  const toasts = useToasts(state => state.toasts)
  return (
    <section className={styles.toaster} aria-label="What just happened" aria-live="polite" aria-relevant="additions">
      {toasts.map(said => (
        <Said key={said.id} said={said} />
      ))}
    </section>
  )
}

/** Long enough to read and to reach; it stays while the pointer or the focus is on it. */
const staysMs = 9_000

function Said({ said }: { said: Toast }) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => dismissToast(said.id), staysMs)
    return () => clearTimeout(timer)
  }, [isHeld, said.id])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody reads
    <div
      className={styles.toast}
      data-tone={said.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text} dir="auto">
        {said.text}
      </span>
      {said.link && (
        <Link className={styles.act} href={said.link.href} onClick={() => dismissToast(said.id)}>
          {said.link.label}
        </Link>
      )}
      {said.undo && (
        <button
          type="button"
          className={styles.act}
          onClick={() => {
            dismissToast(said.id)
            said.undo?.()
          }}
        >
          Undo
        </button>
      )}
      <Button icon={X} aria-label="Close" onPress={() => dismissToast(said.id)} />
    </div>
  )
}
