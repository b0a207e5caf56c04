import { X } from 'lucide-react'
import { Banner, Button, Progress } from '../design'
import { useWorkspace } from '../frame'
import { dismissArrival, useArrivals } from './arrivals'
import styles from './sources.module.css'

/** Files on their way to the server, and those that did not arrive. */
export function Arrivals() {
  const workspace = useWorkspace()
  const arrivals = useArrivals(state => state.arrivals).filter(arrival => arrival.workspace === workspace.id)
  if (arrivals.length === 0) return null
  return (
    <section className={styles.arrivals} aria-label="Files on their way">
      {arrivals.map(arrival => {
        if (arrival.fault !== null) {
          return (
            <Banner
              key={arrival.id}
              tone="alarm"
              tools={<Button icon={X} aria-label="Dismiss" onPress={() => dismissArrival(arrival.id)} />}
            >
              <span dir="auto">{arrival.name}</span>: {arrival.fault}
            </Banner>
          )
        }
        const seconds = (Date.now() - arrival.startedAt) / 1000
        const rate = seconds > 1 && arrival.sent > 0 ? arrival.sent / seconds : null
        return (
          <div key={arrival.id} className={styles.arrival}>
            <div className={styles.arrivalHead}>
              <span className="ellipsis" dir="auto">
                {arrival.name}
              </span>
              <Button icon={X} aria-label={`Stop sending ${arrival.name}`} onPress={arrival.stop} />
            </div>
            <Progress
              label={`Sending ${arrival.name}`}
              done={arrival.sent}
              total={arrival.bytes}
              unit="bytes"
              secondsLeft={rate === null ? null : (arrival.bytes - arrival.sent) / rate}
            />
          </div>
        )
      })}
    </section>
  )
}
