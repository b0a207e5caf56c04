import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { base, path, queries, request } from '../../api'
import { ago, InlineText, Picker } from '../../design'
import { places } from '../../frame'
import { codes, deleteElement, type Persona, setField } from '../operation'
import { perform, tell, useDocument, useOpenMap } from '../view/context'
import { mapTypeWords, statusWords } from '../view/words'
import styles from './panel.module.css'
import { Row, WordPicker } from './Row'

/** What the map is about, who it shows, and what was done to it. */
export function MapFields() {
  const open = useOpenMap()
  const map = useDocument(s => s.map)
  const set = (label: string, field: string, value: unknown) => perform(open, setField(label, map.id, field, value))
  return (
    <>
      <InlineText
        label="Title of the map"
        value={map.title}
        required
        className={`${styles.head} ${styles.voice}`}
        onSave={text => set('Rename map', 'title', text)}
      />
      <Row name="Situation">
        <InlineText
          label="Situation"
          placeholder="Who, when, and what for"
          long
          className="serif"
          value={map.scenario ?? ''}
          onSave={text => set('Edit situation', 'scenario', text || null)}
        />
      </Row>
      <WordPicker
        name="Type"
        value={map.mapType}
        words={Object.fromEntries(codes.mapType.map(t => [t, mapTypeWords[t]]))}
        onChange={type => set('Change type', 'mapType', type)}
      />
      <WordPicker
        name="Shows"
        value={map.state}
        words={{ AS_IS: 'what is', TO_BE: 'what is meant to be' }}
        onChange={state => set('Change state', 'state', state)}
      />
      <WordPicker
        name="Status"
        value={map.status}
        words={Object.fromEntries(codes.status.map(s => [s, statusWords[s]]))}
        onChange={status => set('Change status', 'status', status)}
      />
      <WordPicker
        name="Review"
        value={String(map.reviewEveryMonths)}
        words={{ '3': 'every 3 months', '6': 'every 6 months', '12': 'every 12 months', '24': 'every 24 months' }}
        placeholder={`every ${map.reviewEveryMonths} months`}
        onChange={months => set('Change review', 'reviewEveryMonths', Number(months))}
      />
      <Personas />
      <History />
    </>
  )
}

function Personas() {
  const open = useOpenMap()
  const personas = useDocument(s => s.map.personas)
  const all = useQuery(queries.personas(open.workspace))
  const others = (all.data ?? []).filter(p => !personas.some(q => q.id === p.id))
  return (
    <section className={styles.section}>
      <h2>Personas</h2>
      {personas.map(p => (
        <div key={p.id} className={styles.item}>
          <Link className={styles.itemWords} href={places.persona(open.workspace, p.id)}>
            <span className="serif">{p.name}</span> {p.tagline && <span className="quiet">{p.tagline}</span>}
          </Link>
          <button
            type="button"
            className="link"
            onClick={() => {
              perform(open, deleteElement(p.id))
              tell(open, `${p.name} is no longer on this map`, true)
            }}
          >
            Take off
          </button>
        </div>
      ))}
      {others.length > 0 && (
        <Picker
          label="Add a persona"
          placeholder="Add a persona"
          value={null}
          choices={others.map(p => ({ value: p.id, label: p.name }))}
          onChange={id => {
            const found = others.find(p => p.id === id)
            if (!found) return
            const { revision: _revision, maps: _maps, ...persona } = found
            perform(open, () => ({
              label: 'Add persona',
              operations: [{ op: 'insert', list: 'personas', value: persona as unknown as Persona, before: null }],
            }))
          }}
        />
      )}
    </section>
  )
}

interface HistoryLine {
  id: string
  revision: number
  label: string
  author: string | null
  at: string
}

function History() {
  const open = useOpenMap()
  const revision = useDocument(s => s.revision)
  const history = useQuery({
    queryKey: [open.workspace, 'maps', open.id, 'history', revision],
    queryFn: ({ signal }) =>
      request<{ changes: HistoryLine[] }>('GET', `${base(open.workspace)}${path`/maps/${open.id}/history`}`, {
        signal,
      }),
    placeholderData: former => former,
  })
  const changes = history.data?.changes ?? []
  return (
    <section className={styles.section}>
      <h2>History</h2>
      {changes.length === 0 && <p className={styles.hint}>Nothing was changed yet.</p>}
      <ol className={styles.history}>
        {changes.map(change => (
          <li key={change.id}>
            <span dir="auto">{change.label}</span>
            <span className="quiet">
              v{change.revision}, {ago(change.at)}
              {change.author && `, ${change.author}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
