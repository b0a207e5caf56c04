import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { base, createMap, type MapSummary, type MapTemplate, path, queries, request, type StoredMap } from '../api'
import { places, toast, useWorkspace } from '../frame'
import { copyTitle } from './words'

/** What can be done with maps; each says what happened and how to take it back. */
export function useMapActions() {
  const workspace = useWorkspace()
  const cache = useQueryClient()
  const [, go] = useLocation()
  return useMemo(() => {
    const key = queries.maps(workspace.id).queryKey
    const one = (map: MapSummary) => `${base(workspace.id)}${path`/maps/${map.id}`}`
    const refresh = () => cache.invalidateQueries({ queryKey: key })
    const tell = (fault: unknown) => {
      toast(fault instanceof Error ? fault.message : String(fault), { tone: 'alarm' })
      void refresh()
    }
    const restore = async (map: MapSummary) => {
      try {
        await request('POST', `${one(map)}/restore`)
        await refresh()
        toast(`${map.title} is back.`, { link: { label: 'Open', href: places.map(workspace.id, map.id) } })
      } catch (fault) {
        tell(fault)
      }
    }
    return {
      restore,
      async create(template: MapTemplate) {
        try {
          const made = await createMap(workspace.id, template)
          void refresh()
          go(places.map(workspace.id, made.map.id))
        } catch (fault) {
          tell(fault)
        }
      },
      async draft() {
        try {
          await request('POST', `${base(workspace.id)}/drafts`, { body: { title: `Draft from ${workspace.name}` } })
          await cache.invalidateQueries(queries.jobs(workspace.id))
        } catch (fault) {
          tell(fault)
        }
      },
      async copy(map: MapSummary) {
        try {
          const title = copyTitle(map.title, cache.getQueryData(key) ?? [])
          const made = await request<StoredMap>('POST', `${one(map)}/copy`, { body: { title } })
          await refresh()
          toast(`${title} was made.`, { link: { label: 'Open', href: places.map(workspace.id, made.map.id) } })
        } catch (fault) {
          tell(fault)
        }
      },
      async check(map: MapSummary) {
        try {
          await request('POST', `${one(map)}/check`)
          toast(`${map.title} is being checked.`)
        } catch (fault) {
          tell(fault)
        }
      },
      async remove(map: MapSummary) {
        cache.setQueryData(key, maps => maps?.filter(other => other.id !== map.id))
        try {
          await request('DELETE', one(map))
          toast(`${map.title} is in the bin.`, { undo: () => void restore(map) })
          await refresh()
        } catch (fault) {
          tell(fault)
        }
      },
    }
  }, [workspace, cache, go])
}
