import { useState } from 'react'
import { Button, Picker } from '../design'
import { ChoiceList } from './ChoiceList'
import { Word } from './Word'
import { readWindow, type WindowUnit, windows, windowUnits, windowWords, writeWindow } from './window'
import styles from './word.module.css'

interface Props {
  window: string | null
  onChange: (window: string | null) => void
}

/** How long customers may take. */
export function WindowWord({ window, onChange }: Props) {
  return (
    <Word
      label="Time from the first step to the last"
      content={close => (
        <Content
          window={window}
          onChange={next => {
            onChange(next)
            close()
          }}
        />
      )}
    >
      {windowWords(window)}
    </Word>
  )
}

function Content({ window, onChange }: Props) {
  const read = readWindow(window)
  const [amount, setAmount] = useState(String(read?.amount ?? 14))
  const [unit, setUnit] = useState<WindowUnit>(read?.unit ?? 'D')
  const number = Number(amount)
  const isOne = Number.isInteger(number) && number > 0 && number < 100_000
  return (
    <>
      <ChoiceList
        label="Time from the first step to the last"
        value={window ?? ''}
        choices={[{ value: '', label: 'Any time' }, ...windows.map(value => ({ value, label: windowWords(value) }))]}
        onChange={value => onChange(value === '' ? null : value)}
      />
      <div className={styles.own}>
        <label>
          at most
          <input
            type="number"
            min={1}
            className={styles.amount}
            value={amount}
            onChange={event => setAmount(event.target.value)}
          />
        </label>
        <Picker label="Unit" value={unit} choices={windowUnits} onChange={setUnit} />
        <Button look="line" isDisabled={!isOne} onPress={() => onChange(writeWindow(number, unit))}>
          Use this
        </Button>
      </div>
    </>
  )
}
