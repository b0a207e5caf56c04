import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { base, type Persona, Problem, path, queries, request, type StoredPersona } from '../api'
import { toast, useWorkspace } from '../frame'
import { keptPatch } from './keptPatch'

/** What a person changed; what is null or empty is taken out. */
export type PersonaPatch = Partial<Omit<Persona, 'id'>>

const againMs = 3_000

/**
 * A persona, and how to change it: shown at once, saved in order, put on top of what somebody else saved meanwhile, and
 * kept in the browser until the server has it.
 */
export function usePersona(id: string) {
  const workspace = useWorkspace()
  const cache = useQueryClient()
  const options = queries.persona(workspace.id, id)
  // Measuring takes a while; who it is can be read before.
  const { data: all } = useQuery(queries.personas(workspace.id))
  const listed = all?.find(other => other.id === id)
  const query = useQuery({ ...options, ...(listed && { placeholderData: { ...listed, data: null } }) })
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const { queryKey } = options

  const change = useCallback(
    (patch: PersonaPatch) => {
      const kept = keptPatch(localStorage, workspace.id, id)
      kept.add(patch)
      let isTold = false
      const address = `${base(workspace.id)}${path`/personas/${id}`}`
      const put = async (attempt: number): Promise<void> => {
        const stored = cache.getQueryData(queryKey)
        if (stored === undefined) return
        try {
          const saved = await request<StoredPersona>('PUT', address, {
            body: bodyOf({ ...stored, ...patch }),
            headers: { 'If-Match': `"${stored.revision}"` },
          })
          kept.settle(patch)
          cache.setQueryData(queryKey, was => was && { ...was, ...saved, ...kept.read(), data: was.data })
          void cache.invalidateQueries({ queryKey: queries.personas(workspace.id).queryKey })
          void cache.invalidateQueries({ queryKey: queries.maps(workspace.id).queryKey, exact: true })
        } catch (fault) {
          const isOvertaken = fault instanceof Problem && (fault.status === 409 || fault.status === 412)
          if (isOvertaken && attempt < 3) {
            await cache.refetchQueries({ queryKey, exact: true })
            cache.setQueryData(queryKey, was => was && { ...was, ...patch })
            return put(attempt + 1)
          }
          const why =
            fault instanceof Problem ? (fault.problems[0]?.message ?? fault.message) : (fault as Error).message
          if (!(fault instanceof Problem) || fault.status >= 500) {
            if (!isTold) toast(`Not saved yet: ${why} What you wrote is kept here and sent again.`, { tone: 'alarm' })
            isTold = true
            await new Promise(resolve => setTimeout(resolve, againMs))
            return put(attempt)
          }
          kept.settle(patch)
          toast(`Not saved: ${why}`, {
            tone: 'alarm',
            undo: () => void cache.refetchQueries({ queryKey, exact: true }),
          })
        }
      }
      const show = () => cache.setQueryData(queryKey, was => was && { ...was, ...patch })
      show()
      turn.current = turn.current.then(async () => {
        if (cache.getQueryData(queryKey) === undefined) {
          await cache.ensureQueryData(queries.persona(workspace.id, id)).catch(() => undefined)
          show()
        }
        await put(1)
      })
    },
    [workspace.id, id, cache, queryKey],
  )
  const isHere = query.data !== undefined
  useEffect(() => {
    const left = keptPatch(localStorage, workspace.id, id).read()
    if (isHere && Object.keys(left).length > 0) change(left)
  }, [isHere, workspace.id, id, change])
  return { ...query, change }
}

/** The persona of the map format: what is empty is left out, and what the server adds is not sent back. */
export function bodyOf(persona: StoredPersona & { data?: unknown }): Record<string, unknown> {
  const { revision: _, maps: __, data: ___, ...fields } = persona
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
