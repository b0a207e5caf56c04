import type { MapStatus, MapSummary, MapType } from '../api'

export const typeWords: Record<MapType, string> = {
  CURRENT_STATE: 'current state',
  FUTURE_STATE: 'future state',
  DAY_IN_THE_LIFE: 'day in the life',
  SERVICE_BLUEPRINT: 'service blueprint',
}

export const statusWords: Record<MapStatus, string> = {
  DRAFT: 'draft',
  IN_RESEARCH: 'in research',
  IN_REVIEW: 'in review',
  PUBLISHED: 'published',
  NEEDS_REVIEW: 'needs review',
  RETIRED: 'retired',
}

/** The title that a copy of a map gets: the first that is free. */
export function copyTitle(title: string, taken: readonly MapSummary[]): string {
  const titles = new Set(taken.map(map => map.title))
  const stem = title.replace(/, copy( \d+)?$/, '')
  for (let n = 1; ; n++) {
    const offered = n === 1 ? `${stem}, copy` : `${stem}, copy ${n}`
    if (!titles.has(offered)) return offered
  }
}

export const sorts = {
  changed: 'last changed',
  title: 'title',
  fits: 'fits worst first',
} as const

export type Sort = keyof typeof sorts

/** The maps in the order that was asked for; those without a number come last. */
export function sorted(maps: readonly MapSummary[], by: Sort): MapSummary[] {
  const compare: Record<Sort, (a: MapSummary, b: MapSummary) => number> = {
    changed: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
    title: (a, b) => a.title.localeCompare(b.title),
    fits: (a, b) => shareThatFits(a) - shareThatFits(b),
  }
  return maps.toSorted(compare[by])
}

/** 0 to 1; beyond that where nothing was measured. */
function shareThatFits(map: MapSummary): number {
  return map.fits === null || !map.customers ? 2 : map.fits / map.customers
}
