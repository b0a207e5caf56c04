import type { MapTemplate, MapType } from './contract'
import { base } from './queries'
import { request } from './request'

/** What a new map can begin with. */
export const mapTemplates: { template: MapTemplate; mapType: MapType; title: string; label: string; detail: string }[] =
  [
    {
      template: 'BLANK',
      mapType: 'CURRENT_STATE',
      title: 'A journey without a name yet',
      label: 'An empty map',
      detail: 'one stage, the usual lanes',
    },
    {
      template: 'PURCHASE',
      mapType: 'CURRENT_STATE',
      title: 'Buying from us',
      label: 'A purchase',
      detail: 'from a need to coming back',
    },
    {
      template: 'SERVICE',
      mapType: 'SERVICE_BLUEPRINT',
      title: 'Getting help from us',
      label: 'A service',
      detail: 'what customers see, and what happens behind it',
    },
    {
      template: 'SUBSCRIPTION',
      mapType: 'CURRENT_STATE',
      title: 'Living with our subscription',
      label: 'A subscription',
      detail: 'trial, first use, renewal, leaving',
    },
    {
      template: 'DAY',
      mapType: 'DAY_IN_THE_LIFE',
      title: 'A day in their life',
      label: 'A day in the life',
      detail: 'morning to night, with us in the margin',
    },
  ]

/** A map as the server stores it; its document is the concern of the room that draws it. */
export interface StoredMap {
  revision: number
  map: { id: string; title: string }
}

export function createMap(workspace: string, template: MapTemplate): Promise<StoredMap> {
  const { mapType, title } = mapTemplates.find(other => other.template === template) ?? {
    mapType: 'CURRENT_STATE',
    title: 'A journey',
  }
  return request<StoredMap>('POST', `${base(workspace)}/maps`, { body: { title, mapType, template } })
}
