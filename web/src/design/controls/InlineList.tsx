import { Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from './Button'
import { InlineText } from './InlineText'
import styles from './inlineList.module.css'

interface Props {
  /** Of one line: "Goal". */
  label: string
  values: readonly string[]
  onSave: (values: string[]) => void
  /** Shows what to write, while there is none. */
  example: string
  className?: string
}

/**
 * Lines of text that are edited where they stand: an emptied line goes, a new one is added below. The keyboard of a line
 * that went, or that became one of the others, is at the plus.
 */
export function InlineList({ label, values, onSave, example, className }: Props) {
  const [isAdding, setAdding] = useState(false)
  const list = useRef<HTMLUListElement>(null)

  useEffect(() => {
    if (isAdding) list.current?.querySelector<HTMLElement>('li:last-child textarea')?.focus()
  }, [isAdding])

  const put = (at: number, text: string) =>
    onSave(
      text === '' ? values.filter((_, other) => other !== at) : values.map((was, other) => (other === at ? text : was)),
    )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isAdding) {
      event.stopPropagation()
      setAdding(false)
    }
    if (event.key === 'Escape' || event.key === 'Enter') {
      const around = list.current?.parentElement
      requestAnimationFrame(() => {
        if (!around?.contains(document.activeElement)) around?.querySelector('button')?.focus()
      })
    }
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const at = Number((event.target as HTMLElement).closest('li')?.dataset.at)
      const to = at + (event.key === 'ArrowUp' ? -1 : 1)
      const moved = values[at]
      const other = values[to]
      if (moved === undefined || other === undefined) return
      event.preventDefault()
      onSave(values.map((was, place) => (place === at ? other : place === to ? moved : was)))
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`li[data-at="${to}"] textarea`)?.focus())
    }
  }
  return (
    <div className={className}>
      <ul ref={list} className={styles.list} onKeyDown={onKeyDown}>
        {values.map((value, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
          <li key={at} data-at={at}>
            <InlineText label={`${label} ${at + 1}`} value={value} onSave={text => put(at, text)} />
          </li>
        ))}
        {isAdding && (
          <li onBlur={() => setAdding(false)}>
            <InlineText
              label={`New ${label.toLowerCase()}`}
              value=""
              placeholder={example}
              onSave={text => {
                setAdding(false)
                onSave([...values, text])
              }}
            />
          </li>
        )}
      </ul>
      {values.length === 0 && !isAdding && <p className={`quiet ${styles.example}`}>{example}</p>}
      <span className={styles.add}>
        <Button icon={Plus} aria-label={`Add ${label.toLowerCase()}`} onPress={() => setAdding(true)} />
      </span>
    </div>
  )
}
