import { useEffect } from 'react'

/** Names the page in the tab, in the history and to a screen reader. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title === 'Sojourn' ? title : `${title} · Sojourn`
  }, [title])
}
