import { age, count, EvidenceMark, type Level, levels, levelWords, percent } from '../../design'
import { useDocument, useEvidence, useOpenMap, useView } from '../view/context'
import styles from './head.module.css'

/** What the map is worth, in one line; and the legend of the marks. */
export function FootBar() {
  const open = useOpenMap()
  const book = useEvidence()
  const claims = useDocument(s => s.map.claims)
  const show = useView(v => v.show)
  const levelOf = (claim: string): Level => book?.claims.get(claim)?.level ?? 'ASSUMED'
  const assumed = claims.filter(c => levelOf(c.id) === 'ASSUMED').length
  const contradicted = claims.filter(c => levelOf(c.id) === 'CONTRADICTED')
  const found = book?.found
  if (show === 'design') return null
  return (
    <footer className={styles.foot}>
      {found?.fits !== null && found?.fits !== undefined && found.customers > 0 && (
        <span>
          fits <b>{percent(found.fits / found.customers)}</b> of {count(found.customers)} journeys
        </span>
      )}
      {found ? (
        claims.length > 0 && (
          <span>
            <b>{assumed}</b> of {count(claims.length)}{' '}
            {claims.length === 1 ? 'claim is an assumption' : 'claims are assumptions'}
          </span>
        )
      ) : (
        <span>
          No data lies under this map yet. Import events, or bind touchpoints to them, and it is checked by itself.
        </span>
      )}
      {contradicted[0] && (
        <button
          type="button"
          className={styles.wrong}
          onClick={() => open.view.setState({ open: contradicted[0]?.id ?? null })}
        >
          <b>{contradicted.length}</b> contradicted
        </button>
      )}
      {(found?.to ?? found?.dataThrough) && <span>evidence {age(found?.to ?? found?.dataThrough)}</span>}
      <span className={styles.space} />
      {found && (
        <ul className={styles.legend} aria-label="What the marks mean">
          {levels.map(level => (
            <li key={level}>
              <EvidenceMark level={level} size={14} /> {levelWords[level]}
            </li>
          ))}
        </ul>
      )}
      {found?.synthetic && <span className={styles.synthetic}>Synthetic: all customers are made up</span>}
    </footer>
  )
}
