import { Plus, Route } from 'lucide-react'
import { mapTemplates } from '../api'
import { Button, Menu } from '../design'
import { useWorkspace } from '../frame'
import { useMapActions } from './actions'

/** A new map: from a pattern, from nothing, or from what the events show. */
export function NewMapMenu() {
  const workspace = useWorkspace()
  const actions = useMapActions()
  return (
    <Menu
      label="New map"
      placement="bottom end"
      trigger={
        <Button look="main" icon={Plus}>
          New map
        </Button>
      }
      groups={[
        {
          title: 'Draw',
          choices: mapTemplates.map(({ template, label, detail }) => ({
            label,
            detail,
            act: () => void actions.create(template),
          })),
        },
        {
          title: 'Let the events draw',
          choices: [
            {
              label: 'Draft from the events',
              detail:
                workspace.events === 0
                  ? 'needs events; there are none yet'
                  : 'stages, touchpoints and order as customers show them',
              icon: Route,
              isDisabled: workspace.events === 0,
              act: () => void actions.draft(),
            },
          ],
        },
      ]}
    />
  )
}
