import { MapPin, Plus } from 'lucide-react'
import { memo } from 'react'
import { ChannelIcon, count, EvidenceMark, percent } from '../../design'
import type { Mark } from '../evidence/evidence'
import { type Card, type LaneRole, setField, type Touchpoint } from '../operation'
import { perform, touchpointOf, useDocument, useEvidence, useOpenMap, useStop, useView } from '../view/context'
import { stops } from '../view/stops'
import { focusStop, nodeOf } from '../view/view'
import { ideaRoles, spokenRoles } from '../view/words'
import styles from './card.module.css'
import { channelHue } from './channelHue'
import { moveEdit } from './moveEdit'
import stopStyle from './stop.module.css'
import { TextEdit } from './TextEdit'

interface Props {
  card: Card
  role: LaneRole
  isWide?: boolean
}

/** A card in the style of its lane: customers speak in serif, touchpoints have a channel and a count. */
export const CardView = memo(function CardView({ card, role, isWide = false }: Props) {
  const open = useOpenMap()
  const stop = stops.card(card.id)
  const { isFocus, editing } = useStop(stop)
  const isOpen = useView(v => v.open === card.id || (card.touchpoint !== undefined && v.open === card.touchpoint))
  const isFound = useView(
    v => v.search !== null && v.search !== '' && bodyOf(open.document.map, card).includes(v.search),
  )
  const show = useView(v => v.show)
  const touchpoint = useDocument(s => touchpointOf(s.map, card.touchpoint))
  const persona = useDocument(s => (card.persona ? s.map.personas.find(p => p.id === card.persona)?.name : undefined))
  const book = useEvidence()
  const mark = show === 'design' ? undefined : (book?.found.marks[touchpoint?.id ?? card.id] ?? ASSUMED)
  const isWrong = mark?.level === 'CONTRADICTED'
  const text = card.body.trim() === '' && touchpoint ? touchpoint.name : card.body

  const save = (value: string, next: 'stay' | 'right' | 'left') => {
    const words = value.trim()
    if (words !== '' && words !== text) {
      const target = touchpoint && card.body.trim() === '' ? touchpoint.id : card.id
      const field = target === card.id ? 'body' : 'name'
      perform(open, setField(field === 'name' ? 'Rename touchpoint' : 'Edit card', target, field, words))
    }
    open.view.setState({ editing: null })
    moveEdit(open, stop, next)
  }

  const style = touchpoint
    ? 'touchpoint'
    : spokenRoles.has(role)
      ? 'spoken'
      : role === 'STAGE_GOAL'
        ? 'goal'
        : ideaRoles.has(role)
          ? 'idea'
          : 'statement'
  const label = [text, mark?.word, card.note, persona].filter(Boolean).join(', ')
  return (
    <div
      id={nodeOf(stop)}
      className={`${stopStyle.stop} ${styles.card}`}
      data-stop={stop}
      data-drag="card"
      data-style={style}
      data-wrong={isWrong || undefined}
      data-stale={mark?.level === 'STALE' || undefined}
      data-open={isOpen || undefined}
      data-found={isFound || undefined}
      data-wide={isWide || undefined}
      role="group"
      aria-roledescription={touchpoint ? 'touchpoint' : 'card'}
      aria-label={label}
      tabIndex={isFocus ? 0 : -1}
    >
      {editing ? (
        <TextEdit
          value={text}
          initial={editing.initial}
          label={touchpoint ? 'Name of the touchpoint' : 'Text of the card'}
          isLine={touchpoint !== undefined}
          className={styles[`${style}Text`]}
          onSave={save}
          onCancel={() => {
            open.view.setState({ editing: null })
            focusStop(open.view, stop)
          }}
        />
      ) : touchpoint ? (
        <TouchpointFace touchpoint={touchpoint} text={text} mark={mark} isPlain={show === 'design'} />
      ) : (
        <Face style={style} text={text} mark={mark} note={card.note} persona={persona} />
      )}
    </div>
  )
})

/** What nobody has looked at yet. */
const ASSUMED: Mark = {
  level: 'ASSUMED',
  word: 'assumed',
  sentence: null,
  claim: null,
  n: null,
  needed: null,
  observed: null,
  low: null,
  high: null,
  verdict: null,
}

function bodyOf(map: Parameters<typeof touchpointOf>[0], card: Card): string {
  return `${card.body} ${touchpointOf(map, card.touchpoint)?.name ?? ''} ${card.note ?? ''}`.toLowerCase()
}

function Face({
  style,
  text,
  mark,
  note,
  persona,
}: {
  style: string
  text: string
  mark: Mark | undefined
  note: string | undefined
  persona: string | undefined
}) {
  const isSpoken = style === 'spoken'
  const isQuiet = style === 'goal' || style === 'idea'
  return (
    <>
      {mark && !isSpoken && !isQuiet && (
        <span className={styles.mark}>
          <EvidenceMark level={mark.level} />
        </span>
      )}
      <span className={styles.words}>
        <span className={styles[`${style}Text`]} dir="auto">
          {isSpoken ? `“${text}”` : text}
        </span>
        {mark && (!isQuiet || mark.level !== 'ASSUMED') && <MarkWord mark={mark} withSign={isSpoken || isQuiet} />}
        {note !== undefined && (
          <span className={style === 'idea' ? styles.word : styles.note} dir="auto">
            {note}
          </span>
        )}
        {persona !== undefined && <span className={styles.persona}>{persona}</span>}
      </span>
    </>
  )
}

function MarkWord({ mark, withSign }: { mark: Mark; withSign: boolean }) {
  return (
    <span className={styles.word} data-level={mark.level} title={mark.sentence ?? undefined}>
      {withSign && <EvidenceMark level={mark.level} size={14} />}
      <span>
        {mark.word}
        {mark.n !== null && mark.n > 0 && !/\d+ of \d|\bn\s\d/.test(mark.word) && (
          <span className={styles.n}> n&nbsp;{count(mark.n)}</span>
        )}
      </span>
    </span>
  )
}

function TouchpointFace({
  touchpoint,
  text,
  mark,
  isPlain,
}: {
  touchpoint: Touchpoint
  text: string
  mark: Mark | undefined
  isPlain: boolean
}) {
  const found = useEvidence()?.touchpoints.get(touchpoint.id)
  const isCounted = found?.customers !== null && found?.customers !== undefined && mark?.level !== 'CONTRADICTED'
  const share = found?.of ? (found.customers ?? 0) / found.of : null
  // What was seen once, or by too few, has a word of its own.
  const isNotSeen =
    found?.state === 'NOT_SEEN' && !found.customers && mark?.level !== 'STALE' && mark?.level !== 'NOT_ENOUGH_DATA'
  return (
    <>
      <span className={styles.channel}>
        {touchpoint.channel ? (
          <ChannelIcon channel={touchpoint.channel} />
        ) : (
          <MapPin aria-hidden="true" color="var(--edge)" />
        )}
      </span>
      <span className={styles.words}>
        <span className={styles.touchpointText} dir="auto">
          {text}
        </span>
        {!isPlain &&
          (isNotSeen ? (
            <span className={styles.word} data-level="CONTRADICTED">
              drawn, but no customer came here
            </span>
          ) : isCounted && found ? (
            <span className={styles.counted}>
              <span>{count(found.customers)}</span>
              <span className={styles.n}>{percent(share)}</span>
              {share !== null && (
                <span className={styles.bar} aria-hidden="true">
                  <span
                    style={{ inlineSize: `${Math.min(100, share * 100)}%`, background: channelHue(touchpoint.channel) }}
                  />
                </span>
              )}
            </span>
          ) : mark ? (
            <span className={styles.word} data-level={mark.level} title={mark.sentence ?? undefined}>
              {found?.state === 'UNBOUND' && mark.level === 'ASSUMED' ? 'assumed, not bound yet' : mark.word}
            </span>
          ) : null)}
      </span>
      {!isPlain && mark && (
        <span className={styles.mark} title={mark.sentence ?? mark.word}>
          <EvidenceMark level={mark.level} />
        </span>
      )}
    </>
  )
}

/** The sign for adding something here. */
export function AddSign() {
  return <Plus aria-hidden="true" size={14} />
}
