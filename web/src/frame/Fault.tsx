import { useEffect, useRef } from 'react'
import { useReach } from '../api'
import { faultWords, isMissingPart } from './faultWords'
import { Message } from './Message'

/** What went wrong, in one sentence with its remedy. */
export function Fault({ fault, again }: { fault: unknown; again?: () => void }) {
  const isAway = useReach(state => state.reach === 'lost')
  const isMissing = isMissingPart(fault)
  const { title, detail } = faultWords(fault, isAway)
  const wasAway = useRef(false)
  useEffect(() => {
    if (isAway) wasAway.current = true
    else if (wasAway.current && isMissing) location.reload()
  }, [isAway, isMissing])
  // What could not be fetched once is not asked for again by the page as it is.
  const act = isMissing ? () => location.reload() : again
  return (
    <Message title={title} tone="bad">
      {detail}
      {act && !(isMissing && isAway) && (
        <>
          {' '}
          <button type="button" className="link" onClick={act}>
            {isMissing ? 'Load again' : 'Try again'}
          </button>
        </>
      )}
    </Message>
  )
}
