import { Search } from 'lucide-react'
import { useMemo } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Keyboard } from 'react-aria-components/Keyboard'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import { Text } from 'react-aria-components/Text'
import styles from './commandMenu.module.css'
import type { CommandGroup } from './commands'

/** Every word that was typed occurs, in any order. */
function contains(text: string, typed: string): boolean {
  const fold = (value: string) => value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const folded = fold(text)
  return fold(typed)
    .split(/\s+/)
    .every(word => folded.includes(word))
}

/** One place to go anywhere and do anything, by typing. */
export function CommandMenu({ groups, onClose }: { groups: CommandGroup[]; onClose: () => void }) {
  const shown = useMemo(() => groups.filter(group => group.commands.length > 0), [groups])
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={open => !open && onClose()} className={styles.scrim ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label="Commands" className={styles.dialog ?? ''}>
          <Autocomplete filter={contains}>
            <SearchField aria-label="Go to or do" autoFocus className={styles.search ?? ''}>
              <Search aria-hidden />
              <Input placeholder="Go to or do …" dir="auto" />
            </SearchField>
            <Menu
              aria-label="Commands"
              className={styles.list ?? ''}
              renderEmptyState={() => <p className={`quiet ${styles.none}`}>Nothing of this name here.</p>}
            >
              {shown.map((group, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: groups of the same title may stand twice
                <MenuSection key={`${group.title} ${at}`} className={styles.group ?? ''} aria-label={group.title}>
                  <Header className={styles.title ?? ''}>{group.title}</Header>
                  {group.commands.map(command => (
                    <MenuItem
                      key={command.id}
                      id={command.id}
                      textValue={`${command.label} ${command.also ?? ''} ${command.detail ?? ''} ${group.title}`}
                      className={styles.choice ?? ''}
                      onAction={() => {
                        onClose()
                        command.act()
                      }}
                    >
                      {command.icon ? <command.icon aria-hidden /> : <span className={styles.noIcon} />}
                      <Text slot="label" className={`ellipsis ${styles.label}`} dir="auto">
                        {command.label}
                      </Text>
                      {command.detail && (
                        <Text slot="description" className={`quiet small ellipsis ${styles.detail}`}>
                          {command.detail}
                        </Text>
                      )}
                      {command.keys && <Keyboard className={styles.keys ?? ''}>{command.keys}</Keyboard>}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
