import { useId } from 'react'
import { Picker } from '../design'
import type { Question } from './contract'
import { noTime } from './options'
import styles from './sources.module.css'

const inSight = 6

/** Something that the file does not say, asked plainly. */
export function QuestionBox({ question, onAnswer }: { question: Question; onAnswer: (value: string) => void }) {
  const id = useId()
  const candidates =
    question.topic === 'TIME'
      ? [...question.candidates, { value: noTime, label: 'There is no time; the rows stand in their order' }]
      : question.candidates
  const head = candidates.slice(0, inSight)
  const rest = candidates.slice(inSight)
  return (
    <section className={styles.question} aria-labelledby={id}>
      <h2 id={id} className="serif" dir="auto">
        {question.sentence}
      </h2>
      <div className={styles.answers}>
        {head.map(candidate => (
          <button
            key={candidate.value}
            type="button"
            className={styles.answer}
            dir="auto"
            onClick={() => onAnswer(candidate.value)}
          >
            {candidate.label}
          </button>
        ))}
        {rest.length > 0 && (
          <Picker
            label={question.sentence}
            value={null}
            placeholder={`${rest.length} more`}
            choices={rest}
            onChange={onAnswer}
          />
        )}
      </div>
      {question.topic === 'TIME' && (
        <p className="quiet small">Or choose “Time” at the head of the column that says it.</p>
      )}
    </section>
  )
}
