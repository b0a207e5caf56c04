import type { OpenMap } from '../view/context'

const LEAST_ZOOM = 0.25
const MOST_ZOOM = 2

const within = (zoom: number) => Math.round(Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom)) * 100) / 100

/** What lies under the pointer, or else in the middle, stays where it is. */
export function zoomBy(open: OpenMap, factor: number, pointer?: { x: number; y: number }) {
  const { zoom: before } = open.view.getState()
  const zoom = within(before * factor)
  if (zoom === before) return
  const scroller = scrollerOf()
  const box = scroller?.getBoundingClientRect()
  open.view.setState({ zoom })
  if (!scroller || !box) return
  const x = pointer ? pointer.x - box.left : box.width / 2
  const y = pointer ? pointer.y - box.top : box.height / 2
  const { scrollLeft, scrollTop } = scroller
  requestAnimationFrame(() => {
    scroller.scrollLeft = ((scrollLeft + x) * zoom) / before - x
    scroller.scrollTop = ((scrollTop + y) * zoom) / before - y
  })
}

/** As small as it takes to see all of the map, never larger than it is. */
export function zoomToFit(open: OpenMap) {
  const grid = document.querySelector('[role="grid"]')
  const scroller = scrollerOf()
  if (!grid || !scroller) return
  const { zoom } = open.view.getState()
  const width = grid.getBoundingClientRect().width / zoom
  const height = grid.getBoundingClientRect().height / zoom
  const fit = Math.min(1, scroller.clientWidth / width, scroller.clientHeight / height)
  open.view.setState({ zoom: Math.max(LEAST_ZOOM, Math.floor(fit * 100) / 100) })
}

function scrollerOf(): HTMLElement | null {
  return document.querySelector('[role="grid"]')?.parentElement?.parentElement ?? null
}
