import type { PersonaData, StoredPersona } from '../api'
import { count, dash, interval, percent, plural, Skeleton } from '../design'
import { useWorkspace } from '../frame'
import styles from './persona.module.css'
import { SegmentEditor } from './SegmentEditor'
import type { PersonaPatch } from './usePersona'

interface Props {
  persona: StoredPersona & { data: PersonaData | null }
  change: (patch: PersonaPatch) => void
  /** The answer is on its way. */
  isMeasuring: boolean
}

/** What events show of the customers who are this persona, beside everybody else. */
export function DataSays({ persona, change, isMeasuring }: Props) {
  const workspace = useWorkspace()
  const data = persona.data
  return (
    <section className={styles.data} aria-labelledby="data">
      <h2 id="data" className={styles.heading}>
        What the data says
      </h2>
      {data && (
        <>
          <p className={styles.big}>
            <b>{percent(data.customers.value)}</b>
            <span className="small">
              of customers
              <br />
              <span className="quiet">
                {count(data.customers.n)} of {count(data.customers.d)}
              </span>
            </span>
            {persona.share !== null && persona.share !== undefined && (
              <span className={`small quiet ${styles.believed}`}>
                believed
                <br />
                {percent(persona.share)}
              </span>
            )}
          </p>
          <p className={styles.sentence}>{data.sentence}</p>
          {data.touchpoints.length > 0 && <Differences data={data} />}
          {data.journeyLength.medianInside !== null && (
            <p className="small quiet">
              Half of them have at least {count(data.journeyLength.medianInside)} events
              {data.journeyLength.medianOutside !== null &&
                `; of all others, half have at least ${count(data.journeyLength.medianOutside)}`}
              .
            </p>
          )}
        </>
      )}
      {isMeasuring && (
        <>
          <p className={`quiet small ${styles.sentence}`} role="status">
            Going through the journeys of {plural(workspace.customers, 'customer')} …
          </p>
          <Skeleton lines={4} />
        </>
      )}
      {!data && !isMeasuring && (persona.segment?.where.length ?? 0) > 0 && (
        <p className={`quiet ${styles.sentence}`}>No customer in the data is like this, or nobody has measured yet.</p>
      )}
      <SegmentEditor persona={persona} change={change} />
    </section>
  )
}

/** Where they differ most from everybody else: the filled point is they, the hollow one the others. */
function Differences({ data }: { data: PersonaData }) {
  const rows = data.touchpoints.toSorted((a, b) => Math.abs(gap(b)) - Math.abs(gap(a))).slice(0, 8)
  return (
    <table className={styles.differences}>
      <caption className="small quiet">Where they differ most</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">Touchpoint</th>
          <th scope="col">On a line from 0 to 100 %</th>
          <th scope="col">They</th>
          <th scope="col">Others</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => {
          const inside = row.inside.value ?? 0
          const outside = row.outside.value ?? 0
          return (
            <tr key={row.name}>
              <th scope="row" dir="auto" title={row.name}>
                {row.name}
              </th>
              <td className={styles.line} aria-hidden="true">
                <span
                  className={styles.stretch}
                  style={{
                    insetInlineStart: `${Math.min(inside, outside) * 100}%`,
                    inlineSize: `${Math.abs(inside - outside) * 100}%`,
                  }}
                />
                <span className={styles.others} style={{ insetInlineStart: `${outside * 100}%` }} />
                <span className={styles.they} style={{ insetInlineStart: `${inside * 100}%` }} />
              </td>
              <td title={interval(row.inside) ?? undefined}>
                <b>{row.inside.value === null ? dash : percent(row.inside.value)}</b>
              </td>
              <td className="quiet" title={interval(row.outside) ?? undefined}>
                {percent(row.outside.value)}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr className="small quiet">
          <td colSpan={4}>
            <span className={styles.key}>
              <span className={styles.they} /> they
            </span>
            <span className={styles.key}>
              <span className={styles.others} /> all others
            </span>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

const gap = (row: PersonaData['touchpoints'][number]) => (row.inside.value ?? 0) - (row.outside.value ?? 0)
