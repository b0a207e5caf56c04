import { age, count, percent, plural } from '../../design'
import { useEvidence, useOpenMap, useView } from '../view/context'
import styles from './head.module.css'
import { ZoomControl } from './ZoomControl'

/** What the map is worth, in one line; and how near one stands. */
export function FootBar() {
  const open = useOpenMap()
  const book = useEvidence()
  const show = useView(v => v.show)
  const at = useView(v => v.open)
  const found = book?.found
  const claims = [...(book?.claims.values() ?? [])]
  const assumed = claims.filter(claim => claim.level === 'ASSUMED').length
  const contradicted = [...new Set(claims.filter(claim => claim.level === 'CONTRADICTED').map(claim => claim.element))]
  return (
    <footer className={styles.foot}>
      {show !== 'design' && found?.fits !== null && found?.fits !== undefined && found.customers > 0 && (
        <span>
          fits <b>{percent(found.fits / found.customers)}</b> of {count(found.customers)} journeys
        </span>
      )}
      {show !== 'design' && !found && (
        <span>
          No data lies under this map yet. Import events, or bind touchpoints to them, and it is checked by itself.
        </span>
      )}
      {show !== 'design' && claims.length > 0 && (
        <span>
          <b>{assumed}</b> of {plural(claims.length, 'claim')} assumed
        </span>
      )}
      {show !== 'design' && contradicted.length > 0 && (
        <button
          type="button"
          className={styles.wrong}
          title="Show the next one"
          onClick={() => {
            const next = contradicted[(contradicted.indexOf(at ?? '') + 1) % contradicted.length]
            open.view.setState({ open: next ?? null })
          }}
        >
          <b>{contradicted.length}</b> contradicted
        </button>
      )}
      {show !== 'design' && (found?.to ?? found?.dataThrough) && (
        <span>evidence {age(found?.to ?? found?.dataThrough)}</span>
      )}
      <span className={styles.space} />
      {found?.synthetic && <span className={styles.madeUp}>Synthetic: all customers are made up</span>}
      <ZoomControl />
    </footer>
  )
}
