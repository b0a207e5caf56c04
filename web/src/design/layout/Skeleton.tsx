import styles from './skeleton.module.css'

/** The shape of lines that are on their way. */
export function Skeleton({ lines = 3, tall = false }: { lines?: number; tall?: boolean }) {
  return (
    <div className={styles.skeleton} role="status" aria-label="Loading" data-tall={tall || undefined}>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <span key={at} className={styles.line} />
      ))}
    </div>
  )
}
