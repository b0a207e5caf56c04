/** A point of a curve. */
export interface Point {
  readonly x: number
  readonly y: number
}

const n = (value: number) => Math.round(value * 10) / 10

/** A smooth line through points: level at each, so that the lowest point is where it was drawn. */
export function curve(points: readonly Point[], from: 'M' | 'L' = 'M'): string {
  return points
    .map((point, i) => {
      const before = points[i - 1]
      if (!before) return `${from}${n(point.x)} ${n(point.y)}`
      const pull = (point.x - before.x) * 0.45
      return `C${n(before.x + pull)} ${n(before.y)} ${n(point.x - pull)} ${n(point.y)} ${n(point.x)} ${n(point.y)}`
    })
    .join('')
}

/** The area between two lines. */
export function band(upper: readonly Point[], lower: readonly Point[]): string {
  return `${curve(upper)}${curve([...lower].reverse(), 'L')}Z`
}
