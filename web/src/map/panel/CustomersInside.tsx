import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { base, type CustomerLine, request } from '../../api'
import { ago, count } from '../../design'
import { places } from '../../frame'
import { useOpenMap } from '../view/context'
import styles from './panel.module.css'

const SHOWN = 8

/** Who is inside a number: the customers who came to events of these names. */
export function CustomersInside({ names, total }: { names: readonly string[]; total: number }) {
  const open = useOpenMap()
  const [isShown, setShown] = useState(false)
  const inside = useQuery({
    queryKey: [open.workspace, 'inside', names],
    enabled: isShown,
    queryFn: ({ signal }) =>
      request<{ total: number; customers: CustomerLine[] }>('POST', `${base(open.workspace)}/analyses/customers`, {
        body: { spec: { analysis: 'summary' }, count: { kind: 'TOUCHPOINT', names }, limit: SHOWN },
        signal,
      }),
  })
  if (!isShown) {
    return (
      <button type="button" className={`link ${styles.inside}`} onClick={() => setShown(true)}>
        Show the {count(total)} customers
      </button>
    )
  }
  if (inside.isPending) return <p className="quiet">Looking them up</p>
  if (inside.isError) return <p className="bad">{inside.error.message}</p>
  return (
    <div className={styles.inside}>
      <ul className={styles.customers}>
        {inside.data.customers.map(c => (
          <li key={c.id}>
            <Link className="link ellipsis" href={places.customer(open.workspace, c.id)} title={c.id}>
              {c.id}
            </Link>
            <span className="quiet">
              {count(c.events)} events, {ago(c.lastTime)}
            </span>
          </li>
        ))}
      </ul>
      {inside.data.total > inside.data.customers.length && (
        <p className="quiet">
          and {count(inside.data.total - inside.data.customers.length)} more, over the whole time of the data
        </p>
      )}
    </div>
  )
}
