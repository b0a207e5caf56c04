import { useQueryClient } from '@tanstack/react-query'
import { Database, Keyboard, Map as MapIcon, Moon, Palette, RefreshCw, Route, Sun, SunMoon } from 'lucide-react'
import { useLocation } from 'wouter'
import { base, Problem, path, queries, request, type Workspace } from '../api'
import { chooseTheme } from '../design'
import { type CommandGroup, useCommandGroups } from './commands'
import { places } from './places'
import type { RoomDoor } from './rooms'
import { toast } from './toasts'
import { useWorkspace } from './workspace'

interface Parts {
  rooms: RoomDoor[]
  workspaces: Workspace[]
  showShortcuts: () => void
}

/** What can be done from everywhere, after what the present screen offers. Gathered when the menu opens. */
export function useStandingCommands({ rooms, workspaces, showShortcuts }: Parts): () => CommandGroup[] {
  const workspace = useWorkspace()
  const [, go] = useLocation()
  const cache = useQueryClient()
  return () => {
    const maps = cache.getQueryData(queries.maps(workspace.id).queryKey)
    if (maps === undefined) void cache.prefetchQuery(queries.maps(workspace.id))
    const home = places.home(workspace.id)
    const tell = (fault: unknown) =>
      toast(fault instanceof Problem ? fault.message : 'The server does not answer.', { tone: 'alarm' })
    return [
      ...useCommandGroups.getState().groups.values(),
      {
        title: 'Go to',
        commands: rooms.map(room => ({
          id: `room ${room.path}`,
          label: room.label,
          icon: room.icon,
          act: () => go(room.path === '' ? home : `${home}/${room.path}`),
        })),
      },
      {
        title: 'Maps',
        commands: (maps ?? []).map(map => ({
          id: `map ${map.id}`,
          label: map.title,
          icon: MapIcon,
          act: () => go(places.map(workspace.id, map.id)),
        })),
      },
      {
        title: 'Do',
        commands: [
          ...(maps ?? []).map(map => ({
            id: `check ${map.id}`,
            label: `Check ${map.title} again`,
            also: 'run evidence',
            icon: RefreshCw,
            act: () =>
              void request('POST', `${base(workspace.id)}${path`/maps/${map.id}/check`}`)
                .then(() => toast(`${map.title} is being checked.`))
                .catch(tell),
          })),
          ...(workspace.events > 0
            ? [
                {
                  id: 'draft',
                  label: 'Draft a map from the events',
                  also: 'discover',
                  icon: Route,
                  act: () =>
                    void request('POST', `${base(workspace.id)}/drafts`, { body: { title: 'Draft from the events' } })
                      .then(() => cache.invalidateQueries(queries.jobs(workspace.id)))
                      .catch(tell),
                },
              ]
            : []),
        ],
      },
      {
        title: 'Workspaces',
        commands: workspaces
          .filter(other => other.id !== workspace.id)
          .map(other => ({
            id: `workspace ${other.id}`,
            label: other.name,
            also: 'switch',
            icon: Database,
            act: () => go(places.home(other.id)),
          })),
      },
      {
        title: 'This page',
        commands: [
          { id: 'light', label: 'Light theme', icon: Sun, act: () => chooseTheme('light') },
          { id: 'dark', label: 'Dark theme', icon: Moon, act: () => chooseTheme('dark') },
          { id: 'system', label: 'Theme of the system', icon: SunMoon, act: () => chooseTheme('system') },
          { id: 'keys', label: 'Keyboard', also: 'shortcuts', icon: Keyboard, keys: '?', act: showShortcuts },
          { id: 'design', label: 'Design system', also: 'kitchen sink', icon: Palette, act: () => go('/kitchen-sink') },
        ],
      },
    ]
  }
}
