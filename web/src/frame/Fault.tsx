import { Problem, Unreachable } from '../api'
import { Message } from './Message'

/** What went wrong, in one sentence with its remedy. */
export function Fault({ fault, again }: { fault: unknown; again?: () => void }) {
  const { title, detail, isOld } = words(fault)
  // What could not be fetched once is not asked for again by the page as it is.
  const act = isOld ? () => location.reload() : again
  return (
    <Message title={title} tone="bad">
      {detail}
      {act && (
        <>
          {' '}
          <button type="button" className="link" onClick={act}>
            {isOld ? 'Load again' : 'Try again'}
          </button>
        </>
      )}
    </Message>
  )
}

function words(fault: unknown): { title: string; detail: string; isOld?: boolean } {
  if (fault instanceof Unreachable) {
    return {
      title: 'The server does not answer',
      detail: 'What you typed is kept here. This page goes on by itself when the server is back.',
    }
  }
  if (fault instanceof Problem) {
    const id = fault.failureId === null ? '' : ` Look for ${fault.failureId} in the logs of the server.`
    return { title: fault.title, detail: fault.message + id }
  }
  // A part of the application that cannot be fetched was replaced by a newer one.
  if (fault instanceof TypeError && /import|module/i.test(fault.message)) {
    return { title: 'This page is from an older build', detail: 'Load it again to go on.', isOld: true }
  }
  const detail = fault instanceof Error ? fault.message : String(fault)
  return { title: 'This screen failed', detail: `Load the page again; if it fails again, tell us: ${detail}` }
}
