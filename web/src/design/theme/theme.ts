import { create } from 'zustand'

/** What the person chose; `system` follows the machine. */
export type ThemeChoice = 'light' | 'dark' | 'system'

// The same key is read by /theme.js before the first paint.
const key = 'sojourn.theme'

function kept(): ThemeChoice {
  try {
    const value = localStorage.getItem(key)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}

const night = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null

const resolved = (choice: ThemeChoice): 'light' | 'dark' =>
  choice === 'system' ? (night?.matches ? 'dark' : 'light') : choice

/** The choice, and the theme that it means now. */
export const useTheme = create<{ choice: ThemeChoice; theme: 'light' | 'dark' }>(() => {
  const choice = kept()
  return { choice, theme: resolved(choice) }
})

function show(choice: ThemeChoice) {
  const theme = resolved(choice)
  document.documentElement.dataset.theme = theme
  useTheme.setState({ choice, theme })
}

export function chooseTheme(choice: ThemeChoice) {
  try {
    if (choice === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, choice)
  } catch {
    // Not kept for the next visit; it still holds for this one.
  }
  show(choice)
}

/** Follows the machine, and the choice made in another tab. */
export function watchTheme() {
  night?.addEventListener('change', () => show(useTheme.getState().choice))
  addEventListener('storage', event => {
    if (event.key === key) show(kept())
  })
}
