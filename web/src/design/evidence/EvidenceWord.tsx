import type { ReactNode } from 'react'
import { EvidenceMark } from './EvidenceMark'
import styles from './evidence.module.css'
import { type Level, levelWords } from './levels'

/** The mark with its word, or with the sentence that a check wrote: "seen in 71 %", "events show 42 %, not most". */
export function EvidenceWord({ level, children }: { level: Level; children?: ReactNode }) {
  return (
    <span className={styles.word} data-level={level}>
      <EvidenceMark level={level} />
      <span>{children ?? levelWords[level]}</span>
    </span>
  )
}
