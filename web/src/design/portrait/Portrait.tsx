import styles from './portrait.module.css'

/** A figure drawn from an id: always the same for the same persona, nobody's real face. */
export function Portrait({ id, size = 32 }: { id: string; size?: number }) {
  const traits = traitsOf(id)
  const skin = `oklch(${traits.skin})`
  const hair = `oklch(${traits.hair})`
  const coat = `oklch(0.5 0.05 ${traits.coat})`
  return (
    <svg className={styles.portrait} viewBox="0 0 64 64" width={size} height={size} aria-hidden="true">
      <circle className={styles.ground} cx="32" cy="32" r="32" />
      <g>
        {traits.behind && <path d={traits.behind} fill={hair} />}
        <path d="M10 66c0-14 9-21 22-21s22 7 22 21z" fill={coat} />
        <path d="M27 38h10v9a5 5 0 0 1-10 0z" fill={skin} />
        <ellipse cx="32" cy="29" rx="10.5" ry="12.5" fill={skin} />
        <path d={traits.front} fill={hair} />
      </g>
    </svg>
  )
}

const skins = ['0.84 0.04 62', '0.76 0.055 58', '0.66 0.065 55', '0.55 0.06 52', '0.45 0.05 48']
const hairs = ['0.28 0.02 50', '0.36 0.05 50', '0.48 0.08 55', '0.62 0.08 75', '0.6 0.01 95', '0.22 0.01 260']
const coats = [195, 60, 255, 335, 110, 20]
/** What hangs behind the head, and what lies on it. */
const cuts: { behind: string | null; front: string }[] = [
  { behind: null, front: 'M20.500 29c-1-11 4-17 11.500-17s12.500 6 11.500 17c-1-5-3-8-5-9-4 2-9 2-13 0-2 1-4 4-5 9z' },
  {
    behind: 'M18 46c-2-20 2-36 14-36s16 16 14 36c-3 3-7 3-9 1H27c-2 2-6 2-9-1z',
    front: 'M20.500 30c-1-12 4-18 11.500-18s12.500 6 11.500 18c-1-6-4-10-9-12-4 5-11 5-14 12z',
  },
  { behind: null, front: 'M21 25c0-8 4-12.500 11-12.500S43 17 43 25c-2-3-5-5-11-5s-9 2-11 5z' },
  {
    behind: 'M32 7a6 6 0 1 1 0 12 6 6 0 0 1 0-12z',
    front: 'M20.800 28c-.5-10 4-15.500 11.200-15.500S43.700 18 43.200 28c-1.500-5-5-8-11.200-8s-9.700 3-11.200 8z',
  },
  {
    behind: 'M19 38c-3-17 2-28 13-28s16 11 13 28c-2 2-4 2-6 1H25c-2 1-4 1-6-1z',
    front: 'M20.500 29c0-10 4-16.500 11.500-16.500S43.500 19 43.500 29c-2-4-3-6-3.500-9-5 0-13 1-16 3-2 1-3 3-3.500 6z',
  },
  {
    behind: null,
    front: 'M20.600 27c-2-9 2-16 11.400-16 8 0 13 5 11.400 16-.6-3-2-5-3.400-6-3-1-6 1-9 0s-8-1-10.400 6z',
  },
]

function traitsOf(id: string) {
  let hash = 2166136261
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0
  const pick = <T,>(list: readonly T[], shift: number): T => list[(hash >>> shift) % list.length] as T
  return { skin: pick(skins, 3), hair: pick(hairs, 9), coat: pick(coats, 15), ...pick(cuts, 21) }
}
