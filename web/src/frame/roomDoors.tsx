import { createContext, useContext } from 'react'
import type { RoomDoor } from './rooms'

const Doors = createContext<readonly RoomDoor[]>([])

export const RoomDoorsProvider = Doors.Provider

/** Whether there is a room of this path; nothing leads to one that is not there. */
export function useHasRoom(path: string): boolean {
  return useContext(Doors).some(room => room.path === path)
}
