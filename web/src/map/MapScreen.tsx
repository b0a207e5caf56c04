import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useParams } from 'wouter'
import { base, Problem, path, request, stream, Unreachable } from '../api'
import { Skeleton } from '../design'
import { Fault, isTyping, useCommands, useKeys, useTitle, useWorkspace } from '../frame'
import { type DocumentParts, MapDocument, NotSent, shelfIn } from './document'
import { bookOf, type MapEvidence } from './evidence/evidence'
import { MapGrid } from './grid/MapGrid'
import { zoomToFit } from './grid/zoom'
import { FootBar } from './head/FootBar'
import { MapHead } from './head/MapHead'
import { NotSaved, Refused, Replaced } from './head/Refused'
import { MapList } from './list/MapList'
import { elementOf, type Id, type JourneyMap } from './operation'
import { MapPanel } from './panel/MapPanel'
import styles from './screen.module.css'
import { LANE_WIDTH, NARROWEST } from './view/columns'
import { EvidenceProvider, OpenMapProvider, redo, undo, useDocument, useOpenMap, useView } from './view/context'
import { type Show, shows, type View, viewStore } from './view/view'

interface LoadedMap {
  revision: number
  updatedAt: string | null
  map: object
  evidence: MapEvidence | null
}

/** The map that the address names: drawn, held against the data, and edited in its place. */
export function MapScreen() {
  const workspace = useWorkspace()
  const { map: id = '' } = useParams<{ map: string }>()
  const loaded = useQuery({
    queryKey: ['map', workspace.id, id],
    queryFn: ({ signal }) => request<LoadedMap>('GET', `${base(workspace.id)}${path`/maps/${id}`}`, { signal }),
    // The open document keeps itself up to date; only its evidence is asked for again.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (loaded.isPending) {
    return (
      <div className={styles.loading}>
        <Skeleton lines={6} />
      </div>
    )
  }
  if (loaded.isError && !loaded.data) return <Fault fault={loaded.error} again={() => void loaded.refetch()} />
  return (
    <Opened
      key={`${workspace.id} ${id}`}
      id={id}
      loaded={loaded.data as LoadedMap}
      again={() => void loaded.refetch()}
    />
  )
}

function Opened({ id, loaded, again }: { id: string; loaded: LoadedMap; again: () => void }) {
  const workspace = useWorkspace()
  const [open] = useState(() => {
    const address = `${base(workspace.id)}${path`/maps/${id}`}`
    const document = new MapDocument(loaded, partsOf(address, workspace.id, id))
    return { workspace: workspace.id, id, document, view: viewStore(fromAddress(document.map)) }
  })
  const book = useMemo(() => (loaded.evidence ? bookOf(loaded.evidence) : null), [loaded.evidence])

  useEffect(() => {
    const { document } = open
    const stop = [
      stream.on('map', told => {
        if (told.map === id) document.heard(told)
      }),
      stream.on('resumed', () => document.resumed()),
      stream.on('evidence', told => {
        if (told.map === id) again()
      }),
    ]
    const online = () => document.resumed()
    addEventListener('online', online)
    return () => {
      for (const end of stop) end()
      removeEventListener('online', online)
    }
  }, [open, id, again])

  return (
    <OpenMapProvider value={open}>
      <EvidenceProvider value={book}>
        <Workbench />
      </EvidenceProvider>
    </OpenMapProvider>
  )
}

function Workbench() {
  const open = useOpenMap()
  const title = useDocument(s => s.map.title)
  const said = useView(v => v.said)
  useTitle(title)
  useMapKeys()
  useAddress()
  const isNarrow = useIsNarrow()
  return (
    <div className={styles.screen}>
      <div className={styles.work}>
        <MapHead />
        <NotSaved />
        <Refused />
        <Replaced />
        {isNarrow ? <MapList /> : <MapGrid />}
        <FootBar />
      </div>
      <MapPanel />
      <div className="unseen" aria-live="polite">
        {said}
      </div>
      <LeftElement open={open} />
    </div>
  )
}

/** The panel closes when what it shows is taken out by somebody else. */
function LeftElement({ open }: { open: ReturnType<typeof useOpenMap> }) {
  const map = useDocument(s => s.map)
  useEffect(() => {
    const { open: element } = open.view.getState()
    if (element !== null && element !== map.id && !elementOf(map, element)) open.view.setState({ open: null })
  }, [map, open])
  return null
}

function useMapKeys() {
  const open = useOpenMap()
  const listen = useMemo(
    () => (event: KeyboardEvent) => {
      if (isTyping(event)) return
      const isCommand = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      if (isCommand && key === 'z') (event.shiftKey ? redo : undo)(open)
      else if (isCommand && key === 'y') redo(open)
      else if (isCommand && key === '0') open.view.setState({ zoom: 1 })
      else if (event.shiftKey && event.code === 'Digit1' && !isCommand) zoomToFit(open)
      else if (key === '/' && !isCommand) open.view.setState({ search: '' })
      else return
      event.preventDefault()
    },
    [open],
  )
  useKeys(listen)
  const commands = useMemo(
    () => [
      { id: 'undo', label: 'Undo', keys: 'Ctrl+Z', act: () => undo(open) },
      { id: 'redo', label: 'Redo', keys: 'Ctrl+Shift+Z', act: () => redo(open) },
      ...shows.map(show => ({
        id: `show ${show}`,
        label: `Show ${show}`,
        act: () => open.view.setState({ show }),
      })),
      { id: 'fit', label: 'See all of the map', keys: 'Shift+1', act: () => zoomToFit(open) },
      {
        id: 'fold',
        label: 'Fold the steps of every stage',
        act: () => open.view.setState({ folded: new Set(open.document.map.stages.map(s => s.id)) }),
      },
      { id: 'unfold', label: 'Show every step', act: () => open.view.setState({ folded: new Set() }) },
      {
        id: 'about',
        label: 'About this map, its history',
        act: () => open.view.setState({ open: open.document.map.id }),
      },
    ],
    [open],
  )
  useCommands('This map', commands)
}

/** Beside the columns stand the folded side bar, the titles of the lanes and the plus at the end. */
const BESIDE = 52 + LANE_WIDTH + 32

/** A journey whose steps have no room side by side begins with one column a stage, so that all of it is seen. */
function foldedAtFirst(map: JourneyMap): ReadonlySet<Id> {
  const hasRoom = map.steps.length * NARROWEST <= innerWidth - BESIDE
  return new Set(hasRoom ? [] : map.stages.map(s => s.id))
}

function fromAddress(map: JourneyMap): Partial<View> {
  const asked = new URLSearchParams(location.search)
  const show = asked.get('show') as Show
  const element = asked.get('element')
  return {
    ...(shows.includes(show) && { show }),
    ...(element && { open: element }),
    persona: asked.get('persona'),
    withoutLanes: new Set(asked.get('without')?.split(',').filter(Boolean)),
    folded: asked.has('folded') ? new Set(asked.get('folded')?.split(',').filter(Boolean)) : foldedAtFirst(map),
  }
}

const kept = ['show', 'open', 'folded', 'persona', 'withoutLanes'] as const

/** What is shown stands in the address, so that the address restores it. */
function useAddress() {
  const open = useOpenMap()
  useEffect(
    () =>
      open.view.subscribe((now, before) => {
        if (kept.every(part => now[part] === before[part])) return
        const asked = new URLSearchParams()
        if (now.show !== 'reality') asked.set('show', now.show)
        if (now.open !== null) asked.set('element', now.open)
        if (now.persona !== null) asked.set('persona', now.persona)
        if (now.withoutLanes.size > 0) asked.set('without', [...now.withoutLanes].join(','))
        const isChosen = now.folded !== before.folded || new URLSearchParams(location.search).has('folded')
        if (isChosen) asked.set('folded', [...now.folded].join(','))
        history.replaceState(history.state, '', asked.size > 0 ? `?${asked}` : location.pathname)
      }),
    [open],
  )
}

const narrow = '(max-width: 640px)'

function useIsNarrow(): boolean {
  const [is, setIs] = useState(() => matchMedia(narrow).matches)
  useEffect(() => {
    const media = matchMedia(narrow)
    const change = () => setIs(media.matches)
    media.addEventListener('change', change)
    return () => media.removeEventListener('change', change)
  }, [])
  return is
}

/** The document's line to the server, and the browser's storage. */
function partsOf(address: string, workspace: string, id: string): DocumentParts {
  const asking = async <T,>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask()
    } catch (fault) {
      if (fault instanceof Unreachable) throw new NotSent('The server does not answer.', false)
      if (fault instanceof Problem) {
        const isForNow = fault.status >= 500 || fault.status === 429 || fault.status === 408
        throw new NotSent(fault.message, !isForNow)
      }
      throw fault
    }
  }
  return {
    post: changes => asking(() => request('POST', `${address}/changes`, { body: { changes } })),
    since: revision =>
      request<Awaited<ReturnType<DocumentParts['since']>>>('GET', `${address}/changes`, {
        query: { since: revision },
      }).catch(fault => {
        if (fault instanceof Problem && fault.status === 410) return null
        throw fault
      }),
    load: () => request('GET', address),
    shelf: shelfIn(localStorage, workspace, id, crypto.randomUUID()),
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
    later: (act, ms) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
  }
}
