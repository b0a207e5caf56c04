import type { Options, Preview, Question, Role } from './contract'

/** The option that names the column of a role. */
const optionOf = {
  CUSTOMER: 'customer',
  EVENT: 'event',
  TIME: 'time',
  ORDER: 'order',
  EVENT_ID: 'eventId',
  CHANNEL: 'channel',
} as const

type Played = keyof typeof optionOf

const isPlayed = (role: Role): role is Played => role in optionOf

/** In the words of whoever has the file. */
export const roleWords: Record<Role, { label: string; detail: string }> = {
  CUSTOMER: { label: 'Customer', detail: 'whose event it is' },
  EVENT: { label: 'Event', detail: 'what happened' },
  TIME: { label: 'Time', detail: 'when it happened' },
  ORDER: { label: 'Order', detail: 'a number, where there is no time' },
  EVENT_ID: { label: 'Event id', detail: 'tells one event from another' },
  CHANNEL: { label: 'Channel', detail: 'where it happened' },
  PROPERTY: { label: 'Property', detail: 'kept with the event' },
  NONE: { label: 'Leave out', detail: 'not kept' },
}

/** Everything that a preview says about roles, as options; so a change of one leaves the others as they are seen. */
export function spelledOut(preview: Preview, options: Options): Options {
  const all: Options = { ...options }
  for (const column of preview.columns) if (isPlayed(column.role)) all[optionOf[column.role]] = column.name
  return all
}

/** The options after a column was given another role in its head. */
export function withRole(preview: Preview, options: Options, name: string, role: Role): Options {
  const next = spelledOut(preview, options)
  for (const option of Object.values(optionOf)) if (next[option] === name) delete next[option]
  if (isPlayed(role)) {
    next[optionOf[role]] = name
    if (role === 'CHANNEL') delete next.channelValue
    // An event has its time or its place in an order.
    if (role === 'TIME') delete next.order
    if (role === 'ORDER') delete next.time
    if (role === 'TIME' || role === 'ORDER') delete next.timeFormat
  }
  const others = preview.columns.filter(column => !Object.values(optionOf).some(option => next[option] === column.name))
  // Who lost a role is still kept.
  const kept = others.filter(column => (column.name === name ? role : column.role) !== 'NONE')
  if (kept.length === others.length) delete next.properties
  else next.properties = kept.map(column => column.name)
  return next
}

/** The value with which a question about the time says that there is none. */
export const noTime = '\u0000row'

/** The options after a question was answered. */
export function withAnswer(options: Options, question: Question, value: string): Options {
  switch (question.topic) {
    case 'CUSTOMER':
      return { ...options, customer: value }
    case 'EVENT':
      return { ...options, event: value }
    case 'TIME': {
      const { order: _, time: __, ...rest } = options
      return value === noTime ? { ...rest, order: 'row' } : { ...rest, time: value }
    }
    case 'TIME_FORMAT':
      return { ...options, timeFormat: value, ...(question.column !== null && { time: question.column }) }
    case 'ENCODING':
      return { ...options, encoding: value }
  }
}

/** Files whose columns have these names can be read in the same way. */
export const form = (preview: Preview) => JSON.stringify(preview.columns.map(column => column.name))
