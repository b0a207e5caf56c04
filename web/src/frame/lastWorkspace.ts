const key = 'sojourn.workspace'

/** Where the person was at the last visit; null when unknown. */
export function lastWorkspace(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function keepWorkspace(id: string) {
  try {
    localStorage.setItem(key, id)
  } catch {
    // The next visit then begins with the first workspace.
  }
}
