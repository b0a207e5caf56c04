import type { HomeLine } from '../api'
import { places } from '../frame'

/** Where a line leads. The server may name the place; else it is the element of the map. */
export function lineTarget(workspace: string, line: HomeLine): string {
  if (line.map) return places.map(workspace, line.map.id, line.element)
  if (line.target?.startsWith('/')) return line.target
  return line.target ? `${places.home(workspace)}/${line.target}` : places.maps(workspace)
}

/** Lines have no id of their own; what they say tells them apart. */
export const lineKey = (line: HomeLine) => [line.kind, line.map?.id, line.element, line.title, line.at].join(' ')
