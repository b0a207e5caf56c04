// How long customers may take from the first step to the last.

export const windows = ['PT30M', 'PT1H', 'P1D', 'P7D', 'P30D', 'P90D']

const units = [
  { sign: 'D', word: 'day' },
  { sign: 'H', word: 'hour' },
  { sign: 'M', word: 'minute' },
] as const

export type WindowUnit = (typeof units)[number]['sign']

export const windowUnits = units.map(unit => ({ value: unit.sign, label: `${unit.word}s` }))

export function writeWindow(amount: number, unit: WindowUnit): string {
  return unit === 'D' ? `P${amount}D` : `PT${amount}${unit}`
}

/** Amount and unit of a window with one part; null for any other. */
export function readWindow(window: string | null): { amount: number; unit: WindowUnit } | null {
  const days = /^P(\d+)([DW])$/.exec(window ?? '')
  if (days) return { amount: Number(days[1]) * (days[2] === 'W' ? 7 : 1), unit: 'D' }
  const parts = /^PT(\d+)([HM])$/.exec(window ?? '')
  return parts ? { amount: Number(parts[1]), unit: parts[2] as WindowUnit } : null
}

/** "7 days", "30 minutes", "any time". */
export function windowWords(window: string | null): string {
  if (window === null) return 'any time'
  const read = readWindow(window)
  if (read === null) return window
  const word = units.find(unit => unit.sign === read.unit)?.word ?? ''
  return `${read.amount} ${word}${read.amount === 1 ? '' : 's'}`
}
