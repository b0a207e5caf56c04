import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { base, type Job, Problem, path, queries, request } from '../api'
import { Button, bytes, Empty, Page, plural, Skeleton } from '../design'
import { Fault, places, toast, useTitle, useWorkspace } from '../frame'
import type { Options, Preview } from './contract'
import { ChooseFiles, DropArea } from './DropArea'
import { form } from './options'
import { PreviewOfFile } from './PreviewOfFile'
import { sourceQueries } from './queries'
import styles from './sources.module.css'
import { formatWord } from './words'

/** Files as they would be imported: seen, put right, and taken in. */
export function ImportPage() {
  const workspace = useWorkspace()
  const [, go] = useLocation()
  const uploads = (new URLSearchParams(useSearch()).get('files') ?? '').split(',').filter(id => id !== '')
  const [chosen, choose] = useOptions(uploads)
  const [shown, show] = useState(0)
  const [isStarting, setStarting] = useState(false)
  const [wantsDraft, setWantsDraft] = useState(true)
  const maps = useQuery(queries.maps(workspace.id))
  const previews = useQueries({
    queries: uploads.map(id => ({
      ...sourceQueries.preview(workspace.id, id, chosen[id] ?? {}),
      // A changed role shows in its head at once, not after a blank page.
      placeholderData: (before: Preview | undefined) => before,
    })),
  })
  const at = Math.min(shown, uploads.length - 1)
  const current = previews[at]
  const known = useQueries({ queries: uploads.map(id => sourceQueries.upload(workspace.id, id)) })
  const name = (which: number) => known[which]?.data?.name ?? '…'
  useTitle(uploads.length === 1 ? `Import ${name(0)}` : 'Import')
  const ready = uploads.filter((_, which) => previews[which]?.data?.ready)
  const noMaps = maps.data?.length === 0

  const change = (options: Options) => {
    const mine = current?.data
    const alike = uploads.filter(
      (_, which) =>
        which === at || (mine && previews[which]?.data && form(previews[which].data as Preview) === form(mine)),
    )
    choose({ ...chosen, ...Object.fromEntries(alike.map(id => [id, options])) })
  }
  const leave = async () => {
    go(places.sources(workspace.id))
    for (const id of uploads) await request('DELETE', `${base(workspace.id)}${path`/uploads/${id}`}`).catch(() => {})
  }
  const start = async () => {
    setStarting(true)
    const groups = new Map<string, string[]>()
    for (const id of ready) {
      const key = JSON.stringify(chosen[id] ?? {})
      groups.set(key, [...(groups.get(key) ?? []), id])
    }
    try {
      const jobs: Job[] = []
      for (const [options, files] of groups) {
        jobs.push(
          await request<Job>('POST', `${base(workspace.id)}/imports`, {
            // One draft is enough, when all are in.
            body: {
              uploads: files,
              options: JSON.parse(options),
              draft: noMaps && wantsDraft && jobs.length === groups.size - 1,
            },
          }),
        )
      }
      const ids = jobs.map(job => encodeURIComponent(job.id)).join(',')
      go(`${places.sources(workspace.id)}/imports?jobs=${ids}`)
    } catch (fault) {
      setStarting(false)
      toast(fault instanceof Problem ? (fault.problems[0]?.message ?? fault.message) : 'The server does not answer.', {
        tone: 'alarm',
      })
    }
  }

  if (uploads.length === 0) {
    return (
      <DropArea>
        <Page title="Import">
          <Empty title="No file was chosen" tools={<ChooseFiles look="main">Choose files</ChooseFiles>}>
            Drop a file here, or choose one.
          </Empty>
        </Page>
      </DropArea>
    )
  }
  return (
    <DropArea>
      <Page
        title={uploads.length === 1 ? name(0) : `${uploads.length} files`}
        note={
          current?.data
            ? about(current.data)
            : current?.isError
              ? `${name(at)} cannot be used as it is.`
              : 'Looking into the file …'
        }
        tools={
          <>
            <Button onPress={() => void leave()}>Cancel</Button>
            <Button look="main" isDisabled={ready.length === 0 || isStarting} onPress={() => void start()}>
              {uploads.length === 1 ? 'Import' : `Import ${plural(ready.length, 'file')}`}
            </Button>
          </>
        }
      >
        {noMaps && (
          <label className={styles.draft}>
            <input type="checkbox" checked={wantsDraft} onChange={event => setWantsDraft(event.target.checked)} />
            Then draft a first map from what customers did
          </label>
        )}
        {uploads.length > 1 && (
          <nav className={styles.files} aria-label="Files">
            {uploads.map((id, which) => (
              <button
                key={id}
                type="button"
                className={styles.file}
                aria-current={which === at ? 'true' : undefined}
                onClick={() => show(which)}
              >
                <span className="ellipsis" dir="auto">
                  {name(which)}
                </span>
                <span className={`small ${stateOf(previews[which]) === 'ready' ? 'quiet' : 'bad'}`}>
                  {stateOf(previews[which])}
                </span>
              </button>
            ))}
          </nav>
        )}
        {current?.isPending && <Skeleton lines={8} />}
        {current?.isError && (
          <Problems
            fault={current.error}
            again={() => current.refetch()}
            isChanged={chosen[uploads[at] ?? ''] !== undefined}
            reset={() => change({})}
          />
        )}
        {current?.data && (
          <PreviewOfFile
            key={uploads[at]}
            preview={current.data}
            options={chosen[uploads[at] ?? ''] ?? {}}
            onChange={change}
          />
        )}
      </Page>
    </DropArea>
  )
}

function stateOf(preview: { data?: Preview | undefined; isError: boolean } | undefined): string {
  if (preview?.isError) return 'cannot be used'
  if (!preview?.data) return '…'
  return preview.data.ready ? 'ready' : plural(preview.data.questions.length, 'question')
}

const delimiters: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

function about(preview: Preview): string {
  const parts = [
    formatWord(preview.format) + (preview.gzip ? ', packed' : ''),
    bytes(preview.bytes),
    preview.encoding,
    preview.delimiter && `divided by ${delimiters[preview.delimiter] ?? preview.delimiter}`,
    plural(preview.columns.length, 'column'),
  ]
  return parts.filter(part => part !== null).join(' · ')
}

/** What stands against a file, each in its sentence. */
function Problems({
  fault,
  again,
  isChanged,
  reset,
}: {
  fault: unknown
  again: () => void
  isChanged: boolean
  reset: () => void
}) {
  if (!(fault instanceof Problem) || fault.problems.length === 0) {
    return fault instanceof Problem && fault.status === 404 ? (
      <Empty title="This file is not here any more" tools={<ChooseFiles look="main">Choose it again</ChooseFiles>}>
        Files that nobody imports are removed after a day, and all that wait when a person is erased.
      </Empty>
    ) : (
      <Fault fault={fault} again={again} />
    )
  }
  return (
    <div className={styles.problems} role="alert">
      <ul>
        {fault.problems.map(problem => (
          <li key={`${problem.field} ${problem.message}`}>{problem.message}</li>
        ))}
      </ul>
      {isChanged && (
        <Button look="line" onPress={reset}>
          Back to what was found
        </Button>
      )}
    </div>
  )
}

/** What the person said about each file, kept for as long as the tab. */
function useOptions(uploads: readonly string[]): [Record<string, Options>, (options: Record<string, Options>) => void] {
  const key = `import ${uploads.join(',')}`
  const [chosen, choose] = useState<Record<string, Options>>(() => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '{}')
    } catch {
      return {}
    }
  })
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(chosen)), [key, chosen])
  return [chosen, choose]
}
