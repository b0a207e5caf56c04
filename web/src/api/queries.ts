import { queryOptions } from '@tanstack/react-query'
import type {
  AppInfo,
  HomeAnswers,
  Job,
  MapSummary,
  PersonaData,
  StoredPersona,
  VocabularyName,
  Workspace,
} from './contract'
import { path, request } from './request'

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
      queryFn: ({ signal }) =>
        request<{
          names: VocabularyName[]
          properties: string[]
          dataThrough: string | null
          firstTime: string | null
        }>('GET', `${base(workspace)}/vocabulary`, { query: { q }, signal }),
    }),
}
