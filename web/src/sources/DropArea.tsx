import { FileUp } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { places, toast, useWorkspace } from '../frame'
import { Arrivals } from './Arrivals'
import { receive } from './arrivals'
import styles from './sources.module.css'

const accepted = '.csv,.tsv,.txt,.json,.jsonl,.ndjson,.parquet,.xes,.gz'

/** Takes files from anywhere on the page, and goes on to their preview. */
export function useFiles(): (files: readonly File[]) => void {
  const workspace = useWorkspace()
  const [, go] = useLocation()
  return files => {
    if (files.length === 0) return
    void receive(workspace.id, files).then(received => {
      if (received.length === 0) return
      const ids = received.map(one => encodeURIComponent(one.upload)).join(',')
      go(`${places.sources(workspace.id)}/import?files=${ids}`)
    })
  }
}

/** A button that asks for files. */
export function ChooseFiles({ children, look = 'line' }: { children: ReactNode; look?: 'line' | 'main' }) {
  const take = useFiles()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={styles.choose} data-look={look} onClick={() => input.current?.click()}>
        <FileUp aria-hidden />
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        tabIndex={-1}
        aria-label="Files with events"
        onChange={event => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}

/** A page on which files can be dropped anywhere. */
export function DropArea({ children }: { children: ReactNode }) {
  const take = useFiles()
  const latest = useRef(take)
  latest.current = take
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    // Each child that is entered on the way is left again.
    let depth = 0
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth++
      setOver(true)
    }
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const items = [...(event.dataTransfer?.items ?? [])]
      const folders = items.filter(item => item.webkitGetAsEntry?.()?.isDirectory)
      if (folders.length > 0) toast('A folder was dropped; choose the files in it.', { tone: 'alarm' })
      latest.current(
        items.filter(item => !item.webkitGetAsEntry?.()?.isDirectory).flatMap(item => item.getAsFile() ?? []),
      )
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return (
    <>
      <Arrivals />
      {children}
      {isOver && (
        <div className={styles.over} aria-hidden>
          <p className="serif">Drop to see how Sojourn understands it</p>
          <p className="soft">Nothing is stored before you say so.</p>
        </div>
      )}
    </>
  )
}
