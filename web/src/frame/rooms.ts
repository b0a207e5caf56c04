import type { LucideIcon } from 'lucide-react'

/** A room in the side bar; everything below its path belongs to it. */
export interface RoomDoor {
  /** Below the workspace; empty for Home. */
  path: string
  label: string
  icon: LucideIcon
}
