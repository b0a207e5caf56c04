import { useId, useState } from 'react'
import styles from './sources.module.css'

const zones = ['UTC', ...(Intl.supportedValuesOf?.('timeZone') ?? [])]
const known = new Set(zones)

/** The zone of times that say none: typed, with all of the world's offered. */
export function TimeZone({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const list = useId()
  const [typed, type] = useState(value)
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const settle = (zone: string) => {
    if (zone !== value && (known.has(zone) || /^[+-]\d{2}:\d{2}$/.test(zone))) onChange(zone)
  }
  return (
    <span className={styles.zone}>
      <input
        aria-label="Time zone of the times in the file"
        list={list}
        value={typed}
        spellCheck={false}
        onChange={event => {
          type(event.target.value)
          settle(event.target.value)
        }}
        onBlur={() => type(value)}
      />
      <datalist id={list}>
        {zones.map(zone => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {own !== value && known.has(own) && (
        <button
          type="button"
          className="link"
          onClick={() => {
            type(own)
            onChange(own)
          }}
        >
          use {own}
        </button>
      )}
    </span>
  )
}
