import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, EvidenceWord, Field, InlineText } from '../../design'
import {
  addClaim,
  addEvidence,
  type ClaimType,
  deleteElement,
  type Evidence,
  type EvidenceKind,
  type Id,
  setField,
} from '../operation'
import { perform, useDocument, useEvidence, useOpenMap } from '../view/context'
import { evidenceKindWords, stanceWords } from '../view/words'
import { ClaimCheck } from './ClaimFields'
import { NumberField } from './NumberField'
import styles from './panel.module.css'
import { WordPicker } from './Row'

/** What an element rests on: its mark, what is claimed of it, and what else speaks for or against it. */
export function Support({ element }: { element: Id }) {
  const open = useOpenMap()
  const book = useEvidence()
  const map = useDocument(s => s.map)
  const mark = book?.found.marks[element]
  const about = [element, ...map.cards.filter(c => c.touchpoint === element).map(c => c.id)]
  const claims = map.claims.filter(c => about.includes(c.element) || c.other === element)
  const deciding = claims.find(c => c.id === mark?.claim)
  const evidence = map.evidence.filter(e => about.includes(e.element))
  return (
    <>
      {mark && !deciding && (
        <div className={styles.support}>
          <EvidenceWord level={mark.level}>{mark.sentence ?? mark.word}</EvidenceWord>
        </div>
      )}
      <section className={styles.section}>
        <h2>Claims</h2>
        {deciding && (
          <div className={styles.deciding}>
            <button type="button" className={styles.claim} onClick={() => open.view.setState({ open: deciding.id })}>
              <span className="serif" dir="auto">
                {deciding.statement}
              </span>
            </button>
            <ClaimCheck claim={deciding} />
          </div>
        )}
        {claims
          .filter(claim => claim !== deciding)
          .map(claim => {
            const checked = book?.claims.get(claim.id)
            return (
              <button
                key={claim.id}
                type="button"
                className={styles.claim}
                onClick={() => open.view.setState({ open: claim.id })}
              >
                <span className="serif" dir="auto">
                  {claim.statement}
                </span>
                <EvidenceWord level={checked?.level ?? 'ASSUMED'}>{checked?.sentence ?? 'assumed'}</EvidenceWord>
              </button>
            )
          })}
        <AddClaim element={element} />
      </section>
      <section className={styles.section}>
        <h2>Evidence</h2>
        {evidence.map(item => (
          <EvidenceItem key={item.id} item={item} />
        ))}
        <Button
          icon={Plus}
          onPress={() =>
            perform(open, addEvidence({ element, kind: 'INTERVIEW', stance: 'SUPPORTS', title: 'Where it comes from' }))
          }
        >
          Add evidence
        </Button>
      </section>
    </>
  )
}

const kinds: Partial<Record<ClaimType, string>> = {
  OCCURS: 'a share comes to it',
  DURATION: 'it takes a time',
  DROP_OFF: 'a share leaves here',
  VOLUME: 'a number come to it',
  REPEAT_CONTACT: 'a share has to come again',
  SENTIMENT: 'customers feel so',
}

function AddClaim({ element }: { element: Id }) {
  const open = useOpenMap()
  const [statement, setStatement] = useState('')
  const [type, setType] = useState<ClaimType>('OCCURS')
  const add = () => {
    if (statement.trim() === '') return
    const made = perform(
      open,
      addClaim({
        element,
        claimType: type,
        statement: statement.trim(),
        ...(type === 'OCCURS' && { expectation: { atLeast: 0.5 } }),
        tolerance: 0,
      }),
    )
    setStatement('')
    if (made) open.view.setState({ open: made })
  }
  return (
    <div className={styles.adding}>
      <Field
        label="A sentence that data could confirm or contradict"
        hideLabel
        long
        placeholder="Most customers do this without help"
        value={statement}
        onChange={setStatement}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add()
        }}
      />
      {statement.trim() !== '' && (
        <>
          <WordPicker name="It says" value={type} words={kinds} onChange={setType} />
          <Button look="line" onPress={add}>
            Add claim
          </Button>
        </>
      )}
    </div>
  )
}

function EvidenceItem({ item }: { item: Evidence }) {
  const open = useOpenMap()
  const set = (field: string, value: unknown) => perform(open, setField('Edit evidence', item.id, field, value))
  return (
    <details className={styles.evidence}>
      <summary>
        <span dir="auto">{item.title}</span>
        <span className="quiet">
          {evidenceKindWords[item.kind].toLowerCase()}, {stanceWords[item.stance]}
          {item.said !== undefined && item.sampleSize !== undefined && `, ${item.said} of ${item.sampleSize}`}
        </span>
      </summary>
      <InlineText label="Title" value={item.title} required onSave={text => set('title', text)} />
      <InlineText
        label="What it says"
        placeholder="What it says, word for word"
        long
        className="serif"
        value={item.excerpt ?? ''}
        onSave={text => set('excerpt', text || null)}
      />
      <WordPicker
        name="Kind"
        value={item.kind}
        words={evidenceKindWords}
        onChange={(kind: EvidenceKind) => set('kind', kind)}
      />
      <WordPicker name="It" value={item.stance} words={stanceWords} onChange={stance => set('stance', stance)} />
      <div className={styles.pair}>
        <NumberField label="said so" value={item.said} onSave={n => set('said', n)} />
        <NumberField label="of those asked" value={item.sampleSize} onSave={n => set('sampleSize', n)} />
        <label className={styles.number}>
          collected on
          <input
            type="date"
            value={item.collectedOn ?? ''}
            onChange={event => set('collectedOn', event.target.value || null)}
          />
        </label>
      </div>
      <Button onPress={() => perform(open, deleteElement(item.id))}>Delete this evidence</Button>
    </details>
  )
}
