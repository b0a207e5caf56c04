import { Copy, Ellipsis, Flag, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  Dialog,
  Field,
  InlineList,
  InlineText,
  Menu,
  Picker,
  Search,
  Section,
  Segmented,
  Tag,
  Tip,
} from '../design'
import { modKey } from '../frame'
import styles from './kitchenSink.module.css'

const views = [
  { value: 'design', label: 'Design' },
  { value: 'reality', label: 'Reality' },
  { value: 'feeling', label: 'Feeling' },
] as const

/** What is pressed, picked and typed into. */
export function Controls() {
  const [view, setView] = useState<(typeof views)[number]['value']>('reality')
  const [period, setPeriod] = useState('90')
  const [text, setText] = useState('')
  const [thought, setThought] = useState('The usual, or is this a cortado day?')
  const [goals, setGoals] = useState(['Coffee in hand without breaking stride', 'Never explain my order twice'])
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title="Controls">
      <p className={styles.row}>
        <Button look="main">Show the 1,204 customers</Button>
        <Button look="line">or the 1,662</Button>
        <Button icon={Plus}>Add a step</Button>
        <Button look="alarm" icon={Trash2}>
          Erase
        </Button>
        <Button isDisabled look="line">
          Not now
        </Button>
        <Tip tip="Marks the moment that decides">
          <Button icon={Flag} aria-label="Moment of truth" />
        </Tip>
      </p>
      <div className={styles.row}>
        <Segmented label="View" value={view} choices={views} onChange={setView} />
        <Picker
          label="Period"
          quiet
          value={period}
          onChange={setPeriod}
          choices={[
            { value: '30', label: 'last 30 days' },
            { value: '90', label: 'last 90 days' },
            { value: 'all', label: 'all time', detail: '12 May to 31 Oct 2026' },
          ]}
        />
        <Menu
          label="More"
          trigger={<Button icon={Ellipsis} aria-label="More" />}
          groups={[
            {
              choices: [
                { label: 'Copy', icon: Copy, keys: `${modKey}C` },
                { label: 'Move right', isDisabled: true },
              ],
            },
            { choices: [{ label: 'Delete', icon: Trash2, tone: 'alarm' }] },
          ]}
        />
        <Button look="line" onPress={() => setOpen(true)}>
          Ask first
        </Button>
        <Tag>published</Tag> <Tag tone="alarm">needs review</Tag>
      </div>
      <div className={styles.fields}>
        <Field
          label="Name"
          value={text}
          onChange={setText}
          placeholder="as customers would say it"
          detail="Up to 200 letters."
        />
        <Field
          label="Least share"
          value="140"
          error="A share lies between 0 and 100 %; write 14 if you meant 14 %."
          onChange={() => {}}
        />
        <Search label="Find a touchpoint" value={text} onChange={setText} />
      </div>
      <p className="quiet small">Text that is edited where it stands:</p>
      <p className={`say ${styles.thought}`}>
        <InlineText label="Thought" value={thought} onSave={setThought} required />
      </p>
      <InlineList
        label="Goal"
        values={goals}
        onSave={setGoals}
        example="A time that can be believed"
        className="serif"
      />
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Erase customer K7-41?"
        tools={
          <>
            <Button onPress={() => setOpen(false)}>Keep</Button>
            <Button look="alarm" onPress={() => setOpen(false)}>
              Erase 212 events
            </Button>
          </>
        }
      >
        <p>This cannot be taken back. A dialog is only for that; everything else is done at once and undone at will.</p>
      </Dialog>
    </Section>
  )
}
