import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { Workspace } from '../api'
import { Logo } from '../design'
import { keepWorkspace } from './lastWorkspace'
import { places } from './places'
import styles from './shell.module.css'
import { useWorkspace } from './workspace'

interface Room {
  path: string
  label: string
  icon: LucideIcon
}

interface Props {
  rooms: Room[]
  footRooms: Room[]
  workspaces: Workspace[]
  children: ReactNode
}

/** The side bar and, beside it, the room. */
export function Shell({ rooms, footRooms, children }: Props) {
  const workspace = useWorkspace()
  const [location] = useLocation()
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  useEffect(() => keepWorkspace(workspace.id), [workspace.id])

  // Who goes somewhere by keyboard or by ear begins at the top of what is new.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what it waits for
  useEffect(() => {
    if (first.current) first.current = false
    else main.current?.focus()
  }, [location])

  const home = places.home(workspace.id)
  const link = (room: Room) => {
    const to = room.path === '' ? home : `${home}/${room.path}`
    const isHere = room.path === '' ? location === home : location === to || location.startsWith(`${to}/`)
    return (
      <Link key={room.path} href={to} className={styles.room} aria-current={isHere ? 'page' : undefined}>
        <room.icon aria-hidden />
        <span>{room.label}</span>
      </Link>
    )
  }
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <nav className={styles.side} aria-label="Rooms">
        <Link href={home} className={styles.logo}>
          <Logo />
          <span>Sojourn</span>
        </Link>
        {rooms.map(link)}
        <span className={styles.space} />
        {footRooms.map(link)}
      </nav>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}
