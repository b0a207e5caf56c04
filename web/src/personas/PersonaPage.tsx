import { useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Printer, Trash2 } from 'lucide-react'
import { Link, useLocation, useParams } from 'wouter'
import { base, type PersonaStanding, path, queries, request } from '../api'
import { Button, InlineList, InlineText, Menu, Picker, Portrait, Skeleton } from '../design'
import { Fault, places, toast, useTitle, useWorkspace } from '../frame'
import { Channels } from './Channels'
import { DataSays } from './DataSays'
import { Demographics } from './Demographics'
import styles from './persona.module.css'
import { usePersona } from './usePersona'
import { standings } from './words'

/** A page that could hang on a wall: who this is, in their words, with what the data says beside what we believe. */
export function PersonaPage() {
  const workspace = useWorkspace()
  const { persona: id = '' } = useParams()
  const { data: persona, error, refetch, change, isPlaceholderData } = usePersona(id)
  useTitle(persona ? `${persona.name}, ${workspace.name}` : 'Persona')
  const cache = useQueryClient()
  const [, go] = useLocation()
  if (error && !persona) return <Fault fault={error} again={() => refetch()} />
  if (!persona) {
    return (
      <div className={styles.page}>
        <Skeleton lines={6} />
      </div>
    )
  }

  const remove = async () => {
    try {
      await request('DELETE', `${base(workspace.id)}${path`/personas/${id}`}`)
      await cache.invalidateQueries({ queryKey: queries.personas(workspace.id).queryKey, exact: true })
      go(places.personas(workspace.id))
      toast(`${persona.name} was deleted.`)
    } catch (fault) {
      toast((fault as Error).message, { tone: 'alarm' })
    }
  }
  return (
    <article className={styles.page}>
      <nav className={styles.crumbs} aria-label="Where this is">
        <Link className="quiet link" href={places.personas(workspace.id)}>
          Personas
        </Link>
        <span className={styles.space} />
        <Button icon={Printer} onPress={() => print()}>
          Print
        </Button>
        <Menu
          label="What to do with this persona"
          placement="bottom end"
          trigger={<Button icon={Ellipsis} aria-label="More" />}
          groups={[
            {
              choices: [
                {
                  label: 'Delete',
                  icon: Trash2,
                  tone: 'alarm',
                  isDisabled: (persona.maps?.length ?? 0) > 0,
                  ...((persona.maps?.length ?? 0) > 0 && { detail: 'take it off its maps first' }),
                  act: () => void remove(),
                },
              ],
            },
          ]}
        />
      </nav>

      <header className={styles.head}>
        <Portrait id={persona.id} size={152} />
        <div className={styles.who}>
          <h1 className={`serif ${styles.name}`}>
            <InlineText label="Name" value={persona.name} required maxLength={200} onSave={name => change({ name })} />
          </h1>
          <div className={styles.tagline}>
            <InlineText
              label="What sets this persona apart"
              value={persona.tagline ?? ''}
              placeholder="what sets this persona apart, in one line"
              maxLength={400}
              onSave={tagline => change({ tagline: tagline || null })}
            />
          </div>
          <Demographics persona={persona} change={change} />
        </div>
        <blockquote className={`say ${styles.quote}`}>
          <InlineText
            label="In their own words"
            value={persona.quote ?? ''}
            placeholder="In their own words: what would this person say about us?"
            maxLength={1000}
            long
            onSave={quote => change({ quote: quote || null })}
          />
        </blockquote>
      </header>

      <div className={styles.columns}>
        <section className={styles.belief} aria-labelledby="belief">
          <h2 id="belief" className={styles.heading}>
            <span>What we believe</span>
            <Picker<PersonaStanding>
              label="What this persona rests on"
              quiet
              value={persona.standing}
              choices={(Object.keys(standings) as PersonaStanding[]).map(value => ({
                value,
                label: standings[value].word,
                detail: standings[value].detail,
              }))}
              onChange={standing => change({ standing })}
            />
          </h2>
          <div className={`serif ${styles.bio}`}>
            <InlineText
              label="Who this is"
              value={persona.bio ?? ''}
              placeholder="Who is this? A few sentences: a day, a place, what is at stake."
              maxLength={4000}
              long
              onSave={bio => change({ bio: bio || null })}
            />
          </div>
          <div className={styles.lists}>
            {lists.map(list => (
              <Lines
                key={list.field}
                {...list}
                values={persona[list.field]}
                save={values => change({ [list.field]: values })}
              />
            ))}
            <section>
              <h3 className={styles.listTitle}>Prefers</h3>
              <Channels channels={persona.channels ?? []} change={channels => change({ channels })} />
            </section>
          </div>
          {persona.maps && persona.maps.length > 0 && (
            <p className={`small quiet ${styles.maps}`}>
              On{' '}
              {persona.maps.map((map, at) => (
                <span key={map.id}>
                  {at > 0 && ', '}
                  <Link className="link" href={places.map(workspace.id, map.id)} dir="auto">
                    {map.title}
                  </Link>
                </span>
              ))}
            </p>
          )}
        </section>
        <DataSays persona={persona} change={change} isMeasuring={isPlaceholderData} />
      </div>
    </article>
  )
}

/** What is told of a persona line by line. */
const lists = [
  { field: 'goals', title: 'Wants', label: 'Goal', example: 'A coffee in hand without breaking stride' },
  { field: 'motivations', title: 'Because', label: 'Motivation', example: 'The only quiet minutes of the day' },
  { field: 'needs', title: 'Needs', label: 'Need', example: 'A time that can be believed' },
  { field: 'behaviors', title: 'Does', label: 'Behavior', example: 'Orders on the way, three days of five' },
  { field: 'pains', title: 'What goes wrong', label: 'Pain', example: 'Ready on the phone, nothing on the shelf' },
] as const

interface LinesProps {
  field: (typeof lists)[number]['field']
  title: string
  label: string
  values: string[] | undefined
  example: string
  save: (values: string[]) => void
}

function Lines({ field, title, label, values, example, save }: LinesProps) {
  return (
    <section>
      <h3 className={`${styles.listTitle} ${field === 'pains' ? 'bad' : ''}`}>{title}</h3>
      <InlineList
        label={label}
        values={values ?? []}
        example={example}
        onSave={save}
        className={`serif ${styles.lines}`}
      />
    </section>
  )
}
