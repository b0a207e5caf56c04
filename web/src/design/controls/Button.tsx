import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { type ButtonProps, Button as Pressable } from 'react-aria-components/Button'
import styles from './button.module.css'

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  /** `main` at most once a screen; `line` where a plain one would be overlooked. */
  look?: 'plain' | 'line' | 'main' | 'alarm'
  icon?: LucideIcon
  /** Without words only where the icon is known to everybody; then `aria-label` names it. */
  children?: ReactNode
}

/** Does something. What goes somewhere is a link. */
export function Button({ look = 'plain', icon: Icon, children, ...rest }: Props) {
  return (
    <Pressable
      {...rest}
      className={styles.button ?? ''}
      data-look={look}
      data-bare={children === undefined || undefined}
    >
      {Icon && <Icon aria-hidden />}
      {children}
    </Pressable>
  )
}
