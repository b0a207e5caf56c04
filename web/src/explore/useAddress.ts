import { useCallback } from 'react'
import { useSearchParams } from 'wouter'
import type { Count } from '../api'
import { readCount, writeCount } from './address'

interface Change {
  address: URLSearchParams
  /** Goes to another address of the same place. Looking around does not lengthen the history. */
  change: (make: (now: URLSearchParams) => URLSearchParams, keep?: 'replace' | 'push') => void
}

/** The question that the address asks. */
export function useAddress(): Change {
  const [address, set] = useSearchParams()
  const change = useCallback<Change['change']>(
    (make, keep = 'push') => set(now => make(new URLSearchParams(now)), { replace: keep === 'replace' }),
    [set],
  )
  return { address, change }
}

/** The number that is open beside the answer. */
export function useOpened(): { opened: Count | null; open: (count: Count | null) => void } {
  const { address, change } = useAddress()
  const open = useCallback(
    (count: Count | null) =>
      change(now => {
        if (count === null) now.delete('open')
        else now.set('open', writeCount(count))
        return now
      }, 'replace'),
    [change],
  )
  return { opened: readCount(address.get('open')), open }
}
