import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link2, Unlink } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { base, type MapSummary, Problem, path, queries, request } from '../api'
import { Button, count, Menu, Picker, plural, Search, Section, Segmented, Skeleton, Table } from '../design'
import { places, toast, useWorkspace } from '../frame'
import { type BindingChange, bindingChange, byWeight, type EventRow, unmapped } from './bindings'
import { sourceQueries } from './queries'
import styles from './sources.module.css'

const shownAtOnce = 50

/** Which touchpoints of a map the events are, the heaviest without one first. */
export function Touchpoints({ maps }: { maps: MapSummary[] }) {
  const workspace = useWorkspace()
  const cache = useQueryClient()
  const [asked, ask] = useState<string | null>(null)
  const [view, setView] = useState<'open' | 'all'>('open')
  const [typed, type] = useState('')
  const [most, setMost] = useState(shownAtOnce)
  const map = maps.find(other => other.id === asked) ?? maps[0]
  const vocabulary = useQuery(queries.vocabulary(workspace.id, ''))
  const bound = useQuery({
    ...sourceQueries.boundMap(workspace.id, map?.id ?? ''),
    enabled: map !== undefined,
  })
  const touchpoints = bound.data?.map.touchpoints ?? []
  const rows = byWeight(vocabulary.data?.names ?? [], touchpoints)
  const open = unmapped(rows)
  const shown = (view === 'open' && map ? open : rows).filter(row =>
    row.name.toLowerCase().includes(typed.trim().toLowerCase()),
  )

  const save = async (change: BindingChange) => {
    if (!map || !bound.data) return
    try {
      const answer = await request<{ outcomes: { refused: { sentence: string } | null }[] }>(
        'POST',
        `${base(workspace.id)}${path`/maps/${map.id}/changes`}`,
        { body: { changes: [{ id: crypto.randomUUID(), base: bound.data.revision, ...change }] } },
      )
      const refused = answer.outcomes[0]?.refused
      if (refused) toast(refused.sentence, { tone: 'alarm' })
    } catch (fault) {
      toast(fault instanceof Problem ? fault.message : 'The server does not answer; nothing was changed.', {
        tone: 'alarm',
      })
    }
    await cache.invalidateQueries({ queryKey: [workspace.id, 'maps'] })
  }

  // Until the map is there nobody knows what it has no touchpoint for.
  if (vocabulary.isPending || (map && bound.isPending)) return <Skeleton lines={6} />
  if (rows.length === 0) return null
  const openEvents = open.reduce((sum, row) => sum + row.events, 0)
  const allEvents = rows.reduce((sum, row) => sum + row.events, 0)
  return (
    <div id="touchpoints" className={styles.block}>
      <Section
        title="Events and touchpoints"
        more={
          map && (
            <Link href={places.map(workspace.id, map.id)} className="link">
              Open the map
            </Link>
          )
        }
      >
        <div className={styles.bar}>
          {maps.length > 1 && map && (
            <Picker
              label="Map"
              value={map.id}
              choices={maps.map(one => ({ value: one.id, label: one.title }))}
              onChange={ask}
            />
          )}
          {map && (
            <Segmented
              label="Which events"
              value={view}
              onChange={setView}
              choices={[
                { value: 'open', label: `Without a touchpoint (${count(open.length)})` },
                { value: 'all', label: `All (${count(rows.length)})` },
              ]}
            />
          )}
          <div className={styles.find}>
            <Search label="Find an event" value={typed} onChange={type} />
          </div>
        </div>
        <p className={`soft ${styles.sum}`}>
          {!map
            ? 'There is no map yet. Draft one from the events, or draw one; then tie its touchpoints to events here.'
            : open.length === 0
              ? `Every event is part of a touchpoint of “${map.title}”.`
              : `${plural(openEvents, 'event')} of ${count(allEvents)} are of ${plural(open.length, 'kind')} that no touchpoint of “${map.title}” shows.`}
        </p>
        {shown.length > 0 && (
          <Table
            label="Events and the touchpoints that they are"
            rows={shown.slice(0, most)}
            rowKey={row => row.name}
            columns={[
              {
                key: 'name',
                title: 'Event',
                cell: row => (
                  <span className={styles.named} dir="auto">
                    {row.name}
                    {row.channels.length > 0 && <span className="quiet small"> {row.channels.join(', ')}</span>}
                  </span>
                ),
              },
              {
                key: 'customers',
                title: 'Customers',
                isNumber: true,
                // Who used two channels would be counted twice.
                cell: row => (row.channels.length > 1 ? `≥ ${count(row.customers)}` : count(row.customers)),
              },
              { key: 'events', title: 'Events', isNumber: true, cell: row => count(row.events) },
              ...(map
                ? [
                    {
                      key: 'touchpoints',
                      title: 'Touchpoint',
                      cell: (row: EventRow) => <Bound row={row} touchpoints={touchpoints} save={save} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
        {shown.length > most && (
          <div className={styles.tools}>
            <Button look="line" onPress={() => setMost(most + 200)}>
              Show more
            </Button>
            <span className="quiet">
              {count(most)} of {count(shown.length)}
            </span>
          </div>
        )}
      </Section>
    </div>
  )
}

type Touchpoint = EventRow['touchpoints'][number]

function Bound({
  row,
  touchpoints,
  save,
}: {
  row: EventRow
  touchpoints: Touchpoint[]
  save: (change: BindingChange) => Promise<void>
}) {
  const others = touchpoints.filter(one => !row.touchpoints.includes(one))
  return (
    <span className={styles.bound}>
      {row.touchpoints.map(touchpoint => (
        <span key={touchpoint.id} className={styles.boundTo}>
          <span dir="auto">{touchpoint.name}</span>
          {touchpoint.binding?.where && touchpoint.binding.where.length > 0 && (
            <span className="quiet small">
              where{' '}
              {touchpoint.binding.where.map(match => `${match.property} is ${match.values.join(' or ')}`).join(', ')}
            </span>
          )}
          <Button
            icon={Unlink}
            aria-label={`Take ${row.name} out of ${touchpoint.name}`}
            onPress={() => void save(bindingChange(touchpoint, row.name, false))}
          />
        </span>
      ))}
      {others.length > 0 && (
        <Menu
          label={`Touchpoint for ${row.name}`}
          trigger={
            <Button
              icon={Link2}
              look={row.touchpoints.length === 0 ? 'line' : 'plain'}
              aria-label={`Tie to a touchpoint: ${row.name}`}
            >
              {row.touchpoints.length === 0 ? 'Tie to a touchpoint' : undefined}
            </Button>
          }
          groups={[
            {
              choices: others.map(touchpoint => ({
                label: touchpoint.name,
                detail: touchpoint.binding ? touchpoint.binding.events.join(', ') : 'no event yet',
                act: () => void save(bindingChange(touchpoint, row.name, true)),
              })),
            },
          ]}
        />
      )}
      {touchpoints.length === 0 && <span className="quiet">the map has no touchpoint yet</span>}
    </span>
  )
}
