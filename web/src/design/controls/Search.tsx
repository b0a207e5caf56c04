import { Search as Lens, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import styles from './field.module.css'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  autoFocus?: boolean
}

/** Narrows what stands below it while one types. */
export function Search({ label, value, onChange, placeholder, autoFocus }: Props) {
  return (
    <SearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus ?? false}
      className={styles.search ?? ''}
    >
      <Lens aria-hidden />
      <Input dir="auto" placeholder={placeholder ?? label} />
      <Button aria-label="Clear">
        <X aria-hidden />
      </Button>
    </SearchField>
  )
}
