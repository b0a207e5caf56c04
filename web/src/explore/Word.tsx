import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import styles from './word.module.css'

interface Props {
  /** What it says in the sentence. */
  children: ReactNode
  /** What is chosen here: "Step 2". */
  label: string
  content: (close: () => void) => ReactNode
  /** Stands in a line of options instead of the sentence. */
  small?: boolean
}

/** A word of a question that can be another one. */
export function Word({ children, label, content, small }: Props) {
  return (
    <DialogTrigger>
      <Button className={styles.word ?? ''} data-small={small || undefined} aria-label={`${label}: ${plain(children)}`}>
        <span dir="auto">{children}</span>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={6}>
        <Dialog className={styles.dialog ?? ''} aria-label={label}>
          {({ close }) => content(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function plain(children: ReactNode): string {
  return Array.isArray(children) ? children.map(plain).join('') : typeof children === 'string' ? children : ''
}
