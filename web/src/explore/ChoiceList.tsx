import { Check } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import styles from './word.module.css'

interface Props {
  label: string
  value: string
  choices: { value: string; label: string }[]
  onChange: (value: string) => void
}

/** A few choices in a word's popover. */
export function ChoiceList({ label, value, choices, onChange }: Props) {
  return (
    <ListBox
      aria-label={label}
      className={styles.list ?? ''}
      items={choices}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => {
        if (keys === 'all') return
        const [key] = keys
        if (key !== undefined) onChange(String(key))
      }}
    >
      {choice => (
        <ListBoxItem id={choice.value} textValue={choice.label} className={styles.choice ?? ''}>
          {({ isSelected }) => (
            <>
              <span>{choice.label}</span>
              <span />
              {isSelected ? <Check aria-hidden /> : <span />}
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
