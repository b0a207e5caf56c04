import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { base, type Job, path, type Received, request, type Source } from '../api'
import type { Options, Preview, RejectedRow } from './contract'

/** The part of a map that ties it to events. */
export interface BoundMap {
  revision: number
  map: {
    id: string
    touchpoints?: {
      id: string
      name: string
      observability: string
      binding?: { events: string[]; where?: { property: string; values: string[] }[] }
    }[]
  }
}

const pageOfRows = 100

export const sourceQueries = {
  sources: (workspace: string) =>
    queryOptions({
      queryKey: [workspace, 'sources'],
      queryFn: async ({ signal }) =>
        (await request<{ sources: Source[] }>('GET', `${base(workspace)}/sources`, { signal })).sources,
    }),
  rejected: (workspace: string, source: string) =>
    infiniteQueryOptions({
      queryKey: [workspace, 'sources', source, 'rejected'],
      queryFn: ({ signal, pageParam }) =>
        request<{ total: number; rows: RejectedRow[]; next: string | null }>(
          'GET',
          `${base(workspace)}${path`/sources/${source}/rejected`}`,
          { query: { limit: pageOfRows, cursor: pageParam }, signal },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: last => last.next,
    }),
  upload: (workspace: string, id: string) =>
    queryOptions({
      queryKey: ['upload', workspace, id],
      queryFn: ({ signal }) => request<Received>('GET', `${base(workspace)}${path`/uploads/${id}`}`, { signal }),
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  preview: (workspace: string, upload: string, options: Options) =>
    queryOptions({
      // Not below the workspace: nothing that happens there changes what a file says.
      queryKey: ['preview', workspace, upload, options],
      queryFn: ({ signal }) =>
        request<Preview>('POST', `${base(workspace)}${path`/uploads/${upload}/preview`}`, { body: options, signal }),
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  job: (workspace: string, job: string) =>
    queryOptions({
      queryKey: [workspace, 'jobs', job],
      queryFn: ({ signal }) => request<Job>('GET', path`/api/v1/jobs/${job}`, { signal }),
    }),
  boundMap: (workspace: string, map: string) =>
    queryOptions({
      queryKey: [workspace, 'maps', map, 'bindings'],
      queryFn: ({ signal }) => request<BoundMap>('GET', `${base(workspace)}${path`/maps/${map}`}`, { signal }),
    }),
}
