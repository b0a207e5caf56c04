import type { ReactNode } from 'react'
import { Picker } from '../../design'
import styles from './panel.module.css'

/** A named line of the panel. */
export function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.name}>{name}</span>
      <div className={styles.value}>{children}</div>
    </div>
  )
}

/** One of the words of the format, said as on the screen. */
export function WordPicker<V extends string>({
  name,
  value,
  words,
  onChange,
  placeholder,
}: {
  name: string
  value: V | null
  words: Readonly<Partial<Record<V, string>>>
  onChange: (value: V) => void
  placeholder?: string
}) {
  const choices = (Object.entries(words) as [V, string][]).map(([key, label]) => ({ value: key, label }))
  return (
    <Row name={name}>
      <Picker
        label={name}
        value={value}
        choices={choices}
        onChange={onChange}
        {...(placeholder !== undefined && { placeholder })}
      />
    </Row>
  )
}

/** Yes or no. */
export function Check({
  label,
  value,
  onChange,
}: {
  label: string
  value: boolean
  onChange: (value: boolean) => void
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={value} onChange={event => onChange(event.target.checked)} />
      {label}
    </label>
  )
}
