import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { tell, useOpenMap } from '../view/context'
import styles from './textEdit.module.css'

interface Props {
  value: string
  /** Replaces the value when a key began the edit. */
  initial?: string | null
  /** Selects what is there, to be typed over. */
  isNew?: boolean | undefined
  label: string
  /** One line: Enter saves. Otherwise Enter is a line break and Ctrl+Enter saves. */
  isLine?: boolean
  className?: string | undefined
  onSave: (value: string, next: 'stay' | 'right' | 'left') => void
  onCancel: () => void
}

/** Text that is written in its place. What is typed is saved when the pen leaves; Esc puts back what was there. */
export function TextEdit({
  value,
  initial = null,
  isNew = false,
  label,
  isLine = false,
  className,
  onSave,
  onCancel,
}: Props) {
  const open = useOpenMap()
  const [text, setText] = useState(initial ?? value)
  const area = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  const began = useRef(value)
  // Who typed nothing takes nothing back from whoever did.
  const words = text === began.current ? value : text
  const latest = useRef({ words, onSave })
  latest.current = { words, onSave }

  useEffect(() => {
    const node = area.current
    node?.focus()
    node?.setSelectionRange(isNew ? 0 : node.value.length, node.value.length)
    // A page that is left saves what stands in the field.
    const leave = () => {
      if (!isDone.current) {
        isDone.current = true
        latest.current.onSave(latest.current.words, 'stay')
      }
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      // What it stands in was taken out elsewhere, or another page came up by the keys of the browser.
      setTimeout(() => {
        if (node && !node.isConnected) leave()
      })
    }
  }, [isNew])

  const save = (next: 'stay' | 'right' | 'left') => {
    if (isDone.current) return
    isDone.current = true
    onSave(words, next)
    if (value !== began.current && value !== words) {
      tell(open, `While you wrote, this became “${short(value)}” elsewhere. Now it is as you wrote it.`, true)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      isDone.current = true
      onCancel()
    } else if (event.key === 'Enter' && (isLine || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      save('stay')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      save(event.shiftKey ? 'left' : 'right')
    }
  }
  return (
    <textarea
      ref={area}
      className={`${styles.edit} ${className ?? ''}`}
      value={text}
      rows={1}
      dir="auto"
      aria-label={label}
      onChange={event => setText(isLine ? event.target.value.replace(/\n/g, ' ') : event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => save('stay')}
      onPointerDown={event => event.stopPropagation()}
    />
  )
}

const short = (words: string) => (words.length > 80 ? `${words.slice(0, 79)}…` : words)
