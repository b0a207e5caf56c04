const at = (workspace: string, ...parts: string[]) =>
  `/w/${[workspace, ...parts].map(part => encodeURIComponent(part)).join('/')}`

/** The address of every view: a link to it restores it. */
export const places = {
  home: (workspace: string) => at(workspace),
  maps: (workspace: string) => at(workspace, 'maps'),
  map: (workspace: string, map: string, element?: string | null) =>
    at(workspace, 'maps', map) + (element ? `?element=${encodeURIComponent(element)}` : ''),
  personas: (workspace: string) => at(workspace, 'personas'),
  persona: (workspace: string, persona: string) => at(workspace, 'personas', persona),
  explore: (workspace: string, view: 'funnel' | 'flow' | 'paths' | 'variants' = 'funnel') =>
    at(workspace, 'explore', view),
  customers: (workspace: string) => at(workspace, 'customers'),
  /** An identifier may have any character, so it is no part of the path. */
  customer: (workspace: string, customer: string) =>
    `${at(workspace, 'customers', 'one')}?${new URLSearchParams({ id: customer })}`,
  sources: (workspace: string) => at(workspace, 'sources'),
  settings: (workspace: string) => at(workspace, 'settings'),
}
