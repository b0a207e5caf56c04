import { Dialog } from '../design'
import { modKey } from './keys'
import styles from './shortcuts.module.css'

const groups: { title: string; keys: [string, string][] }[] = [
  {
    title: 'Everywhere',
    keys: [
      [`${modKey}K`, 'go anywhere, do anything'],
      ['?', 'this list'],
      [`${modKey}Z`, 'take back what was just done'],
      ['[', 'fold or unfold the side bar'],
      ['G then H, M, P, E, C, S', 'Home, Maps, Personas, Explore, Customers, Sources'],
      ['Esc', 'close what is open'],
    ],
  },
  {
    title: 'On a map',
    keys: [
      ['arrows', 'from cell to cell'],
      ['Enter or any letter', 'write here'],
      [`${modKey}Enter`, 'save and stay'],
      ['Delete', 'remove, with a way back'],
      ['/', 'find on this map'],
      [`${modKey}0`, 'natural size'],
    ],
  },
  {
    title: 'In lists of lines',
    keys: [
      ['Alt ↑, Alt ↓', 'move the line'],
      ['Enter', 'save'],
    ],
  },
]

/** What the keyboard can do. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog isOpen onClose={onClose} title="Keyboard">
      {groups.map(group => (
        <section key={group.title} className={styles.group}>
          <h3 className="quiet small">{group.title}</h3>
          <dl className={styles.keys}>
            {group.keys.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
