import { Download, Redo2, RefreshCw, Search, Undo2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { base, noticeOf, path, request } from '../../api'
import { Button, Menu, Segmented } from '../../design'
import { places, useWorkspace } from '../../frame'
import type { Saving } from '../document'
import { setField } from '../operation'
import { perform, redo, tell, undo, useDocument, useOpenMap, useView } from '../view/context'
import { type Show, shows } from '../view/view'
import { mapTypeWords, statusWords } from '../view/words'
import styles from './head.module.css'
import { Scope } from './Scope'

/** Where one is, what this map is, whether it is saved, and how to look at it. */
export function MapHead() {
  const workspace = useWorkspace()
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <nav className={styles.trail} aria-label="Where this is">
          <Link href={places.maps(workspace.id)}>{workspace.name}</Link>
          <span aria-hidden="true">›</span>
        </nav>
        <Title />
        <Meta />
        <span className={styles.space} />
        <Steps />
        <ExportMenu />
      </div>
      <div className={styles.line}>
        <Scope />
        <span className={styles.space} />
        <SearchField />
        <ShowControl />
      </div>
    </header>
  )
}

function Title() {
  const open = useOpenMap()
  const title = useDocument(s => s.map.title)
  const [text, setText] = useState<string | null>(null)
  const save = () => {
    if (text !== null && text.trim() !== '' && text.trim() !== title) {
      perform(open, setField('Rename map', open.document.map.id, 'title', text.trim()))
    }
    setText(null)
  }
  useEffect(() => {
    addEventListener('pagehide', save)
    return () => removeEventListener('pagehide', save)
  })
  return (
    <h1 className={styles.title}>
      <input
        dir="auto"
        aria-label="Title of the map"
        value={text ?? title}
        maxLength={400}
        title={title}
        onChange={event => setText(event.target.value)}
        onBlur={save}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save()
          if (event.key === 'Escape') setText(null)
        }}
      />
    </h1>
  )
}

function Meta() {
  const open = useOpenMap()
  const mapType = useDocument(s => s.map.mapType)
  const status = useDocument(s => s.map.status)
  const revision = useDocument(s => s.revision)
  const saving = useDocument(s => s.saving)
  const id = useDocument(s => s.map.id)
  return (
    <p className={styles.meta}>
      <button
        type="button"
        className={styles.plain}
        title="About this map"
        onClick={() => open.view.setState({ open: id })}
      >
        {mapTypeWords[mapType]} · {statusWords[status]} · v{revision}
      </button>
      <span aria-hidden="true"> · </span>
      <span className={styles.saving} data-kind={saving.kind} role={saving.kind === 'unsaved' ? 'status' : undefined}>
        {savingWords(saving)}
      </span>
    </p>
  )
}

function savingWords(saving: Saving): string {
  switch (saving.kind) {
    case 'saved':
      return saving.at ? `saved ${clock(saving.at)}` : 'saved'
    case 'saving':
      return 'saving'
    case 'unsaved':
      return 'not saved, kept here'
  }
}

function clock(at: Date): string {
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return at.toDateString() === new Date().toDateString()
    ? time
    : `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} ${time}`
}

function Steps() {
  const open = useOpenMap()
  const before = useDocument(s => s.undo)
  const after = useDocument(s => s.redo)
  return (
    <div className={styles.group}>
      <button
        type="button"
        className={styles.icon}
        disabled={before === null}
        aria-label={before === null ? 'Nothing to undo' : `Undo: ${before}`}
        title={before === null ? 'Nothing to undo' : `Undo: ${before} (Ctrl+Z)`}
        onClick={() => undo(open)}
      >
        <Undo2 aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.icon}
        disabled={after === null}
        aria-label={after === null ? 'Nothing to redo' : `Redo: ${after}`}
        title={after === null ? 'Nothing to redo' : `Redo: ${after} (Ctrl+Shift+Z)`}
        onClick={() => redo(open)}
      >
        <Redo2 aria-hidden="true" />
      </button>
      <CheckAgain />
    </div>
  )
}

function CheckAgain() {
  const open = useOpenMap()
  const [isAsking, setAsking] = useState(false)
  const check = async () => {
    setAsking(true)
    try {
      await request('POST', `${base(open.workspace)}${path`/maps/${open.id}/check`}`)
      tell(open, 'The map is held against every journey again')
    } catch (fault) {
      tell(open, fault instanceof Error ? fault.message : String(fault))
    } finally {
      setAsking(false)
    }
  }
  return (
    <button
      type="button"
      className={styles.icon}
      disabled={isAsking}
      aria-label="Check the map against the data"
      title="Check the map against the data"
      onClick={() => void check()}
    >
      <RefreshCw aria-hidden="true" />
    </button>
  )
}

const formats = [
  { label: 'PDF, one page as large as the map', query: 'format=pdf&page=FIT' },
  { label: 'PDF, pages of A3', query: 'format=pdf&page=A3' },
  { label: 'PNG, a picture', query: 'format=png' },
  { label: 'SVG, a drawing', query: 'format=svg' },
]

function ExportMenu() {
  const open = useOpenMap()
  const address = `${base(open.workspace)}${path`/maps/${open.id}/export`}`
  const group = (theme: 'light' | 'dark') => ({
    title: theme === 'light' ? 'On paper' : 'Dark',
    choices: formats.map(({ label, query }) => ({
      label: theme === 'light' ? label : `${label}, dark`,
      href: `${address}?${query}&theme=${theme}`,
      download: true,
      act: () =>
        void noticeOf(`${address}?${query}`).then(notice => {
          if (notice) tell(open, notice)
        }),
    })),
  })
  const data = {
    title: 'Data',
    choices: [{ label: 'JSON, the map itself', href: `${address}?format=json`, download: true }],
  }
  return (
    <Menu
      label="Export"
      placement="bottom end"
      trigger={<Button icon={Download}>Export</Button>}
      groups={[group('light'), group('dark'), data]}
    />
  )
}

function SearchField() {
  const open = useOpenMap()
  const search = useView(v => v.search)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (search === '') input.current?.focus()
  }, [search])
  const close = () => {
    open.view.setState({ search: null })
    const { focus } = open.view.getState()
    if (focus !== null) document.getElementById(`stop:${focus}`)?.focus()
  }
  const next = () => {
    const found = [...document.querySelectorAll<HTMLElement>('[data-found]')]
    const at = found.findIndex(node => node.dataset.current !== undefined)
    if (at >= 0) delete found[at]?.dataset.current
    const to = found[(at + 1) % found.length]
    if (to) {
      to.dataset.current = ''
      to.scrollIntoView({ block: 'center', inline: 'center' })
      const { stop } = to.dataset
      if (stop) open.view.setState({ focus: stop })
    }
  }
  if (search === null) {
    return (
      <button
        type="button"
        className={styles.icon}
        aria-label="Search in this map"
        title="Search in this map (/)"
        onClick={() => open.view.setState({ search: '' })}
      >
        <Search aria-hidden="true" />
      </button>
    )
  }
  return (
    <search className={styles.search}>
      <Search aria-hidden="true" />
      <input
        ref={input}
        aria-label="Search in this map"
        placeholder="Search in this map"
        value={search}
        onChange={event => open.view.setState({ search: event.target.value.toLowerCase() })}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Escape') close()
          if (event.key === 'Enter') next()
        }}
      />
      <button type="button" className={styles.icon} aria-label="End the search" onClick={close}>
        <X aria-hidden="true" />
      </button>
    </search>
  )
}

const showWords: Record<Show, string> = { design: 'Design', reality: 'Reality', feeling: 'Feeling' }

function ShowControl() {
  const open = useOpenMap()
  const show = useView(v => v.show)
  return (
    <Segmented
      label="What is shown"
      value={show}
      choices={shows.map(value => ({ value, label: showWords[value] }))}
      onChange={value => open.view.setState({ show: value })}
    />
  )
}
