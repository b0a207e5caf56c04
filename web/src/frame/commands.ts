import type { LucideIcon } from 'lucide-react'
import { useEffect, useId } from 'react'
import { create } from 'zustand'

/** Something that can be done from where one is; the command menu lists it. */
export interface Command {
  id: string
  label: string
  /** More words by which it is found. */
  also?: string
  detail?: string
  icon?: LucideIcon
  /** As it is written on keys; the screen that offers it also listens for it. */
  keys?: string
  act: () => void
}

export interface CommandGroup {
  title: string
  commands: Command[]
}

/** Who offers what, in the order of coming. */
export const useCommandGroups = create<{ groups: Map<string, CommandGroup> }>(() => ({ groups: new Map() }))

/** Offers commands for as long as the screen is there. The list must keep its identity while nothing in it changes. */
export function useCommands(title: string, commands: Command[]) {
  const who = useId()
  useEffect(() => {
    useCommandGroups.setState(({ groups }) => ({ groups: new Map(groups).set(who, { title, commands }) }))
    return () =>
      useCommandGroups.setState(({ groups }) => {
        const left = new Map(groups)
        left.delete(who)
        return { groups: left }
      })
  }, [who, title, commands])
}
