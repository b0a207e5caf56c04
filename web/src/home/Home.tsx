import { useQuery } from '@tanstack/react-query'
import { queries } from '../api'
import { Fault, useTitle, useWorkspace } from '../frame'
import styles from './home.module.css'
import { Question } from './Question'

/** What changed, where it hurts, what is due, is data flowing. */
export function Home() {
  const workspace = useWorkspace()
  useTitle(workspace.name)
  const home = useQuery(queries.home(workspace.id))
  if (home.isError) return <Fault fault={home.error} again={() => home.refetch()} />
  return (
    <div className={styles.page}>
      <h1 className={`serif ${styles.title}`}>{workspace.name}</h1>
      <div className={styles.questions}>
        <Question title="What changed?" lines={home.data?.changed} none="Nothing changed since your last visit." />
        <Question title="What is due?" lines={home.data?.due} none="Nothing is due." />
        <Question title="Where does it hurt most?" lines={home.data?.hurts} none="No pain point was found yet." />
      </div>
    </div>
  )
}
