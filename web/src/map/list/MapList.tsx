import { ChannelIcon, count, EvidenceWord, feeling, percent } from '../../design'
import { gridOf } from '../view/columns'
import { touchpointOf, useDocument, useEvidence, useOpenMap, useView } from '../view/context'
import { seen } from '../view/seen'
import { spokenRoles } from '../view/words'
import styles from './list.module.css'

/** The map as a list, for a small screen: stage after stage, step after step. */
export function MapList() {
  const open = useOpenMap()
  const whole = useDocument(s => s.map)
  const persona = useView(v => v.persona)
  const withoutLanes = useView(v => v.withoutLanes)
  const map = seen(whole, { persona, withoutLanes })
  const book = useEvidence()
  const show = useView(v => v.show)
  const grid = gridOf(map, new Set())
  const see = (element: string) => () => open.view.setState({ open: element })
  return (
    <div className={styles.list} data-show={show}>
      {grid.stages.map(({ stage, from, to }) => {
        const found = show === 'design' ? undefined : book?.stages.get(stage.id)
        return (
          <section key={stage.id} className={styles.stage}>
            <button type="button" className={styles.stageHead} onClick={see(stage.id)}>
              <h2 dir="auto">{stage.name}</h2>
              {found && (
                <p className="quiet">
                  <b>{count(found.customers)}</b> customers
                  {found.conversion &&
                    found.conversion.value !== null &&
                    from > 0 &&
                    `, ${percent(found.conversion.value)} of the stage before`}
                </p>
              )}
            </button>
            {grid.columns.slice(from, to).map((column, i) => (
              <div key={column.key} className={styles.step}>
                {column.steps.map(step => (
                  <button key={step.id} type="button" onClick={see(step.id)}>
                    <h3 dir="auto">{step.title}</h3>
                  </button>
                ))}
                {grid.rows.map(row => {
                  if (row.lane.role === 'EMOTION_CURVE') {
                    const step = column.steps[0]?.id
                    const drawn = map.emotions.find(e => e.step === step)
                    const measured = book?.found.feelings.find(f => f.step === step)
                    if (!drawn && !measured) return null
                    return (
                      <div key={row.lane.id} className={styles.lane}>
                        <span className={styles.title}>{row.lane.title}</span>
                        <button type="button" onClick={see(drawn?.id ?? (step as string))}>
                          {drawn && `drawn ${feeling(drawn.valence)}`}
                          {measured?.mean !== null &&
                            measured?.mean !== undefined &&
                            `, measured ${feeling(measured.mean)} n ${count(measured.n)}`}
                        </button>
                      </div>
                    )
                  }
                  const cards = [
                    ...(row.cells[from + i] ?? []),
                    ...row.wide.filter(w => w.from === from + i).map(w => w.card),
                  ]
                  if (cards.length === 0) return null
                  return (
                    <div key={row.lane.id} className={styles.lane}>
                      <span className={styles.title} dir="auto">
                        {row.lane.title}
                      </span>
                      <div className={styles.cards}>
                        {cards.map(card => {
                          const touchpoint = touchpointOf(map, card.touchpoint)
                          const mark = show === 'design' ? undefined : book?.found.marks[touchpoint?.id ?? card.id]
                          const isSpoken = spokenRoles.has(row.lane.role)
                          return (
                            <button
                              key={card.id}
                              type="button"
                              className={styles.card}
                              onClick={see(touchpoint?.id ?? card.id)}
                            >
                              {touchpoint?.channel && <ChannelIcon channel={touchpoint.channel} />}
                              <span>
                                <span className={isSpoken ? 'say' : undefined} dir="auto">
                                  {isSpoken ? `“${card.body}”` : card.body || touchpoint?.name}
                                </span>
                                {mark && <EvidenceWord level={mark.level}>{mark.word}</EvidenceWord>}
                              </span>
                            </button>
                          )
                        })}
                      </div>
                    </div>
                  )
                })}
              </div>
            ))}
          </section>
        )
      })}
    </div>
  )
}
