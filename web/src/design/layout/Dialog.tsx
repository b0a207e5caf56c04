import type { ReactNode } from 'react'
import { Dialog as Box } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import styles from './dialog.module.css'

interface Props {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** At the foot: what to do, the safest first. */
  tools?: ReactNode
}

/** Only for what must be answered before anything else, or is read once. Everything else happens in place. */
export function Dialog({ isOpen, onClose, title, children, tools }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable
      className={styles.scrim ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Box className={styles.dialog ?? ''}>
          <Heading slot="title" className={`serif ${styles.title}`}>
            {title}
          </Heading>
          {children}
          {tools && <div className={styles.tools}>{tools}</div>}
        </Box>
      </Modal>
    </ModalOverlay>
  )
}
