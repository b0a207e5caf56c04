import { Check, type LucideIcon } from 'lucide-react'
import { Fragment, type ReactElement } from 'react'
import { Header } from 'react-aria-components/Header'
import { Keyboard } from 'react-aria-components/Keyboard'
import { Menu as List, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import styles from './menu.module.css'

export interface MenuChoice {
  /** Where two may have the same words. */
  id?: string
  label: string
  detail?: string
  icon?: LucideIcon
  /** As it is written on keys: "⌘K". */
  keys?: string
  /** A tick stands before it. */
  isChosen?: boolean
  /** The menu stays open, for the next choice. */
  stays?: boolean
  isDisabled?: boolean
  tone?: 'alarm'
  act?: () => void
  /** Goes there; what `act` does is done beside it. */
  href?: string
  /** For what is fetched and kept as a file. */
  download?: boolean | string
}

export interface MenuGroup {
  title?: string
  choices: MenuChoice[]
}

interface Props {
  /** What opens it: a Button, as a rule. */
  trigger: ReactElement
  label: string
  groups: MenuGroup[]
  placement?: PopoverProps['placement']
}

/** A list of things to do, opened by a button. */
export function Menu({ trigger, label, groups, placement = 'bottom start' }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} className={styles.popover ?? ''}>
        <List aria-label={label} className={styles.list ?? ''}>
          {groups.map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups stay where they are
            <Fragment key={at}>
              <MenuSection className={styles.group ?? ''} aria-label={group.title ?? label}>
                {group.title && <Header className={styles.title ?? ''}>{group.title}</Header>}
                {group.choices.map(choice => (
                  <Choice key={choice.id ?? choice.label} choice={choice} />
                ))}
              </MenuSection>
            </Fragment>
          ))}
        </List>
      </Popover>
    </MenuTrigger>
  )
}

function Choice({ choice }: { choice: MenuChoice }) {
  const Icon = choice.icon
  return (
    <MenuItem
      textValue={choice.label}
      className={styles.choice ?? ''}
      data-tone={choice.tone}
      isDisabled={choice.isDisabled ?? false}
      shouldCloseOnSelect={!choice.stays}
      {...(choice.act && { onAction: choice.act })}
      {...(choice.href !== undefined && { href: choice.href })}
      {...(choice.download !== undefined && { download: choice.download })}
    >
      {Icon && <Icon aria-hidden />}
      <span className={styles.words}>
        <Text slot="label" dir="auto" className="ellipsis">
          {choice.label}
        </Text>
        {choice.detail && (
          <Text slot="description" className={styles.detail ?? ''}>
            {choice.detail}
          </Text>
        )}
      </span>
      {choice.isChosen && <Check aria-label="chosen" />}
      {choice.keys && <Keyboard className={styles.keys ?? ''}>{choice.keys}</Keyboard>}
    </MenuItem>
  )
}
