import type { PathLink, PathNode, PathsAnswer } from '../api'

export interface Box {
  node: PathNode
  /** The names of its step that are told apart, which the rest is not. */
  apart: string[]
  x: number
  y: number
  height: number
  /** What becomes of those who do not go on, from above to below. */
  ended: { outcome: Ended; units: number; y: number; height: number }[]
}

export interface Ribbon {
  link: PathLink
  from: Box
  to: Box
  y0: number
  y1: number
  height: number
}

export type Ended = 'arrived' | 'continues' | 'inProgress' | 'dropped'

export interface Drawing {
  boxes: Box[]
  ribbons: Ribbon[]
  columns: { step: number; x: number }[]
  width: number
  height: number
  /** Whether steps are counted back, so that what ends does so on the left. */
  isBackward: boolean
}

export const bar = 12
const head = 28
const slot = 22
const between = 6
const least = 168
/** For the names behind the last step. */
const behind = 204
/** What ends at a node. */
export const stub = 26
const tallest = 360
const outcomes: Ended[] = ['arrived', 'continues', 'inProgress', 'dropped']

/** Steps as columns in order of time; heights are customers, so that nobody gets lost between them. */
export function drawPaths(answer: PathsAnswer, room: number): Drawing {
  const steps = [...new Set(answer.nodes.map(node => node.step))].sort((a, b) => a - b)
  const isBackward = steps.some(step => step < 0)
  const before = isBackward ? stub : 0
  const pitch = Math.max(least, steps.length > 1 ? (room - before - behind) / (steps.length - 1) : 0)
  const columns = steps.map((step, at) => ({ step, x: before + at * pitch }))
  const scale = answer.paths === 0 ? 0 : tallest / answer.paths
  const boxes: Box[] = []
  let height = 0
  for (const { step, x } of columns) {
    let y = head
    const here = answer.nodes.filter(node => node.step === step)
    const apart = here.flatMap(node => (node.touchpoint === null ? [] : [node.touchpoint]))
    for (const node of here) {
      const tall = Math.max(2, node.units * scale)
      boxes.push({ node, apart, x, y, height: tall, ended: [] })
      y += Math.max(slot, tall) + between
    }
    height = Math.max(height, y)
  }
  const find = (step: number, touchpoint: string | null) =>
    boxes.find(box => box.node.step === step && box.node.touchpoint === touchpoint)
  const ribbons: Ribbon[] = []
  for (const link of answer.links) {
    const from = find(link.step, link.from)
    const to = find(link.step + 1, link.to)
    if (from && to) ribbons.push({ link, from, to, y0: 0, y1: 0, height: Math.max(1, link.units * scale) })
  }
  // Ribbons leave and come in the order of what they lead to, so that they cross as little as they can.
  for (const box of boxes) {
    let y = box.y
    for (const out of ribbons.filter(other => other.from === box).sort((a, b) => a.to.y - b.to.y)) {
      out.y0 = y
      y += out.link.units * scale
    }
    let at = box.y
    for (const into of ribbons.filter(other => other.to === box).sort((a, b) => a.from.y - b.from.y)) {
      into.y1 = at
      at += into.link.units * scale
    }
    let end = isBackward ? at : y
    for (const outcome of outcomes) {
      const units = box.node[outcome]
      if (units === 0) continue
      const tall = Math.max(1, units * scale)
      box.ended.push({ outcome, units, y: end, height: tall })
      end += units * scale
    }
  }
  const last = columns.at(-1)?.x ?? 0
  return { boxes, ribbons, columns, width: Math.max(room, last + behind), height: height + 4, isBackward }
}

/** Where a ribbon goes. */
export function course({ from, to, y0, y1, height }: Ribbon): string {
  const x0 = from.x + bar
  const x1 = to.x
  const middle = (x0 + x1) / 2
  return `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}v${height}C${middle} ${y1 + height} ${middle} ${y0 + height} ${x0} ${y0 + height}Z`
}
