import { Download, Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Button, Menu, type MenuChoice, Segmented } from '../design'
import { places, toast, useTitle, useWorkspace } from '../frame'
import styles from './explore.module.css'

const views = [
  { value: 'funnel', label: 'Funnel' },
  { value: 'flow', label: 'Flow' },
  { value: 'paths', label: 'Paths' },
  { value: 'variants', label: 'Variants' },
] as const

export type View = (typeof views)[number]['value']

interface Props {
  view: View
  /** What can be kept as a file. */
  files: MenuChoice[]
  children: ReactNode
  /** Who is inside the number that is open. */
  panel: ReactNode
  foot: ReactNode
}

/** What every question stands in: its kind, its files, its answer, and the number that is open. */
export function ExploreFrame({ view, files, children, panel, foot }: Props) {
  const workspace = useWorkspace()
  const [, go] = useLocation()
  const title = views.find(other => other.value === view)?.label ?? ''
  useTitle(`${title} · Explore`)
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => toast('The link to this question is copied.'),
      () => toast('The browser does not let the link be copied; take it from the address bar.', { tone: 'alarm' }),
    )
  return (
    <div className={styles.frame}>
      <div className={styles.work}>
        <header className={styles.head}>
          <span className="quiet">Explore</span>
          <Segmented
            label="Kind of question"
            value={view}
            choices={views}
            onChange={next => go(places.explore(workspace.id, next))}
          />
          <span className={styles.space} />
          <Button icon={Link2} onPress={copy}>
            Copy link
          </Button>
          <Menu
            label="Keep as a file"
            placement="bottom end"
            trigger={<Button icon={Download}>Export</Button>}
            groups={[{ choices: files }]}
          />
        </header>
        <div className={styles.body}>{children}</div>
        <footer className={styles.foot}>{foot}</footer>
      </div>
      {panel}
    </div>
  )
}
