import type { ReactNode } from 'react'
import type { Count } from '../api'
import { writeCount } from './address'
import styles from './explore.module.css'
import { useOpened } from './useAddress'

interface Props {
  count: Count
  /** What is inside: "customers who came to cart". */
  label: string
  tone?: 'lost'
  children: ReactNode
}

/** A number that opens to the customers inside it. */
export function OpenNumber({ count, label, tone, children }: Props) {
  const { opened, open } = useOpened()
  const isOpen = opened !== null && writeCount(opened) === writeCount(count)
  return (
    <button
      type="button"
      className={styles.number}
      data-tone={tone}
      aria-pressed={isOpen}
      aria-label={`${label}: open who is inside`}
      onClick={() => open(isOpen ? null : count)}
    >
      {children}
    </button>
  )
}
