import { useState } from 'react'
import { Button } from '../design'
import { ChoiceList } from './ChoiceList'
import { lastDays, type Period, periodWords } from './period'
import { Word } from './Word'
import styles from './word.module.css'

interface Props {
  period: Period
  /** The days between which there are events. */
  first: string | null
  last: string | null
  onChange: (period: Period) => void
  small?: boolean
}

/** The period that is asked about. */
export function PeriodWord({ period, first, last, onChange, small }: Props) {
  return (
    <Word
      label="Period"
      {...(small && { small })}
      content={close => (
        <Content
          period={period}
          first={first}
          last={last}
          onChange={next => {
            onChange(next)
            close()
          }}
        />
      )}
    >
      {periodWords(period)}
    </Word>
  )
}

function Content({ period, first, last, onChange }: Omit<Props, 'small'>) {
  const day = (moment: string | null) => moment?.slice(0, 10) ?? ''
  const [from, setFrom] = useState(period.kind === 'between' ? period.from : day(first))
  const [to, setTo] = useState(period.kind === 'between' ? period.to : day(last))
  const isOne = from !== '' && to !== '' && from <= to
  return (
    <>
      <ChoiceList
        label="Period"
        value={period.kind === 'all' ? 'all' : period.kind === 'last' ? String(period.days) : ''}
        choices={[
          { value: 'all', label: 'All time' },
          ...lastDays.map(days => ({
            value: String(days),
            label: days === 365 ? 'The last year of the data' : `The last ${days} days of the data`,
          })),
        ]}
        onChange={value => onChange(value === 'all' ? { kind: 'all' } : { kind: 'last', days: Number(value) })}
      />
      <div className={styles.own}>
        <label>
          from
          <input type="date" value={from} onChange={event => setFrom(event.target.value)} />
        </label>
        <label>
          to, inclusive
          <input type="date" value={to} onChange={event => setTo(event.target.value)} />
        </label>
        <Button look="line" isDisabled={!isOne} onPress={() => onChange({ kind: 'between', from, to })}>
          Use these days
        </Button>
      </div>
    </>
  )
}
