import { useQuery } from '@tanstack/react-query'
import { queries } from '../api'
import { chooseTheme, type ThemeChoice, useTheme } from '../design'
import { useTitle } from '../frame'
import styles from './settings.module.css'

const themes: { choice: ThemeChoice; label: string; detail: string }[] = [
  { choice: 'system', label: 'As the system', detail: 'light by day, dark by night, where the system does so' },
  { choice: 'light', label: 'Light', detail: 'a paper map' },
  { choice: 'dark', label: 'Dark', detail: 'the same map at night' },
]

/** What holds for this browser, and what this installation is. */
export function Settings() {
  useTitle('Settings')
  const { choice } = useTheme()
  const app = useQuery(queries.app())
  return (
    <div className={styles.page}>
      <h1 className={`serif ${styles.title}`}>Settings</h1>
      <fieldset className={styles.group}>
        <legend>Theme</legend>
        {themes.map(theme => (
          <label key={theme.choice} className={styles.choice}>
            <input
              type="radio"
              name="theme"
              checked={choice === theme.choice}
              onChange={() => chooseTheme(theme.choice)}
            />
            <span>
              {theme.label} <span className="quiet">{theme.detail}</span>
            </span>
          </label>
        ))}
        <p className="quiet small">Kept in this browser.</p>
      </fieldset>
      {app.data && (
        <p className="quiet small">
          Sojourn {app.data.version}, build {app.data.build}
        </p>
      )}
    </div>
  )
}
