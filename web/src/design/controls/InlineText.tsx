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
 * former text back.
 */
export function InlineText({ label, value, onSave, placeholder, long, required, maxLength, className }: Props) {
  const [draft, setDraft] = useState(value)
  const field = useRef<HTMLTextAreaElement>(null)
  const isTyping = useRef(false)

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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      setDraft(value)
      isTyping.current = false
      requestAnimationFrame(() => field.current?.blur())
    } else if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      field.current?.blur()
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
