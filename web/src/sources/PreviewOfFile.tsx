import { count, Picker, plural, Tag } from '../design'
import type { Options, Preview, PreviewColumn, Role } from './contract'
import { roleWords, withAnswer, withRole } from './options'
import { QuestionBox } from './QuestionBox'
import styles from './sources.module.css'
import { TimeFormat } from './TimeFormat'
import { TimeZone } from './TimeZone'

const roles = Object.keys(roleWords) as Role[]
const choices = roles.map(role => ({ value: role, ...roleWords[role] }))
const shownRows = 12

interface Props {
  preview: Preview
  options: Options
  onChange: (options: Options) => void
}

/** The questions that are left, the first rows as they were understood, and those that would be refused. */
export function PreviewOfFile({ preview, options, onChange }: Props) {
  const byRole = [...preview.columns].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
  const width = byRole.length
  return (
    <>
      {preview.questions.map(question => (
        <QuestionBox
          key={`${question.topic} ${question.column ?? ''}`}
          question={question}
          onAnswer={value => onChange(withAnswer(options, question, value))}
        />
      ))}
      <div className={styles.facts}>
        {preview.notes.map(note => (
          <p key={note} className="soft">
            {note}
          </p>
        ))}
        {(options.timeFormat !== undefined || misread(preview)) && (
          <p className="soft">
            The times are written as{' '}
            <TimeFormat
              value={options.timeFormat ?? ''}
              onChange={timeFormat => {
                const { timeFormat: _, ...rest } = options
                onChange(timeFormat === '' ? rest : { ...rest, timeFormat })
              }}
            />
          </p>
        )}
        {(preview.assumedTimeZone !== null || options.timeZone !== undefined) && (
          <p className="soft">
            The times say no offset and are read as{' '}
            <TimeZone
              value={options.timeZone ?? preview.assumedTimeZone ?? 'UTC'}
              onChange={zone => onChange({ ...options, timeZone: zone })}
            />
          </p>
        )}
      </div>
      {width > 0 && (
        <div className={styles.sheet}>
          <table aria-label={`First rows of ${preview.name} as they were understood`}>
            <thead>
              <tr>
                {byRole.map(column => (
                  <th key={column.name} scope="col" data-role={column.role}>
                    <span className={styles.column} title={column.name}>
                      <bdi>{column.name}</bdi>
                    </span>
                    <Picker
                      label={`What ${column.name} is`}
                      value={column.role}
                      choices={choices}
                      onChange={role => onChange(withRole(preview, options, column.name, role))}
                    />
                    <span className={styles.why} title={column.why}>
                      {column.guessed ? `found: ${column.why}` : column.why}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.ready
                ? preview.events.slice(0, shownRows).map((event, row) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows stay where they are
                    <tr key={row}>
                      {byRole.map(column => (
                        <td key={column.name} data-role={column.role}>
                          <bdi>{cell(column, event)}</bdi>
                        </td>
                      ))}
                    </tr>
                  ))
                : preview.firstRows.slice(0, shownRows).map((texts, row) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows stay where they are
                    <tr key={row}>
                      {byRole.map(column => (
                        <td key={column.name}>
                          <bdi>{texts[preview.columns.indexOf(column)]}</bdi>
                        </td>
                      ))}
                    </tr>
                  ))}
            </tbody>
          </table>
        </div>
      )}
      {preview.ready && preview.events.length === 0 && (
        <p className="bad">None of the first {plural(preview.looked, 'row')} is an event.</p>
      )}
      {preview.refused > 0 && (
        <section className={styles.refused}>
          <h2>
            {plural(preview.refused, 'row')} of {preview.looked < 65_536 ? '' : 'the first '}
            {count(preview.looked)} would be refused
          </h2>
          <ul>
            {preview.rejected.slice(0, 5).map(row => (
              <li key={row.row}>
                <span className="quiet">
                  row {row.row}
                  {row.field && (
                    <>
                      , <span dir="auto">{row.field}</span>
                    </>
                  )}
                </span>{' '}
                {row.reason}
                <span className={`quiet small ellipsis ${styles.payload}`} dir="auto">
                  {row.payload}
                </span>
              </li>
            ))}
          </ul>
          <p className="quiet small">The others are imported. What was refused is kept, to be seen and mended.</p>
        </section>
      )}
    </>
  )
}

/** Most rows are refused for their time: it is written in a way that nobody knows by sight. */
function misread(preview: Preview): boolean {
  const column = preview.columns.find(one => one.role === 'TIME')?.name
  return (
    column !== undefined &&
    preview.refused * 2 > preview.looked &&
    preview.rejected.filter(row => row.field === column).length * 2 > preview.rejected.length
  )
}

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

function cell(column: PreviewColumn, event: Preview['events'][number]) {
  switch (column.role) {
    case 'CUSTOMER':
      return event.customer
    case 'EVENT':
      return <Tag>{event.event}</Tag>
    case 'TIME':
      return event.time === null ? '–' : `${time.format(new Date(event.time))} UTC`
    case 'CHANNEL':
      return event.channel ?? '–'
    case 'PROPERTY':
      return event.properties[column.name] ?? ''
    default:
      return '–'
  }
}
