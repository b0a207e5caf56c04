import { FileUp, FlaskConical, PenLine, Route } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useLocation } from 'wouter'
import { Button, Page, plural } from '../design'
import { handFiles, places, useHasRoom, useWorkspace } from '../frame'
import { DemoDoor } from './DemoDoor'
import { DraftDoor } from './DraftDoor'
import { DrawDoor } from './DrawDoor'
import styles from './doors.module.css'
import { FirstPath } from './FirstPath'

/** The first day: three ways to begin, the quickest first. */
export function Doors() {
  const hasSources = useHasRoom('sources')
  const workspace = useWorkspace()
  return (
    <Page
      title="Where would you like to begin?"
      note="Sojourn shows the journeys that your customers really make, beside the map that you drew of them."
    >
      <div className={styles.doors}>
        <Door
          icon={<FlaskConical aria-hidden />}
          title="Try the demo"
          text="A coffee chain with 20,000 made-up customers, and a web shop with 3,751 visitors. Both with a map to read and to change."
        >
          <DemoDoor />
        </Door>
        {workspace.events > 0 ? (
          <Door
            icon={<Route aria-hidden />}
            title="Let the events draw"
            text={`${plural(workspace.events, 'event')} of ${plural(workspace.customers, 'customer')} are here. Sojourn proposes stages, touchpoints and their order, and measures every line of it.`}
          >
            <DraftDoor />
          </Door>
        ) : (
          hasSources && <FileDoor />
        )}
        <Door
          icon={<PenLine aria-hidden />}
          title="Draw a map"
          text="Begin with what you know. Everything you write is an assumption until customers or events say otherwise."
        >
          <DrawDoor />
        </Door>
      </div>
      <FirstPath />
    </Page>
  )
}

function Door({ icon, title, text, children }: { icon: ReactNode; title: string; text: string; children: ReactNode }) {
  return (
    <section className={styles.door}>
      <span className={styles.icon}>{icon}</span>
      <h2 className={`serif ${styles.title}`}>{title}</h2>
      <p className="soft">{text}</p>
      <div className={styles.way}>{children}</div>
    </section>
  )
}

/** Takes files, and carries them to where they are read. */
function FileDoor() {
  const workspace = useWorkspace()
  const [, go] = useLocation()
  const [isOver, setOver] = useState(false)
  const take = (files: File[]) => {
    if (files.length === 0) return
    handFiles(files)
    go(places.sources(workspace.id))
  }
  return (
    <DropZone
      className={styles.drop ?? ''}
      data-over={isOver || undefined}
      onDropEnter={() => setOver(true)}
      onDropExit={() => setOver(false)}
      onDrop={async event => {
        setOver(false)
        take(await Promise.all(event.items.flatMap(item => (item.kind === 'file' ? [item.getFile()] : []))))
      }}
    >
      <Door
        icon={<FileUp aria-hidden />}
        title="Drop a file"
        text="Events as CSV, JSON Lines, Parquet or XES, packed or not. Sojourn says how it reads them before it keeps anything, and drafts a first map."
      >
        <FileTrigger allowsMultiple onSelect={files => take([...(files ?? [])])}>
          <Button look="line">Choose files</Button>
        </FileTrigger>
      </Door>
    </DropZone>
  )
}
