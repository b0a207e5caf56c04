import { useState } from 'react'
import styles from './panel.module.css'

/** A number that is not negative, or nothing. */
export function NumberField({
  label,
  value,
  onSave,
  step = 1,
}: {
  label: string
  value: number | undefined
  onSave: (value: number | null) => void
  step?: number
}) {
  const [text, setText] = useState<string | null>(null)
  const save = () => {
    if (text === null) return
    const parsed = text.trim() === '' ? null : Number(text)
    if (parsed === null || (Number.isFinite(parsed) && parsed >= 0)) onSave(parsed)
    setText(null)
  }
  return (
    <label className={styles.number}>
      {label}
      <input
        type="number"
        min={0}
        step={step}
        value={text ?? value ?? ''}
        onChange={event => setText(event.target.value)}
        onBlur={save}
        onKeyDown={event => {
          if (event.key === 'Enter') save()
        }}
      />
    </label>
  )
}
