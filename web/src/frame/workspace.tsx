import { createContext, useContext } from 'react'
import type { Workspace } from '../api'

const Current = createContext<Workspace | null>(null)

export const WorkspaceProvider = Current.Provider

/** The workspace that the address names. Only inside the rooms of a workspace. */
export function useWorkspace(): Workspace {
  const workspace = useContext(Current)
  if (workspace === null) throw new Error('useWorkspace is only for what stands inside a workspace.')
  return workspace
}
