import type { StoredPersona } from '../api'
import { InlineText } from '../design'
import styles from './persona.module.css'
import type { PersonaPatch } from './usePersona'

const fields = [
  { field: 'ageRange', label: 'Age', placeholder: 'age' },
  { field: 'location', label: 'Place', placeholder: 'place' },
  { field: 'occupation', label: 'Work', placeholder: 'work' },
] as const

/** The outer facts, in words: a persona is no person, so there is no date of birth. */
export function Demographics({ persona, change }: { persona: StoredPersona; change: (patch: PersonaPatch) => void }) {
  const put = (field: (typeof fields)[number]['field'], text: string) => {
    const next = { ageRange: null, location: null, occupation: null, ...persona.demographics, [field]: text || null }
    const isEmpty = fields.every(other => !next[other.field])
    change({ demographics: isEmpty ? null : next })
  }
  return (
    <dl className={styles.facts}>
      {fields.map(({ field, label, placeholder }) => (
        <div key={field} data-empty={!persona.demographics?.[field] || undefined}>
          <dt className="unseen">{label}</dt>
          <dd>
            <InlineText
              label={label}
              value={persona.demographics?.[field] ?? ''}
              placeholder={placeholder}
              maxLength={field === 'ageRange' ? 100 : 200}
              onSave={text => put(field, text)}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
