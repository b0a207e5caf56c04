import { create } from 'zustand'

/**
 * Whether the server answers. `back` is said for a while after it was lost, so that the person knows that what was
 * kept is on its way.
 */
export type Reach = 'answers' | 'lost' | 'back'

export const useReach = create<{ reach: Reach }>(() => ({ reach: 'answers' }))

const sayBackMs = 4_000
let forget: ReturnType<typeof setTimeout> | undefined

export function unreached() {
  clearTimeout(forget)
  useReach.setState({ reach: 'lost' })
}

export function reached() {
  if (useReach.getState().reach !== 'lost') return
  useReach.setState({ reach: 'back' })
  clearTimeout(forget)
  forget = setTimeout(() => useReach.setState({ reach: 'answers' }), sayBackMs)
}
