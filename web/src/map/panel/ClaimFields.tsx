import { Link2 } from 'lucide-react'
import {
  Button,
  count,
  duration,
  EvidenceMark,
  feeling,
  InlineText,
  IntervalScale,
  interval,
  levelWords,
  percent,
} from '../../design'
import { addCard, type Claim, type ClaimType, type Id, setField } from '../operation'
import { nameOf, perform, tell, touchpointOf, useDocument, useEvidence, useOpenMap } from '../view/context'
import { stops } from '../view/stops'
import { focusStop } from '../view/view'
import { claimTypeWords } from '../view/words'
import { CustomersInside } from './CustomersInside'
import { NumberField } from './NumberField'
import styles from './panel.module.css'
import { WordPicker } from './Row'

const shares: readonly ClaimType[] = ['OCCURS', 'ORDER', 'CHANNEL_SHARE', 'DROP_OFF', 'REPEAT_CONTACT', 'ROLE_PRESENT']

/** Whether a claim's number is how many more leave at one element than at the rest of another. */
function isExcess(claim: Claim): boolean {
  return claim.claimType === 'DROP_OFF' && claim.other !== undefined
}

/** Whether a claim's number is a share. */
function isShare(claim: Claim): boolean {
  return shares.includes(claim.claimType) && !isExcess(claim)
}

function figure(claim: Claim, value: number): string {
  if (isExcess(claim)) return `${percent(value).replace(/\s?%/, '')} points`
  if (isShare(claim)) return percent(value)
  if (claim.claimType === 'DURATION') return duration(value)
  return claim.claimType === 'SENTIMENT' ? feeling(value) : count(value)
}

/** A claim beside what events show: the number, its interval, where the claim would have it. */
export function ClaimFields({ id }: { id: Id }) {
  const open = useOpenMap()
  const claim = useDocument(s => s.map.claims.find(c => c.id === id))
  const map = useDocument(s => s.map)
  const book = useEvidence()
  if (!claim) return null
  const checked = book?.claims.get(id)
  const level = checked?.level ?? 'ASSUMED'
  const isWrong = level === 'CONTRADICTED'
  const touchpoint = touchpointOf(map, map.cards.find(c => c.id === claim.element)?.touchpoint ?? claim.element)
  return (
    <>
      <InlineText
        label="What is claimed"
        value={claim.statement}
        required
        long
        className={`${styles.head} ${styles.voice}`}
        onSave={text => perform(open, setField('Edit claim', id, 'statement', text))}
      />
      <ClaimCheck claim={claim} />
      <Expectation claim={claim} />
      {book && (
        <p className={styles.hint}>
          {period(book.found.from, book.found.to)}
          {count(book.found.customers)} customers. Verdicts say what events show, never why.
        </p>
      )}
      {touchpoint?.binding && checked?.n ? (
        <CustomersInside names={touchpoint.binding.events} total={checked.n} />
      ) : null}
      {isWrong && checked?.sentence && (
        <section className={styles.section}>
          <h2>The sentence that events support</h2>
          <p className={styles.sentence}>{checked.sentence}</p>
          <div className={styles.acts}>
            <button
              type="button"
              className="link"
              onClick={() => {
                perform(open, setField('Use the sentence that events support', id, 'statement', checked.sentence))
                tell(open, 'The claim now says what events support', true)
              }}
            >
              Use this
            </button>
            <button type="button" className="link" onClick={() => open.view.setState({ open: null })}>
              Keep mine
            </button>
            <button type="button" className="link" onClick={() => notePain(open, claim)}>
              Note as a pain point
            </button>
          </div>
        </section>
      )}
      <section className={styles.section}>
        <h2>About</h2>
        {[claim.element, claim.other].map(
          element =>
            element && (
              <Button key={element} icon={Link2} onPress={() => open.view.setState({ open: element })}>
                {nameOf(map, element)}
              </Button>
            ),
        )}
      </section>
    </>
  )
}

/** What events say of a claim: the verdict, the number with its interval, and where the claim would have it. */
export function ClaimCheck({ claim }: { claim: Claim }) {
  const checked = useEvidence()?.claims.get(claim.id)
  const level = checked?.level ?? 'ASSUMED'
  const isWrong = level === 'CONTRADICTED'
  const observed = checked?.observed ?? null
  return (
    <>
      <p className={styles.verdict} data-wrong={isWrong || undefined}>
        <EvidenceMark level={level} />
        <b>{checked?.sentence ?? (level === 'ASSUMED' ? 'Assumed: nobody has looked yet' : levelWords[level])}</b>
      </p>
      {observed !== null && (
        <>
          <p className={styles.big}>
            <b>{figure(claim, observed)}</b>
            <span>
              {checked?.n !== null && checked?.n !== undefined && <>n&nbsp;{count(checked.n)}</>}
              <br />
              <i className="quiet">{intervalWords(claim, observed, checked?.low ?? null, checked?.high ?? null)}</i>
            </span>
          </p>
          {isShare(claim) && observed >= 0 && observed <= 1 && (
            <>
              <p className={styles.claimed}>what the claim says</p>
              <IntervalScale
                value={observed}
                low={checked?.low ?? null}
                high={checked?.high ?? null}
                atLeast={claim.expectation?.atLeast ?? (claim.expectation?.atMost === undefined ? 0.5 : null)}
                atMost={claim.expectation?.atMost ?? null}
                tone={isWrong ? 'alarm' : 'trail'}
              />
            </>
          )}
        </>
      )}
      {checked?.verdict === 'NOT_ENOUGH_DATA' && checked.needed !== null && (
        <p className={styles.hint}>
          {count(checked.n)} customers so far; {count(checked.needed)} would be enough to tell.
        </p>
      )}
    </>
  )
}

function intervalWords(claim: Claim, observed: number, low: number | null, high: number | null): string {
  if (low === null || high === null) return ''
  if (isShare(claim)) return interval({ value: observed, low, high }) ?? ''
  return `${figure(claim, low)} to ${figure(claim, high)}, 95 % interval`
}

function period(from: string | null, to: string | null): string {
  const day = (at: string) =>
    new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  if (from && to) return `${day(from)} to ${day(to)}. `
  return to ? `Data to ${day(to)}. ` : ''
}

/** What the number must be for the claim to hold. */
function Expectation({ claim }: { claim: Claim }) {
  const open = useOpenMap()
  const scale = shares.includes(claim.claimType) ? 100 : claim.claimType === 'DURATION' ? 1 / 60 : 1
  const unit = isExcess(claim) ? 'points' : isShare(claim) ? '%' : claim.claimType === 'DURATION' ? 'minutes' : ''
  const shown = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * scale * 100) / 100)
  const set = (bound: 'atLeast' | 'atMost', value: number | null) => {
    const next = { ...claim.expectation, [bound]: value === null ? undefined : value / scale }
    const kept = Object.fromEntries(Object.entries(next).filter(([, v]) => v !== undefined))
    perform(open, setField('Change expectation', claim.id, 'expectation', Object.keys(kept).length > 0 ? kept : null))
  }
  return (
    <>
      <WordPicker
        name="It says"
        value={claim.claimType}
        words={claimTypeWords}
        onChange={type => perform(open, setField('Change kind of claim', claim.id, 'claimType', type))}
      />
      <div className={styles.pair}>
        <NumberField
          label={`at least ${unit}`}
          value={shown(claim.expectation?.atLeast)}
          step={0.1}
          onSave={n => set('atLeast', n)}
        />
        <NumberField
          label={`at most ${unit}`}
          value={shown(claim.expectation?.atMost)}
          step={0.1}
          onSave={n => set('atMost', n)}
        />
      </div>
    </>
  )
}

/** Puts what events say into the lane of pain points, at the step that the claim is about. */
function notePain(open: ReturnType<typeof useOpenMap>, claim: Claim) {
  const { map } = open.document
  const lane = map.lanes.find(l => l.role === 'PAIN')
  const card = map.cards.find(c => c.id === claim.element || c.touchpoint === claim.element)
  const step = card?.fromStep ?? map.steps.find(s => s.id === claim.element || s.stage === claim.element)?.id
  if (!lane || !step) {
    tell(open, lane ? 'The claim is about no step. Add the pain point by hand.' : 'Add a lane for pain points first.')
    return
  }
  const made = perform(open, addCard(lane.id, step, claim.statement))
  if (made) {
    focusStop(open.view, stops.card(made))
    tell(open, 'Noted as a pain point', true)
  }
}
