import { useId, useState } from 'react'
import styles from './sources.module.css'

const common = [
  'dd/MM/yyyy HH:mm',
  'MM/dd/yyyy HH:mm',
  'dd.MM.yyyy HH:mm:ss',
  'yyyyMMdd',
  'yyyyMMddHHmmss',
  'dd-MMM-yyyy',
  'epoch-seconds',
  'epoch-millis',
]

/** How times are written, letter by letter; taken when the field is left or Enter is pressed. */
export function TimeFormat({ value, onChange }: { value: string; onChange: (format: string) => void }) {
  const list = useId()
  const [typed, type] = useState(value)
  const settle = () => typed.trim() !== value && onChange(typed.trim())
  return (
    <span className={styles.zone}>
      <input
        aria-label="How the times in the file are written"
        list={list}
        value={typed}
        placeholder="dd/MM/yyyy HH:mm"
        spellCheck={false}
        onChange={event => type(event.target.value)}
        onBlur={settle}
        onKeyDown={event => event.key === 'Enter' && settle()}
      />
      <datalist id={list}>
        {common.map(format => (
          <option key={format} value={format} />
        ))}
      </datalist>
      <span className="quiet">d day, M month, y year, H hour, m minute, s second</span>
    </span>
  )
}
