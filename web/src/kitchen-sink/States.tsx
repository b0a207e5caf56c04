import { Plus } from 'lucide-react'
import { Banner, Button, Empty, Panel, Progress, Section, Skeleton, Table } from '../design'
import { toast } from '../frame'
import styles from './kitchenSink.module.css'

const rows = [
  { when: 'before 7:30', share: '61 %', n: '612', half: '4' },
  { when: '7:30 to 9:00', share: '34 %', n: '1,684', half: '2' },
  { when: 'after 9:00', share: '45 %', n: '570', half: '4' },
]

/** What stands there while there is nothing, something, too much or trouble. */
export function States() {
  return (
    <Section title="States">
      <div className={styles.stack}>
        <Banner tone="alarm">The server does not answer. What you type is kept here.</Banner>
        <Banner tone="good">The server answers again.</Banner>
        <Progress
          label="Import of orders.csv"
          done={1_240_000}
          total={5_000_000}
          unit="rows"
          rate={310_000}
          secondsLeft={12}
        />
        <Progress label="Draft" done={8_412} total={null} unit="customers" />
        <p>
          <Button look="line" onPress={() => toast('Payment was removed.', { undo: () => toast('Payment is back.') })}>
            Remove, with a way back
          </Button>
        </p>
        <Table
          label="Do not wait, by hour"
          rows={rows}
          rowKey={row => row.when}
          isMarked={row => row.share === '34 %'}
          columns={[
            { key: 'when', title: 'Arrives', cell: row => row.when },
            { key: 'share', title: 'Do not wait', cell: row => <b>{row.share}</b>, isNumber: true },
            { key: 'n', title: 'n', cell: row => <span className="quiet">{row.n}</span>, isNumber: true },
            { key: 'half', title: '±', cell: row => <span className="quiet">{row.half}</span>, isNumber: true },
          ]}
        />
        <Skeleton lines={3} />
        <Empty
          title="No map has been drawn yet"
          tools={
            <Button look="line" icon={Plus}>
              New map
            </Button>
          }
        >
          Says what will stand here, and how it comes to be.
        </Empty>
        <div className={styles.panelStage}>
          <Panel
            title="Claim in Wait & collect"
            label="Detail"
            onClose={() => {}}
            foot={<Button look="main">Show the 1,204 customers</Button>}
          >
            <p className="serif">Most customers who order ahead collect without waiting.</p>
          </Panel>
        </div>
      </div>
    </Section>
  )
}
