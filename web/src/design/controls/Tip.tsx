import type { ReactElement, ReactNode } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import styles from './tip.module.css'

/** A word on what can be focused and says too little by itself. */
export function Tip({
  children,
  tip,
  placement = 'top',
}: {
  children: ReactElement
  tip: ReactNode
  placement?: 'top' | 'bottom' | 'end' | 'start'
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className={styles.tip ?? ''} offset={6} placement={placement}>
        {tip}
      </Tooltip>
    </TooltipTrigger>
  )
}
