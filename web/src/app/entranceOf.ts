import type { Workspace } from '../api'

/** Where to go first: where the person was last, else to the demo, else to where most events are. */
export function entranceOf(workspaces: readonly Workspace[], last: string | null): Workspace | undefined {
  return (
    workspaces.find(workspace => workspace.id === last) ??
    workspaces.find(workspace => workspace.synthetic) ??
    workspaces.toSorted((a, b) => b.events - a.events)[0]
  )
}
