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
/** What stands behind the head, and what lies on it: cuts that anybody may wear. */
const cuts: { behind: string | null; front: string }[] = [
  { behind: null, front: 'M20.500 29c-1-11 4-17 11.500-17s12.500 6 11.500 17c-1-5-3-8-5-9-4 2-9 2-13 0-2 1-4 4-5 9z' },
  { behind: null, front: 'M21 25c0-8 4-12.500 11-12.500S43 17 43 25c-2-3-5-5-11-5s-9 2-11 5z' },
  {
    behind: null,
    front: 'M20.600 27c-2-9 2-16 11.400-16 8 0 13 5 11.400 16-.6-3-2-5-3.400-6-3-1-6 1-9 0s-8-1-10.400 6z',
  },
  {
    behind:
      'M32 8c4 0 6 1 8 3 4 0 7 4 6.500 8 2 3 1.500 8-1 10-1 4-5 5-7 4H25.500c-2 1-6 0-7-4-2.500-2-3-7-1-10-.5-4 2.500-8 6.500-8 2-2 4-3 8-3z',
    front: 'M21.500 27c-1-5 2-11 10.500-11s11.500 6 10.500 11c-1-4-3-5-5-6-3 1-8 1-11 0-2 1-4 2-5 6z',
  },
  {
    behind: 'M19.500 37c-2.500-16 2-26 12.500-26s15 10 12.500 26c-2 2-4 1.500-5 0H24.500c-1 1.500-3 2-5 0z',
    front: 'M21 29c0-10 4-15.500 11-15.500S43 19 43 29c-2-4-2.500-6-3-8.500-5 0-12 1-15 2.500-2 1-3.500 3-4 6z',
  },
  { behind: null, front: 'M20 23c0-8 5-13 12-13s12 5 12 13c0 1-.5 1.500-1.500 1.500h-21C20.500 24.500 20 24 20 23z' },
]

function traitsOf(id: string) {
  let hash = 2166136261
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0
  const pick = <T,>(list: readonly T[], shift: number): T => list[(hash >>> shift) % list.length] as T
  return { skin: pick(skins, 3), hair: pick(hairs, 9), coat: pick(coats, 15), ...pick(cuts, 21) }
}
