/** How well an element of a map is supported; computed by the server, never typed in. */
export type Level =
  | 'ASSUMED'
  | 'REPORTED'
  | 'OBSERVED'
  | 'CORROBORATED'
  | 'CONTRADICTED'
  | 'INCONCLUSIVE'
  | 'NOT_ENOUGH_DATA'
  | 'STALE'
  | 'NOT_MEASURABLE'

/** The word beside each mark, in the order in which a legend shows them. */
export const levelWords: Record<Level, string> = {
  ASSUMED: 'assumed',
  REPORTED: 'reported',
  OBSERVED: 'seen',
  CORROBORATED: 'seen and said',
  CONTRADICTED: 'contradicted',
  INCONCLUSIVE: 'not clear yet',
  NOT_ENOUGH_DATA: 'not enough yet',
  STALE: 'stale',
  NOT_MEASURABLE: 'no event can show',
}

export const levels = Object.keys(levelWords) as Level[]
