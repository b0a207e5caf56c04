import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { base, queries, request, type StoredPersona } from '../api'
import { Button, Empty, EvidenceWord, Page, Portrait, percent, plural, Skeleton } from '../design'
import { Fault, places, toast, useTitle, useWorkspace } from '../frame'
import styles from './personas.module.css'
import { standings } from './words'

/** The kinds of customers that the maps are about. */
export function Personas() {
  const workspace = useWorkspace()
  useTitle(`Personas, ${workspace.name}`)
  const { data: personas, error, refetch } = useQuery(queries.personas(workspace.id))
  const cache = useQueryClient()
  const [, go] = useLocation()
  if (error && !personas) return <Fault fault={error} again={() => refetch()} />
  const create = async () => {
    try {
      const made = await request<StoredPersona>('POST', `${base(workspace.id)}/personas`, {
        body: { name: 'Somebody new', kind: 'CUSTOMER', standing: 'PROTO' },
      })
      void cache.invalidateQueries({ queryKey: queries.personas(workspace.id).queryKey })
      go(places.persona(workspace.id, made.id))
    } catch (fault) {
      toast((fault as Error).message, { tone: 'alarm' })
    }
  }
  return (
    <Page
      title="Personas"
      note={personas && personas.length > 0 ? plural(personas.length, 'persona') : undefined}
      tools={
        <Button look="main" icon={Plus} onPress={() => void create()}>
          New persona
        </Button>
      }
    >
      {personas === undefined && <Skeleton lines={3} tall />}
      {personas?.length === 0 && (
        <Empty title="Nobody has been described yet">
          A persona is a kind of customer, told as one person: what they want, what goes wrong, what they would say.
          Where events can tell who they are, their page shows what the data says beside what you believe.
        </Empty>
      )}
      <ul className={styles.wall}>
        {personas?.map(persona => (
          <li key={persona.id}>
            <Link className={styles.poster} href={places.persona(workspace.id, persona.id)}>
              <Portrait id={persona.id} size={72} />
              <h2 className={`serif ${styles.posterName}`} dir="auto">
                {persona.name}
              </h2>
              {persona.tagline && (
                <p className="soft" dir="auto">
                  {persona.tagline}
                </p>
              )}
              {persona.quote && (
                <p className={`say ${styles.posterQuote}`} dir="auto">
                  “{persona.quote}”
                </p>
              )}
              <span className={styles.posterFoot}>
                <EvidenceWord level={standings[persona.standing].level}>
                  {standings[persona.standing].word}
                  {persona.share !== null &&
                    persona.share !== undefined &&
                    `, about ${percent(persona.share)} of customers`}
                </EvidenceWord>
                <span className="small quiet">
                  {persona.maps && persona.maps.length > 0
                    ? `on ${plural(persona.maps.length, 'map')}`
                    : 'on no map yet'}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
