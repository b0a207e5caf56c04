import { FlaskConical, PanelLeft, PanelLeftClose, Search } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useReach, type Workspace } from '../api'
import { Banners } from './Banners'
import { ErrorBoundary } from './ErrorBoundary'
import { faultWords } from './faultWords'
import { JobTray } from './JobTray'
import { isTyping, modKey, useKeys } from './keys'
import { keepWorkspace } from './lastWorkspace'
import { places } from './places'
import { RoomDoorsProvider } from './roomDoors'
import type { RoomDoor } from './rooms'
import styles from './shell.module.css'
import { useSlim } from './slim'
import { useStandingCommands } from './standingCommands'
import { toast, undoNewest } from './toasts'
import { WorkspaceSwitcher } from './WorkspaceSwitcher'
import { useWorkspace } from './workspace'

const CommandMenu = lazy(() => import('./CommandMenu').then(part => ({ default: part.CommandMenu })))
const Shortcuts = lazy(() => import('./Shortcuts').then(part => ({ default: part.Shortcuts })))

interface Props {
  rooms: RoomDoor[]
  footRooms: RoomDoor[]
  workspaces: Workspace[]
  children: ReactNode
}

function sayFault(fault: unknown) {
  const { title, detail } = faultWords(fault, useReach.getState().reach === 'lost')
  toast(`${title}. ${detail}`, { tone: 'alarm' })
}

/** The side bar and, beside it, the room; and what belongs to every room. */
export function Shell({ rooms, footRooms, workspaces, children }: Props) {
  const workspace = useWorkspace()
  const [location, go] = useLocation()
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  const [open, setOpen] = useState<'commands' | 'shortcuts' | null>(null)
  const { isSlim, toggle } = useSlim(location)
  const home = places.home(workspace.id)
  const groups = useStandingCommands({
    rooms: [...rooms, ...footRooms],
    workspaces,
    showShortcuts: () => setOpen('shortcuts'),
  })
  useEffect(() => keepWorkspace(workspace.id), [workspace.id])

  // Who goes somewhere by keyboard or by ear begins at the top of what is new.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what it waits for
  useEffect(() => {
    if (first.current) first.current = false
    else {
      main.current?.focus({ preventScroll: true })
      main.current?.scrollTo(0, 0)
    }
  }, [location])

  const goPressed = useRef(0)
  useKeys(
    useCallback(
      event => {
        const withMod = event.ctrlKey || event.metaKey
        if (withMod && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
          event.preventDefault()
          setOpen(was => (was === 'commands' ? null : 'commands'))
          return
        }
        if (isTyping(event) || event.altKey) return
        if (withMod) {
          if (!event.shiftKey && event.key.toLowerCase() === 'z' && undoNewest()) event.preventDefault()
          return
        }
        if (event.key === '?') setOpen('shortcuts')
        else if (event.key === '[') toggle()
        else if (event.key === 'g') goPressed.current = event.timeStamp
        else if (event.timeStamp - goPressed.current < 1500) {
          goPressed.current = 0
          const room = rooms.find(other => other.label[0]?.toLowerCase() === event.key)
          if (room) {
            event.preventDefault()
            go(room.path === '' ? home : `${home}/${room.path}`)
          }
        }
      },
      [rooms, home, go, toggle],
    ),
  )

  const link = (room: RoomDoor) => {
    const to = room.path === '' ? home : `${home}/${room.path}`
    const isHere = room.path === '' ? location === home : location === to || location.startsWith(`${to}/`)
    return (
      <Link
        key={room.path}
        href={to}
        className={styles.room}
        title={room.label}
        aria-current={isHere ? 'page' : undefined}
      >
        <room.icon aria-hidden />
        <span>{room.label}</span>
      </Link>
    )
  }
  return (
    <div className={styles.shell} data-slim={isSlim || undefined}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        Skip to content
      </button>
      <nav className={styles.side} aria-label="Rooms">
        <WorkspaceSwitcher workspaces={workspaces} />
        {workspace.synthetic && (
          <p className={styles.synthetic} title={workspace.note ?? 'These customers and events were made up.'}>
            <FlaskConical aria-hidden />
            <span>Synthetic data</span>
          </p>
        )}
        {rooms.map(link)}
        <span className={styles.space} />
        <button type="button" className={styles.room} title={`Search (${modKey}K)`} onClick={() => setOpen('commands')}>
          <Search aria-hidden />
          <span>Search</span>
          <kbd className={styles.keys}>{modKey}K</kbd>
        </button>
        {footRooms.map(link)}
        <button
          type="button"
          className={`${styles.room} ${styles.fold}`}
          title={isSlim ? 'Unfold ( [ )' : 'Fold ( [ )'}
          aria-expanded={!isSlim}
          onClick={toggle}
        >
          {isSlim ? <PanelLeft aria-hidden /> : <PanelLeftClose aria-hidden />}
          <span>Fold</span>
        </button>
      </nav>
      <div className={styles.work}>
        <Banners />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <RoomDoorsProvider value={rooms}>{children}</RoomDoorsProvider>
        </main>
      </div>
      <JobTray />
      <ErrorBoundary place={open ?? ''} onFault={sayFault}>
        <Suspense fallback={null}>
          {open === 'commands' && <CommandMenu groups={groups()} onClose={() => setOpen(null)} />}
          {open === 'shortcuts' && <Shortcuts onClose={() => setOpen(null)} />}
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}
