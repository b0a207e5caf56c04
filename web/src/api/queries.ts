import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  AppInfo,
  Count,
  CustomerJourney,
  CustomerPage,
  HomeAnswers,
  Job,
  MapSummary,
  PersonaData,
  Spec,
  StoredPersona,
  Vocabulary,
  Workspace,
} from './contract'
import { Problem, type ProblemBody, path, request } from './request'

/** The first part of every address below a workspace. */
export const base = (workspace: string) => path`/api/v1/workspaces/${workspace}`

/** What is known of the server, by name. What the stream tells makes the same names stale. */
export const queries = {
  app: () =>
    queryOptions({
      queryKey: ['app'],
      queryFn: ({ signal }) => request<AppInfo>('GET', '/api/v1/app', { signal }),
    }),
  workspaces: () =>
    queryOptions({
      queryKey: ['workspaces'],
      queryFn: async ({ signal }) =>
        (await request<{ workspaces: Workspace[] }>('GET', '/api/v1/workspaces', { signal })).workspaces,
    }),
  home: (workspace: string) =>
    queryOptions({
      queryKey: [workspace, 'home'],
      queryFn: ({ signal }) => request<HomeAnswers>('GET', `${base(workspace)}/home`, { signal }),
    }),
  jobs: (workspace: string) =>
    queryOptions({
      queryKey: [workspace, 'jobs'],
      queryFn: async ({ signal }) =>
        (await request<{ jobs: Job[] }>('GET', `${base(workspace)}/jobs`, { signal })).jobs,
    }),
  maps: (workspace: string) =>
    queryOptions({
      queryKey: [workspace, 'maps'],
      queryFn: async ({ signal }) =>
        (await request<{ maps: MapSummary[] }>('GET', `${base(workspace)}/maps`, { signal })).maps,
    }),
  bin: (workspace: string) =>
    queryOptions({
      queryKey: [workspace, 'maps', 'bin'],
      queryFn: async ({ signal }) =>
        (await request<{ maps: MapSummary[] }>('GET', `${base(workspace)}/maps`, { query: { bin: true }, signal }))
          .maps,
    }),
  personas: (workspace: string) =>
    queryOptions({
      queryKey: [workspace, 'personas'],
      queryFn: async ({ signal }) =>
        (await request<{ personas: StoredPersona[] }>('GET', `${base(workspace)}/personas`, { signal })).personas,
    }),
  persona: (workspace: string, persona: string) =>
    queryOptions({
      queryKey: [workspace, 'personas', persona],
      queryFn: ({ signal }) =>
        request<StoredPersona & { data: PersonaData | null }>(
          'GET',
          `${base(workspace)}${path`/personas/${persona}`}`,
          {
            signal,
          },
        ),
    }),
  vocabulary: (workspace: string, q: string) =>
    queryOptions({
      queryKey: [workspace, 'vocabulary', q],
      queryFn: ({ signal }) => request<Vocabulary>('GET', `${base(workspace)}/vocabulary`, { query: { q }, signal }),
    }),
  /** Of which kind the answer is follows from the spec. */
  analysis: <A>(workspace: string, spec: Spec) =>
    queryOptions({
      queryKey: [workspace, 'analysis', spec],
      queryFn: async ({ signal }) =>
        settled(await request<A>('POST', `${base(workspace)}/analyses`, { body: spec, signal })),
    }),
  inside: (workspace: string, spec: Spec, count: Count) =>
    infiniteQueryOptions({
      queryKey: [workspace, 'inside', spec, count],
      initialPageParam: null as string | null,
      getNextPageParam: (page: CustomerPage) => page.next,
      queryFn: async ({ signal, pageParam }) =>
        settled(
          await request<CustomerPage>('POST', `${base(workspace)}/analyses/customers`, {
            body: { spec, count, limit: 20, cursor: pageParam },
            signal,
          }),
        ),
    }),
  customers: (workspace: string, q: string) =>
    infiniteQueryOptions({
      queryKey: [workspace, 'customers', q],
      initialPageParam: null as string | null,
      getNextPageParam: (page: Pick<CustomerPage, 'total' | 'customers' | 'next'>) => page.next,
      queryFn: ({ signal, pageParam }) =>
        request<Pick<CustomerPage, 'total' | 'customers' | 'next'>>('GET', `${base(workspace)}/customers`, {
          query: { q, limit: 50, cursor: pageParam },
          signal,
        }),
    }),
  customer: (workspace: string, id: string) =>
    infiniteQueryOptions({
      queryKey: [workspace, 'customer', id],
      initialPageParam: null as string | null,
      getNextPageParam: (page: CustomerJourney) => page.next,
      queryFn: ({ signal, pageParam }) =>
        request<CustomerJourney>('GET', `${base(workspace)}/customer`, {
          query: { id, limit: 200, cursor: pageParam },
          signal,
        }),
    }),
}

/** What fails after a long wait comes with a status that was sent before: it is told by its problems. */
function settled<A>(value: A): A {
  const late = value as { status?: unknown; problems?: unknown }
  if (typeof late.status === 'number' && Array.isArray(late.problems)) {
    throw new Problem(late.status, value as ProblemBody, null)
  }
  return value
}
