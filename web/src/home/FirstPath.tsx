import styles from './doors.module.css'

const width = 1120
const strands = 14
const gap = 3.6

/** How customers wander, beside the straight line that was drawn for them. */
const wander = (x: number) => 108 - 34 * Math.sin((x / width) * Math.PI * 2.1) * (1 - 0.35 * (x / width))

/** The lowest strands leave, the lowest first. */
const leaving: Record<number, number> = { 13: 330, 12: 350, 11: 372, 10: 640, 9: 664, 8: 880 }

const line = (points: [number, number][]) => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`

function walked(strand: number): string {
  const until = leaving[strand] ?? width
  const points: [number, number][] = []
  for (let x = 0; x < until; x += 8) points.push([x, wander(x) + (strand - strands / 2) * gap])
  points.push([until, wander(until) + (strand - strands / 2) * gap])
  return line(points)
}

/** Peels off along the way it had, and ends downwards. */
function left(strand: number, from: number): string {
  const start = wander(from) + (strand - strands / 2) * gap
  const slope = (wander(from + 1) - wander(from - 1)) / 2
  const points: [number, number][] = []
  for (let u = 0; u <= 1.0001; u += 0.05) {
    const x = 46 * (1 - (1 - u) ** 2)
    points.push([from + x, start + slope * x * (1 - u) + (206 - start) * u ** 2.2])
  }
  return line(points)
}

/** The idea in one picture: what was drawn is straight and dotted, what people walk is not. */
export function FirstPath() {
  return (
    <figure className={styles.figure}>
      <svg className={styles.path} viewBox={`0 0 ${width} 210`} preserveAspectRatio="none" aria-hidden="true">
        {Array.from({ length: strands }, (_, strand) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a strand is its place
          <path key={strand} className={styles.walked} d={walked(strand)} />
        ))}
        {Object.entries(leaving).map(([strand, from]) => (
          <path key={strand} className={styles.left} d={left(Number(strand), from)} />
        ))}
        <path className={styles.drawn} d={`M0 108H${width}`} />
      </svg>
      <figcaption className="small quiet">
        <span>dotted: the journey as it was drawn</span>
        <span>lines: customers as they walk it; those that bend down leave</span>
      </figcaption>
    </figure>
  )
}
