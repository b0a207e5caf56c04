import { QueryClient } from '@tanstack/react-query'
import { Problem, Unreachable } from '../api'

/** What was fetched. The stream says when it is no longer true, so it need not be asked again before. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // The server's no is an answer; silence is not, and the stream asks again when it is over.
      retry: (failures, fault) =>
        !(fault instanceof Problem && fault.status < 500) && failures < (fault instanceof Unreachable ? 1 : 2),
      retryDelay: attempt => Math.min(500 * 2 ** attempt, 4_000),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
