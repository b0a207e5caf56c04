import { Graph, layout } from '@dagrejs/dagre'
import { orderOf } from './flowOrder'
import { end, type FlowShape, start, type Way } from './flowShape'

export interface Box {
  name: string
  /** Tells apart boxes of one name. */
  key?: string
  x: number
  y: number
  width: number
  height: number
}

export interface Course {
  way: Way
  points: { x: number; y: number }[]
}

export interface Drawing {
  width: number
  height: number
  boxes: Box[]
  courses: Course[]
}

const wide = 116
const high = 44
/** With a name on two lines. */
const higher = 60
const longest = 13
const mark = 22

/** Puts touchpoints into layers from left to right, with few crossings. */
export function draw(shape: FlowShape): Drawing {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 46, edgesep: 14 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const place of shape.places) {
    const out = shape.ways.filter(way => way.from === place.name).length
    const into = shape.ways.filter(way => way.to === place.name).length
    // Room at its sides for the ways that meet there.
    const height = Math.max(highOf(place.name), Math.min(150, 14 + 15 * Math.max(out, into)))
    graph.setNode(place.name, { width: wide, height })
  }
  for (const name of [start, end]) {
    if (shape.ways.some(way => way.from === name || way.to === name)) graph.setNode(name, { width: mark, height: mark })
  }
  const most = Math.max(1, ...shape.ways.map(way => way.units))
  const order = orderOf(shape)
  const isBack = (way: Way) => (order.get(way.from) ?? 0) > (order.get(way.to) ?? 0)
  shape.ways.forEach((way, at) => {
    // A way back to itself is drawn as a loop on its box.
    if (way.from !== way.to) {
      // What leads back is laid as if it led on, and drawn from its other end.
      const [from, to] = isBack(way) ? [way.to, way.from] : [way.from, way.to]
      graph.setEdge(from, to, { weight: 1 + Math.round((way.units / most) * 8), minlen: 1 }, String(at))
    }
  })
  layout(graph)
  const boxes = new Map(
    graph.nodes().map(name => {
      const { x, y, width, height } = graph.node(name) as Required<Box>
      return [name, { name, x, y, width, height }]
    }),
  )
  const courses = shape.ways.flatMap((way, at) => {
    if (way.from === way.to) return []
    const [from, to] = isBack(way) ? [way.to, way.from] : [way.from, way.to]
    const edge = graph.edge(from, to, String(at)) as { points: Point[] } | undefined
    // Between neighbors nothing has to be bent around.
    const isNear = Math.abs((boxes.get(from)?.x ?? 0) - (boxes.get(to)?.x ?? 0)) < wide * 1.6
    const bends = isNear ? [] : (edge?.points.slice(1, -1) ?? [])
    return edge ? [{ way, points: isBack(way) ? bends.reverse() : bends }] : []
  })
  anchor(courses, boxes)
  return framed([...boxes.values()], courses)
}

const highOf = (name: string) => (name.length > longest ? higher : high)

const margin = 12

/** Moved so that nothing lies outside: ways may bend farther out than any box. */
function framed(boxes: Box[], courses: Course[]): Drawing {
  const points = courses.flatMap(course => course.points)
  // Above a box may be a loop, below a mark its word.
  const tops = [...boxes.map(box => box.y - box.height / 2 - 18), ...points.map(point => point.y)]
  const bottoms = [...boxes.map(box => box.y + box.height / 2 + 14), ...points.map(point => point.y)]
  const lefts = [...boxes.map(box => box.x - box.width / 2), ...points.map(point => point.x)]
  const rights = [...boxes.map(box => box.x + box.width / 2), ...points.map(point => point.x)]
  const left = Math.min(...lefts) - margin
  const top = Math.min(...tops) - margin
  return {
    width: Math.max(...rights) + margin - left,
    height: Math.max(...bottoms) + margin - top,
    boxes: boxes.map(box => ({ ...box, x: box.x - left, y: box.y - top })),
    courses: courses.map(course => ({
      way: course.way,
      points: course.points.map(point => ({ x: point.x - left, y: point.y - top })),
    })),
  }
}

interface Point {
  x: number
  y: number
}

/** Ways leave and reach a box at its sides, one below the other in the order of where they lead. */
function anchor(courses: Course[], boxes: Map<string, Box>) {
  const sides = new Map<string, { course: Course; isFirst: boolean; toward: number }[]>()
  const note = (box: Box, side: -1 | 1, course: Course, isFirst: boolean, toward: number) => {
    const key = `${side}${box.name}`
    const list = sides.get(key) ?? []
    list.push({ course, isFirst, toward })
    sides.set(key, list)
  }
  for (const course of courses) {
    const from = boxes.get(course.way.from)
    const to = boxes.get(course.way.to)
    if (!from || !to) continue
    const side = from.x <= to.x ? 1 : -1
    note(from, side, course, true, course.points[0]?.y ?? to.y)
    note(to, side === 1 ? -1 : 1, course, false, course.points.at(-1)?.y ?? from.y)
  }
  const ends = new Map<Course, { first?: Point; last?: Point }>()
  for (const [key, list] of sides) {
    const side = key.startsWith('-1') ? -1 : 1
    const box = boxes.get(key.slice(side === -1 ? 2 : 1))
    if (!box) continue
    list.sort((a, b) => a.toward - b.toward)
    list.forEach(({ course, isFirst }, at) => {
      const room = Math.min(box.height - 10, list.length * 16)
      const point = {
        x: box.x + (side * box.width) / 2,
        y: box.y - room / 2 + ((at + 0.5) / list.length) * room,
      }
      ends.set(course, { ...ends.get(course), [isFirst ? 'first' : 'last']: point })
    })
  }
  for (const course of courses) {
    const { first, last } = ends.get(course) ?? {}
    if (first) course.points.unshift(first)
    if (last) course.points.push(last)
  }
}

/** One touchpoint in the middle, what comes before it at the left, what comes after it at the right. */
export function drawAround(shape: FlowShape, center: string): Drawing {
  const into = shape.ways.filter(way => way.to === center && way.from !== center)
  const out = shape.ways.filter(way => way.from === center && way.to !== center)
  const rows = Math.max(into.length, out.length, 1)
  const pitch = higher + 8
  const height = rows * pitch + 24
  const tall = Math.max(high, Math.min(height - 24, Math.max(into.length, out.length) * 22))
  const x = { into: 16 + wide / 2, center: 16 + wide * 1.5 + gap, out: 16 + wide * 2.5 + gap * 2 }
  const middle: Box = { name: center, key: center, x: x.center, y: height / 2, width: wide, height: tall }
  const boxes: Box[] = [middle]
  const courses: Course[] = []
  const side = (ways: Way[], isInto: boolean) =>
    ways.forEach((way, at) => {
      const name = isInto ? way.from : way.to
      const isMark = name === start || name === end
      const y = height / 2 - (ways.length * pitch) / 2 + (at + 0.5) * pitch
      const box: Box = {
        name,
        key: `${isInto ? 'into' : 'out'}${name}`,
        x: isInto ? x.into : x.out,
        y,
        width: isMark ? mark : wide,
        height: isMark ? mark : highOf(name),
      }
      boxes.push(box)
      const port = middle.y - tall / 2 + ((at + 0.5) / ways.length) * tall
      const here = { x: box.x + ((isInto ? 1 : -1) * box.width) / 2, y }
      const there = { x: middle.x + ((isInto ? -1 : 1) * wide) / 2, y: port }
      courses.push({ way, points: isInto ? [here, there] : [there, here] })
    })
  side(into, true)
  side(out, false)
  return framed(boxes, courses)
}

const gap = 130

/** A smooth line through points: straight at both ends, bent between. */
export function smooth(points: { x: number; y: number }[]): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  let d = `M${first.x.toFixed(1)} ${first.y.toFixed(1)}`
  let before = first
  for (const point of rest) {
    const middle = (before.x + point.x) / 2
    d += `C${middle.toFixed(1)} ${before.y.toFixed(1)} ${middle.toFixed(1)} ${point.y.toFixed(1)} ${point.x.toFixed(1)} ${point.y.toFixed(1)}`
    before = point
  }
  return d
}
