import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries, type StoredPersona } from '../api'
import { Button, Field, Picker } from '../design'
import { useWorkspace } from '../frame'
import styles from './persona.module.css'
import type { PersonaPatch } from './usePersona'

/** Who of the customers is this persona: those with an event whose property has one of these values. */
export function SegmentEditor({ persona, change }: { persona: StoredPersona; change: (patch: PersonaPatch) => void }) {
  const workspace = useWorkspace()
  const where = persona.segment?.where ?? []
  const [isEditing, setEditing] = useState(false)
  const { data: vocabulary } = useQuery({ ...queries.vocabulary(workspace.id, ''), enabled: workspace.events > 0 })
  const [property, setProperty] = useState(where[0]?.property ?? '')
  const [values, setValues] = useState(where[0]?.values.join(', ') ?? '')

  if (workspace.events === 0) {
    return (
      <p className={`small quiet ${styles.segment}`}>
        There are no events yet that could say anything of this persona.
      </p>
    )
  }
  const save = () => {
    const list = values
      .split(',')
      .map(value => value.trim())
      .filter(Boolean)
    // Conditions beyond the first came with the map; they stay as they are.
    change({ segment: property && list.length > 0 ? { where: [{ property, values: list }, ...where.slice(1)] } : null })
    setEditing(false)
  }
  if (!isEditing) {
    return (
      <div className={`small ${styles.segment}`}>
        {where.length === 0 ? (
          <p className="quiet">Nobody has said yet which customers in the data are like this.</p>
        ) : (
          <p className="soft">
            These are the customers with an event whose{' '}
            {where.map((match, at) => (
              <span key={match.property}>
                {at > 0 && ' and whose '}
                <b>{match.property}</b> is <b>{match.values.join(' or ')}</b>
              </span>
            ))}
            .
          </p>
        )}
        <button type="button" className={`link ${styles.say}`} onClick={() => setEditing(true)}>
          {where.length === 0 ? 'Say who they are' : 'Change'}
        </button>
      </div>
    )
  }
  return (
    <form
      className={styles.segmentForm}
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <span className="small quiet">Customers with an event whose</span>
      {vocabulary && vocabulary.properties.length > 0 ? (
        <Picker
          label="Property"
          value={property || null}
          placeholder="property"
          choices={vocabulary.properties.map(name => ({ value: name, label: name }))}
          onChange={setProperty}
        />
      ) : (
        <Field label="Property" hideLabel value={property} onChange={setProperty} placeholder="property" />
      )}
      <Field
        label="is one of"
        value={values}
        onChange={setValues}
        placeholder="student, pupil"
        detail="Values with commas between them; empty for nobody."
      />
      <span className={styles.segmentTools}>
        <Button onPress={() => setEditing(false)}>Cancel</Button>
        <Button look="line" type="submit">
          Save
        </Button>
      </span>
    </form>
  )
}
