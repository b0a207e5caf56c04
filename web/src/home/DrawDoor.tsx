import { useState } from 'react'
import { useLocation } from 'wouter'
import { createMap, type MapTemplate, mapTemplates } from '../api'
import { Button, Menu } from '../design'
import { places, toast, useWorkspace } from '../frame'

/** A map of one's own, blank or from a pattern that many follow. */
export function DrawDoor() {
  const workspace = useWorkspace()
  const [, go] = useLocation()
  const [isMaking, setMaking] = useState(false)
  const make = async (template: MapTemplate) => {
    setMaking(true)
    try {
      const made = await createMap(workspace.id, template)
      go(places.map(workspace.id, made.map.id))
    } catch (fault) {
      toast((fault as Error).message, { tone: 'alarm' })
      setMaking(false)
    }
  }
  return (
    <Menu
      label="Begin with"
      trigger={
        <Button look="line" isDisabled={isMaking}>
          Begin with …
        </Button>
      }
      groups={[
        {
          choices: mapTemplates.map(({ template, label, detail }) => ({
            label,
            detail,
            act: () => void make(template),
          })),
        },
      ]}
    />
  )
}
