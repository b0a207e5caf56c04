import type { ReactNode } from 'react'
import { date } from '../design'

interface Props {
  dataThrough: string | null | undefined
  hasIntervals?: boolean
  children?: ReactNode
}

/** What holds for every number above it. */
export function Foot({ dataThrough, hasIntervals, children }: Props) {
  return (
    <>
      <span>
        data through <b>{date(dataThrough)}</b>
      </span>
      {hasIntervals && <span>± is a 95&nbsp;% interval</span>}
      {children}
      <span>exact, nothing sampled</span>
    </>
  )
}
