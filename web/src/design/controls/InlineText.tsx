import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import styles from './inline.module.css'

interface Props {
  /** What a screen reader calls it: "Title". */
  label: string
  value: string
  onSave: (value: string) => void
  /** Stands in for what nobody wrote yet. */
  placeholder?: string
  /** More than one line; then Ctrl+Enter saves as well as leaving. */
  long?: boolean
  /** At least one letter is needed; an empty text gives the former back. */
  required?: boolean
  maxLength?: number
  className?: string
}

/**
 * Text that is edited where it stands: it looks like text until somebody types. Leaving or Enter saves, Esc gives the
 * former text back. The keyboard stays where it is.
 */
export function InlineText({ label, value, onSave, placeholder, long, required, maxLength, className }: Props) {
  const [draft, setDraft] = useState(value)
  const isTyping = useRef(false)
  const latest = useRef(() => {})
  const field = useRef<HTMLTextAreaElement>(null)

  // What comes from elsewhere shows, but never over what somebody is typing.
  useEffect(() => {
    if (!isTyping.current) setDraft(value)
  }, [value])

  const save = () => {
    isTyping.current = false
    const text = long ? draft.trim() : draft.replace(/\s+/g, ' ').trim()
    if (text === '' && required) setDraft(value)
    else {
      setDraft(text)
      if (text !== value) onSave(text)
    }
  }
  latest.current = save
  // A page that is left, or loaded again, saves what stands in the field.
  useEffect(() => {
    const leave = () => {
      if (isTyping.current) latest.current()
    }
    const node = field.current
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      // What it stands in is gone while somebody types.
      setTimeout(() => {
        if (node && !node.isConnected) leave()
      })
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && draft !== value) {
      // Where nothing was typed, Esc is for whatever this stands in.
      event.stopPropagation()
      setDraft(value)
      isTyping.current = false
    } else if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      save()
    }
  }
  return (
    <textarea
      ref={field}
      rows={1}
      dir="auto"
      aria-label={label}
      className={`${styles.inline} ${className ?? ''}`}
      value={draft}
      placeholder={placeholder}
      maxLength={maxLength}
      spellCheck
      onChange={event => {
        isTyping.current = true
        setDraft(event.target.value)
      }}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  )
}
