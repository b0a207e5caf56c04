import { ArrowLeft, ArrowRight, Check, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import type { VocabularyTouchpoint } from '../api'
import { Button, count, Search } from '../design'
import type { Step } from './address'
import { Word } from './Word'
import styles from './word.module.css'

/** More than these need to be narrowed by typing. */
const mostShown = 60

interface Props {
  label: string
  step: Step
  touchpoints: VocabularyTouchpoint[]
  onChange: (step: Step) => void
  onEarlier?: (() => void) | undefined
  onLater?: (() => void) | undefined
  onRemove?: (() => void) | undefined
  /** Never several. */
  isOne?: boolean
}

/** A step of the sentence: one touchpoint, or any of several. */
export function TouchpointWord({ label, step, ...rest }: Props) {
  return (
    <Word label={label} content={close => <Choices step={step} close={close} {...rest} />}>
      {step.join(' or ')}
    </Word>
  )
}

interface ChoicesProps extends Omit<Props, 'label'> {
  close: () => void
}

export function Choices({ step, touchpoints, onChange, onEarlier, onLater, onRemove, isOne, close }: ChoicesProps) {
  const [part, setPart] = useState('')
  const [isSeveral, setSeveral] = useState(step.length > 1)
  const wanted = part.toLocaleLowerCase()
  const found = touchpoints.filter(touchpoint => touchpoint.name.toLocaleLowerCase().includes(wanted))
  const shown = found.slice(0, mostShown)
  const act = (does: () => void) => () => {
    close()
    does()
  }
  return (
    <>
      <Autocomplete inputValue={part} onInputChange={setPart}>
        <div className={styles.search}>
          <Search label="Find a touchpoint" value={part} onChange={setPart} autoFocus />
        </div>
        <ListBox
          aria-label="Touchpoints"
          className={styles.list ?? ''}
          items={shown}
          selectionMode={isSeveral ? 'multiple' : 'single'}
          selectedKeys={step}
          disallowEmptySelection={isSeveral}
          renderEmptyState={() => <p className={`quiet ${styles.note}`}>No touchpoint of this name.</p>}
          onSelectionChange={keys => {
            if (keys === 'all') return
            // Those that the search hides stay chosen.
            const names = [...keys].map(String)
            // Chosen again, it stays chosen.
            if (names.length > 0) onChange(isSeveral ? names : names.slice(-1))
            if (!isSeveral) close()
          }}
        >
          {touchpoint => (
            <ListBoxItem id={touchpoint.name} textValue={touchpoint.name} className={styles.choice ?? ''}>
              {({ isSelected }) => (
                <>
                  <span dir="auto">{touchpoint.name}</span>
                  <span className="quiet small" title={`${count(touchpoint.customers)} customers`}>
                    {count(touchpoint.customers)}
                  </span>
                  {isSelected ? <Check aria-hidden /> : <span />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {found.length > shown.length && (
        <p className={`quiet small ${styles.note}`}>
          {count(found.length - shown.length)} more; type to narrow them down.
        </p>
      )}
      <div className={styles.foot}>
        {!isOne && (
          <Button
            look={isSeveral ? 'line' : 'plain'}
            aria-pressed={isSeveral}
            onPress={() => {
              setSeveral(!isSeveral)
              if (isSeveral) onChange(step.slice(0, 1))
            }}
          >
            Any of several
          </Button>
        )}
        <span className={styles.space} />
        {onEarlier && <Button icon={ArrowLeft} aria-label="Move step earlier" onPress={act(onEarlier)} />}
        {onLater && <Button icon={ArrowRight} aria-label="Move step later" onPress={act(onLater)} />}
        {onRemove && <Button icon={Trash2} aria-label="Remove step" onPress={act(onRemove)} />}
      </div>
    </>
  )
}
