import type { ReactNode } from 'react'
import styles from './evidence.module.css'
import { type Level, levelWords } from './levels'

const glyphs: Record<Level, ReactNode> = {
  ASSUMED: <circle className={styles.hollow} cx="8" cy="8" r="6.3" strokeDasharray="2.5 2.45" />,
  REPORTED: (
    <>
      <circle className={styles.hollow} cx="8" cy="8" r="6.3" />
      <path
        className={styles.detail}
        strokeWidth="1.1"
        d="M6.9 6.2c-1 .5-1.4 1.4-1.4 3.2h1.4V7.9h-1M10.4 6.2c-1 .5-1.4 1.4-1.4 3.2h1.4V7.9h-1"
      />
    </>
  ),
  OBSERVED: (
    <>
      <circle className={styles.filled} cx="8" cy="8" r="6.3" />
      <path className={styles.tick} strokeWidth="1.6" d="m5.2 8.2 2 2 3.7-4" />
    </>
  ),
  CORROBORATED: (
    <>
      <circle className={styles.core} cx="8" cy="8" r="4.9" />
      <circle className={styles.ring} cx="8" cy="8" r="7.2" />
      <path className={styles.tick} strokeWidth="1.4" d="m5.8 8.1 1.6 1.6 2.9-3.1" />
    </>
  ),
  CONTRADICTED: (
    <>
      <circle className={styles.alarm} cx="8" cy="8" r="6.3" />
      <path className={styles.tick} strokeWidth="1.4" d="m5.2 8.2 2 2 3.7-4" />
      <path className={styles.tick} strokeWidth="3.4" d="M2.6 13.4 13.4 2.6" />
      <path className={styles.strike} d="M2 14 14 2" />
    </>
  ),
  INCONCLUSIVE: (
    <>
      <circle className={styles.hollow} cx="8" cy="8" r="6.3" />
      <path className={styles.half} d="M1.7 8a6.3 6.3 0 0 0 12.6 0z" />
      <path className={styles.detail} strokeWidth="1.2" d="M4.2 6.2q.95-1 1.9 0t1.9 0 1.9 0 1.9 0" />
    </>
  ),
  NOT_ENOUGH_DATA: (
    <>
      <path
        className={styles.half}
        d="M1.9 9.2q1.5-1.5 3.05 0t3.05 0 3.05 0 3.05 0A6.3 6.3 0 0 1 8 14.3 6.3 6.3 0 0 1 1.9 9.2z"
      />
      <path className={styles.detail} strokeWidth="1.2" d="M4 6.7q1-1.1 2 0t2 0 2 0 2 0" />
      <circle className={styles.detail} strokeWidth="1.4" cx="8" cy="8" r="6.3" />
    </>
  ),
  STALE: (
    <g className={styles.faded}>
      <circle className={styles.old} cx="8" cy="8" r="6.3" />
      <path className={styles.detail} strokeWidth="1.4" d="M8 4.600V8l2.200 1.500" />
    </g>
  ),
  NOT_MEASURABLE: (
    <>
      <circle className={styles.detail} cx="8" cy="8" r="6.3" strokeWidth="1.7" strokeDasharray=".1 3.2" />
      <path className={styles.detail} strokeWidth="1.4" d="M4.9 11.1 11.1 4.900" />
    </>
  ),
}

/**
 * The sign of an evidence level, 16 px. Form tells the marks apart, color only helps. Beside its word it is decoration;
 * alone it says the word to whoever cannot see it.
 */
export function EvidenceMark({ level, alone = false, size = 16 }: { level: Level; alone?: boolean; size?: number }) {
  const shape = { className: styles.mark, viewBox: '0 0 16 16', width: size, height: size }
  if (!alone) {
    return (
      <svg {...shape} aria-hidden="true">
        {glyphs[level]}
      </svg>
    )
  }
  return (
    <svg {...shape} role="img" aria-label={levelWords[level]}>
      <title>{levelWords[level]}</title>
      {glyphs[level]}
    </svg>
  )
}
