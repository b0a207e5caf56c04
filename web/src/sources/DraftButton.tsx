import { useState } from 'react'
import { useLocation } from 'wouter'
import { base, type Job, Problem, request } from '../api'
import { Button } from '../design'
import { places, toast, useWorkspace } from '../frame'

/** Drafts a map from everything that the workspace holds, and shows how far it is. */
export function DraftButton() {
  const workspace = useWorkspace()
  const [, go] = useLocation()
  const [isAsked, ask] = useState(false)
  const draft = async () => {
    ask(true)
    try {
      const job = await request<Job>('POST', `${base(workspace.id)}/drafts`, {
        body: { title: `What customers of ${workspace.name} do` },
      })
      go(`${places.sources(workspace.id)}/imports?jobs=${encodeURIComponent(job.id)}`)
    } catch (fault) {
      ask(false)
      toast(fault instanceof Problem ? (fault.problems[0]?.message ?? fault.message) : 'The server does not answer.', {
        tone: 'alarm',
      })
    }
  }
  return (
    <Button look="line" isDisabled={isAsked} onPress={() => void draft()}>
      Draft a map from the events
    </Button>
  )
}
