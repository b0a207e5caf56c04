import { Check, ChevronDown, type LucideIcon } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import menu from './menu.module.css'
import styles from './picker.module.css'

export interface PickerChoice<V extends string> {
  value: V
  label: string
  detail?: string
}

interface Props<V extends string> {
  label: string
  value: V | null
  choices: readonly PickerChoice<V>[]
  onChange: (value: V) => void
  icon?: LucideIcon
  /** Says itself in a line of text; else it has an edge like a field. */
  quiet?: boolean
  placeholder?: string
}

/** Picks one of a few. Many, or unknown ones, are for a combo box. */
export function Picker<V extends string>({
  label,
  value,
  choices,
  onChange,
  icon: Icon,
  quiet,
  placeholder,
}: Props<V>) {
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={key => key !== null && onChange(key as V)}
      placeholder={placeholder ?? 'choose'}
    >
      <Button className={styles.picker ?? ''} data-quiet={quiet || undefined}>
        {Icon && <Icon aria-hidden />}
        <SelectValue className="ellipsis">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className={menu.popover ?? ''}>
        <ListBox className={menu.list ?? ''}>
          {choices.map(choice => (
            <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label} className={menu.choice ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={menu.words}>
                    <Text slot="label">{choice.label}</Text>
                    {choice.detail && (
                      <Text slot="description" className={menu.detail ?? ''}>
                        {choice.detail}
                      </Text>
                    )}
                  </span>
                  {isSelected && <Check aria-hidden />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
