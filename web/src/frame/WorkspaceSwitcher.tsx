import { useQueryClient } from '@tanstack/react-query'
import { ChevronsUpDown, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components/Button'
import { useLocation } from 'wouter'
import { Problem, queries, request, type Workspace } from '../api'
import { Button, count, Dialog, Field, Logo, Menu } from '../design'
import { places } from './places'
import styles from './switcher.module.css'
import { toast } from './toasts'
import { useWorkspace } from './workspace'

/** Which body of maps and events this is, and the way to another. */
export function WorkspaceSwitcher({ workspaces }: { workspaces: Workspace[] }) {
  const current = useWorkspace()
  const [, go] = useLocation()
  const [isNaming, setNaming] = useState(false)
  return (
    <>
      <Menu
        label="Workspaces"
        trigger={
          <Pressable className={styles.switcher ?? ''}>
            <Logo />
            <span className={styles.words}>
              <span className={styles.brand}>Sojourn</span>
              <span className={`quiet small ellipsis ${styles.name}`} dir="auto" title={current.name}>
                {current.name}
              </span>
              <span className="unseen">Change the workspace</span>
            </span>
            <span className="unseen">, change the workspace</span>
            <ChevronsUpDown aria-hidden />
          </Pressable>
        }
        groups={[
          {
            title: 'Workspaces',
            choices: workspaces.map(workspace => ({
              label: workspace.name,
              detail:
                workspace.events === 0
                  ? 'no events yet'
                  : `${count(workspace.customers)} customers${workspace.synthetic ? ', synthetic' : ''}`,
              isChosen: workspace.id === current.id,
              act: () => go(places.home(workspace.id)),
            })),
          },
          { choices: [{ label: 'New workspace', icon: Plus, act: () => setNaming(true) }] },
        ]}
      />
      {isNaming && <NewWorkspace onClose={() => setNaming(false)} />}
    </>
  )
}

function NewWorkspace({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [, go] = useLocation()
  const cache = useQueryClient()
  const make = async () => {
    try {
      const made = await request<Workspace>('POST', '/api/v1/workspaces', { body: { name: name.trim() } })
      await cache.invalidateQueries(queries.workspaces())
      onClose()
      go(places.home(made.id))
      toast(`${made.name} is ready.`)
    } catch (fault) {
      setError(fault instanceof Problem ? (fault.problems[0]?.message ?? fault.message) : 'The server does not answer.')
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="New workspace"
      tools={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" isDisabled={name.trim() === ''} onPress={() => void make()}>
            Create
          </Button>
        </>
      }
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() !== '') void make()
        }}
      >
        <Field
          label="Name"
          detail="One body of events and maps; nothing crosses from one workspace to another."
          value={name}
          onChange={setName}
          error={error}
          maxLength={200}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
