import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { addCard, addTouchpoint, type Card, type Id, type Lane, setField } from '../operation'
import type { Column, LaneRow } from '../view/columns'
import { perform, useOpenMap, useStop, useView } from '../view/context'
import { stops } from '../view/stops'
import { focusStop, nodeOf, toggled } from '../view/view'
import { laneRoles } from '../view/words'
import { AddSign, CardView } from './CardView'
import styles from './lane.module.css'
import { moveEdit } from './moveEdit'
import stopStyle from './stop.module.css'
import { TextEdit } from './TextEdit'

interface Props {
  row: LaneRow
  columns: readonly Column[]
  index: number
}

/** A lane: its title, a cell for every column, and below them the cards that lie over several. */
export const LaneRowView = memo(function LaneRowView({ row, columns, index }: Props) {
  const { lane, cells, wide } = row
  const isCollapsed = useView(v => v.collapsed.has(lane.id))
  const isEmpty = wide.length === 0 && cells.every(cell => cell.length === 0)
  const cards = cells.reduce((sum, cell) => sum + cell.length, wide.length)
  return (
    <div
      className={styles.lane}
      role="row"
      aria-rowindex={index}
      data-lane={lane.id}
      data-collapsed={isCollapsed || undefined}
      data-wide={wide.length > 0 || undefined}
    >
      <LaneHead lane={lane} isCollapsed={isCollapsed} />
      {isCollapsed ? (
        <div className={styles.collapsed} role="gridcell" aria-colspan={columns.length}>
          {cards === 0 ? 'empty' : cards === 1 ? '1 card' : `${cards} cards`}
        </div>
      ) : (
        <>
          {columns.map((column, c) => (
            <CellView
              key={column.key}
              lane={lane}
              column={column}
              place={c}
              cards={cells[c] as readonly Card[]}
              example={isEmpty && c === 0}
            />
          ))}
          {wide.length > 0 && (
            <div className={styles.rules} aria-hidden="true">
              {columns.map((column, c) => (
                <span key={column.key} style={{ gridColumn: c + 2 }} />
              ))}
            </div>
          )}
          {wide.map(({ card, from, to, track }) => (
            <div
              key={card.id}
              className={styles.wide}
              role="gridcell"
              aria-colspan={to - from + 1}
              style={{ gridColumn: `${from + 2} / ${to + 3}`, gridRow: track + 2 }}
            >
              <CardView card={card} role={lane.role} isWide />
            </div>
          ))}
        </>
      )}
    </div>
  )
})

export const LaneHead = memo(function LaneHead({
  lane,
  isCollapsed,
  children,
}: {
  lane: Lane
  isCollapsed: boolean
  children?: React.ReactNode
}) {
  const open = useOpenMap()
  const stop = stops.lane(lane.id)
  const { isFocus, editing } = useStop(stop)
  const isOpen = useView(v => v.open === lane.id)
  return (
    <div
      id={nodeOf(stop)}
      className={`${stopStyle.stop} ${styles.laneHead}`}
      data-stop={stop}
      data-drag="lane"
      data-open={isOpen || undefined}
      role="rowheader"
      tabIndex={isFocus ? 0 : -1}
      aria-label={`Lane ${lane.title}`}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles.fold}
        data-collapsed={isCollapsed || undefined}
        aria-label={isCollapsed ? `Open the lane ${lane.title}` : `Collapse the lane ${lane.title}`}
        aria-expanded={!isCollapsed}
        onClick={() => open.view.setState(v => ({ collapsed: toggled(v.collapsed, lane.id) }))}
      >
        <ChevronRight aria-hidden="true" size={12} />
      </button>
      {editing ? (
        <TextEdit
          value={lane.title}
          initial={editing.initial}
          isNew={editing.isNew}
          label="Title of the lane"
          isLine
          onSave={(value, next) => {
            if (value.trim() !== '') perform(open, setField('Rename lane', lane.id, 'title', value.trim()))
            open.view.setState({ editing: null })
            moveEdit(open, stop, next)
          }}
          onCancel={() => {
            open.view.setState({ editing: null })
            focusStop(open.view, stop)
          }}
        />
      ) : (
        <span dir="auto" className={styles.laneTitle}>
          {lane.title}
        </span>
      )}
      {children}
    </div>
  )
})

interface CellProps {
  lane: Lane
  column: Column
  place: number
  cards: readonly Card[]
  /** Whether to show what could stand here; it is never part of the map. */
  example: boolean
}

const CellView = memo(function CellView({ lane, column, place, cards, example }: CellProps) {
  const open = useOpenMap()
  const stop = stops.cell(lane.id, column.key)
  const { isFocus, editing } = useStop(stop)
  const step = column.steps[0]?.id
  const isEmpty = cards.length === 0

  return (
    <div
      id={nodeOf(stop)}
      className={`${stopStyle.stop} ${styles.cell}`}
      role="gridcell"
      aria-colindex={place + 2}
      data-stop={stop}
      data-cell={`${lane.id}/${column.key}`}
      data-empty={isEmpty || undefined}
      style={{ gridColumn: place + 2 }}
      tabIndex={isEmpty ? (isFocus ? 0 : -1) : undefined}
      aria-label={isEmpty ? `${lane.title}, ${column.steps[0]?.title ?? column.stage.name}, empty` : undefined}
    >
      {cards.map(card => (
        <CardView key={card.id} card={card} role={lane.role} />
      ))}
      {editing && step !== undefined ? (
        <TextEdit
          value=""
          initial={editing.initial}
          label={`New card in ${lane.title}`}
          isLine={lane.role === 'TOUCHPOINT'}
          className={styles.newText}
          onSave={(value, next) => {
            open.view.setState({ editing: null })
            const made = value.trim() === '' ? null : writeInto(open, lane, step, value.trim())
            moveEdit(open, made ? stops.card(made) : stop, next)
          }}
          onCancel={() => {
            open.view.setState({ editing: null })
            focusStop(open.view, cards[0] ? stops.card(cards[0].id) : stop)
          }}
        />
      ) : (
        step !== undefined && (
          <>
            {example && <span className={styles.example}>For example: {laneRoles[lane.role].example}</span>}
            <button
              type="button"
              tabIndex={-1}
              className={styles.add}
              data-add={stop}
              aria-label={`Add to ${lane.title} at ${column.steps[0]?.title ?? ''}`}
            >
              <AddSign />
            </button>
          </>
        )
      )}
    </div>
  )
})

/** Puts words into a cell: a card, or in a lane of touchpoints the touchpoint of that name, old or new. */
export function writeInto(open: ReturnType<typeof useOpenMap>, lane: Lane, step: Id, words: string): Id | null {
  if (lane.role !== 'TOUCHPOINT') return perform(open, addCard(lane.id, step, words))
  const name = words.replace(/\s+/g, ' ')
  const known = open.document.map.touchpoints.find(t => t.name.toLowerCase() === name.toLowerCase())
  return perform(open, addTouchpoint(lane.id, step, known?.id ?? { name, observability: 'UNKNOWN' }))
}
