// Numbers as they stand on a screen: value, then n, then the interval; a dash for what is undefined.
// The same rules as the exports of a map.

/** Stands for what is undefined. */
export const dash = '–'

/** Keeps a number and its unit on one line. */
const nbsp = '\u00a0'

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** A count with thousands set apart. */
export function count(n: number | null | undefined): string {
  return n === null || n === undefined || !Number.isFinite(n) ? dash : whole.format(n)
}

/** A count for narrow places: 61 k, 1.2 M. */
export function shortCount(n: number | null | undefined): string {
  if (n === null || n === undefined || !Number.isFinite(n)) return dash
  for (const [unit, size] of [
    ['G', 1e9],
    ['M', 1e6],
    ['k', 1e3],
  ] as const) {
    // 999,950 would round up to 1,000.0 k.
    if (Math.abs(n) >= size * 0.99995 && Math.abs(n) >= 10_000 * 0.99995) {
      const scaled = n / size
      return `${Math.abs(scaled) < 9.95 ? scaled.toFixed(1) : whole.format(scaled)}${nbsp}${unit}`
    }
  }
  return whole.format(n)
}

/** A share, 0 to 1, as whole percent. What is not quite none or all is not called so. */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return dash
  const rounded = Math.round(share * 100)
  if (rounded === 0 && share > 0) return `<1${nbsp}%`
  if (rounded === 100 && share < 1) return `>99${nbsp}%`
  return `${rounded}${nbsp}%`
}

export interface Interval {
  value: number | null
  low: number | null
  high: number | null
}

/** Half the width of a share's interval in points: "±2"; null where there is none. */
export function plusMinus(share: Interval): string | null {
  if (share.low === null || share.high === null) return null
  const half = Math.round(((share.high - share.low) / 2) * 100)
  return half === 0 ? `±<1` : `±${half}`
}

/** An interval of a share in words: "40 to 44 %, 95 % interval". */
export function interval(share: Interval): string | null {
  if (share.low === null || share.high === null) return null
  return `${Math.round(share.low * 100)} to ${Math.round(share.high * 100)}${nbsp}%, 95${nbsp}% interval`
}

/** A feeling, -5 to +5, with its sign and one decimal. */
export function feeling(valence: number | null | undefined): string {
  if (valence === null || valence === undefined || !Number.isFinite(valence)) return dash
  const rounded = Math.round(valence * 10) / 10
  if (rounded === 0) return '0.0'
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(1)}`
}

/** A length of time in its largest sensible unit. */
export function duration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return dash
  if (seconds < 1) return 'at once'
  if (seconds < 90) return `${Math.round(seconds)}${nbsp}s`
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)}${nbsp}min`
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)}${nbsp}h`
  const days = Math.round(seconds / 86_400)
  return days < 60 ? `${days}${nbsp}days` : `${Math.round(days / 30.44)}${nbsp}months`
}

/** "1 customer", "4,120 customers". */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)}${nbsp}${n === 1 ? one : many}`
}

/** "4.2 MB". */
export function bytes(n: number): string {
  if (n < 1000) return `${n}${nbsp}B`
  const at = Math.min(Math.floor(Math.log10(n) / 3), 4)
  const scaled = n / 1000 ** at
  return `${scaled < 9.95 ? scaled.toFixed(1) : Math.round(scaled)}${nbsp}${['B', 'kB', 'MB', 'GB', 'TB'][at]}`
}
