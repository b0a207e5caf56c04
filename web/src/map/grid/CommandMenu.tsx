import { useMemo, useRef } from 'react'
import { Keyboard } from 'react-aria-components/Keyboard'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { Text } from 'react-aria-components/Text'
import { useOpenMap, useView } from '../view/context'
import { focusStop } from '../view/view'
import { commandsAt } from './commands'
import styles from './menu.module.css'

/** What can be done where the pointer or the keyboard is. */
export function CommandMenu() {
  const open = useOpenMap()
  const menu = useView(v => v.menu)
  const groups = useMemo(() => (menu ? commandsAt(open, menu.stop) : []), [menu, open])
  const anchor = useRef<HTMLSpanElement>(null)
  if (!menu || groups.length === 0) return null
  return (
    <>
      <span ref={anchor} className={styles.menuAnchor} style={{ insetInlineStart: menu.x, insetBlockStart: menu.y }} />
      <Popover
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        className={styles.menu as string}
        onOpenChange={isOpen => {
          if (!isOpen) {
            open.view.setState({ menu: null })
            if (open.view.getState().editing === null) focusStop(open.view, menu.stop)
          }
        }}
      >
        <Menu
          autoFocus="first"
          aria-label="What to do here"
          onAction={id => {
            open.view.setState({ menu: null })
            // The menu gives the keyboard back first; then the command may take it elsewhere.
            requestAnimationFrame(() =>
              groups
                .flat()
                .find(command => command.id === id)
                ?.run(),
            )
          }}
        >
          {groups.flatMap((group, g) => [
            ...(g > 0 ? [<Separator key={`line ${group[0]?.id}`} className={styles.menuLine as string} />] : []),
            <MenuSection key={group[0]?.id} aria-label="Commands">
              {group.map(command => (
                <MenuItem
                  key={command.id}
                  id={command.id}
                  isDisabled={command.isDisabled ?? false}
                  className={styles.menuItem as string}
                  textValue={command.label}
                >
                  <Text slot="label">{command.label}</Text>
                  {command.keys !== undefined && <Keyboard>{command.keys}</Keyboard>}
                </MenuItem>
              ))}
            </MenuSection>,
          ])}
        </Menu>
      </Popover>
    </>
  )
}
