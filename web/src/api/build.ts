import { create } from 'zustand'

/** Which build of the server this page belongs to, and whether another one answers now. */
export const useBuild = create<{ own: string | null; stale: boolean }>(() => ({ own: null, stale: false }))

/** The page came from the server that answered first. */
export function sawBuild(build: string | null) {
  if (build === null) return
  const { own, stale } = useBuild.getState()
  if (own === null) useBuild.setState({ own: build })
  else if (own !== build && !stale) useBuild.setState({ stale: true })
}
