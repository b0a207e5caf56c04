import { useBuild, useReach } from '../api'
import { Banner, Button } from '../design'

/** What touches the whole page: the server is away, is back, or was replaced by another build. */
export function Banners() {
  const reach = useReach(state => state.reach)
  const isStale = useBuild(state => state.stale)
  return (
    <>
      {reach === 'lost' && <Banner tone="alarm">The server does not answer. What you type is kept here.</Banner>}
      {reach === 'back' && <Banner tone="good">The server answers again.</Banner>}
      {isStale && (
        <Banner
          tools={
            <Button look="line" onPress={() => location.reload()}>
              Load again
            </Button>
          }
        >
          A newer build of Sojourn is running. Load this page again to use it; what you typed is kept.
        </Banner>
      )}
    </>
  )
}
