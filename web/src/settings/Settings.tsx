import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { path, queries, request, type Workspace } from '../api'
import { chooseTheme, count, date, InlineText, Page, Section, Segmented, type ThemeChoice, useTheme } from '../design'
import { toast, useTitle, useWorkspace } from '../frame'
import styles from './settings.module.css'

const themes: readonly { value: ThemeChoice; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** What holds for this browser, for this workspace, and what this installation is. */
export function Settings() {
  const workspace = useWorkspace()
  useTitle('Settings')
  const choice = useTheme(state => state.choice)
  const { data: app } = useQuery(queries.app())
  const cache = useQueryClient()
  const rename = async (name: string) => {
    try {
      await request<Workspace>('PATCH', path`/api/v1/workspaces/${workspace.id}`, { body: { name } })
    } catch (fault) {
      toast((fault as Error).message, { tone: 'alarm' })
    }
    await cache.invalidateQueries(queries.workspaces())
  }
  return (
    <Page title="Settings" narrow>
      <div className={styles.groups}>
        <Section title="Theme">
          <div className={styles.row}>
            <Segmented label="Theme" value={choice} choices={themes} onChange={chooseTheme} />
            <span className="quiet small">kept in this browser</span>
          </div>
        </Section>
        <Section title="Workspace">
          <dl className={styles.facts}>
            <dt>Name</dt>
            <dd>
              <InlineText
                label="Name of the workspace"
                value={workspace.name}
                required
                maxLength={200}
                onSave={name => void rename(name)}
              />
            </dd>
            <dt>Address</dt>
            <dd>{workspace.id}</dd>
            <dt>Events</dt>
            <dd>
              {count(workspace.events)} of {count(workspace.customers)} customers
              {workspace.dataThrough && <>, through {date(workspace.dataThrough)}</>}
            </dd>
            {workspace.note && (
              <>
                <dt>Note</dt>
                <dd>{workspace.note}</dd>
              </>
            )}
          </dl>
        </Section>
        <Section title="This installation">
          <dl className={styles.facts}>
            {app && (
              <>
                <dt>Sojourn</dt>
                <dd>
                  {app.version}, build {app.build}
                </dd>
                <dt>Sign-in</dt>
                <dd>{app.signIn ? 'set up' : 'not set up: only this machine can reach it'}</dd>
              </>
            )}
            <dt>Design</dt>
            <dd>
              <Link className="link" href="/kitchen-sink">
                Every part of the screens, by day and by night
              </Link>
            </dd>
            <dt>License</dt>
            <dd>Apache License 2.0. Fonts: Inter and Newsreader, Open Font License. Icons: Lucide, ISC.</dd>
          </dl>
        </Section>
      </div>
    </Page>
  )
}
