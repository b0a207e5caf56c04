import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

// The rooms, and what each may know of. A room is entered through its index.ts only.
const screens = ['home', 'maps', 'map', 'personas', 'explore', 'customers', 'sources', 'settings', 'kitchen-sink']
const mayKnow: Record<string, string[]> = {
  api: [],
  design: [],
  frame: ['api', 'design'],
  ...Object.fromEntries(screens.map(screen => [screen, ['api', 'design', 'frame']])),
  app: ['api', 'design', 'frame', ...screens],
}
const src = import.meta.dirname

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.(ts|tsx|css|html)$/.test(entry.name) ? [path] : []
  })
}

const files = sources(src).map(path => ({ path: relative(src, path), text: readFileSync(path, 'utf8') }))

test('rooms know only what they may, and enter others by their front door', () => {
  const faults = files.flatMap(({ path, text }) => {
    const room = path.split(sep)[0] as string
    if (!path.includes(sep)) return []
    if (!(room in mayKnow)) return [`${path}: src/${room} is not a room; say in walls.test.ts what it may know of`]
    const imports = [...text.matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)].map(match => match[1] as string)
    return imports.flatMap(asked => {
      const [other, ...deeper] = relative(src, join(src, path, '..', asked)).split(sep)
      if (other === undefined || other === room) return []
      if (!mayKnow[room]?.includes(other)) return [`${path}: ${room} may not know ${other}`]
      return deeper.length > 0 ? [`${path}: enter ${other} through its index.ts, not ${asked}`] : []
    })
  })
  expect(faults).toEqual([])
})

test('nothing is fetched from outside, and nothing needs a wider content security policy', () => {
  const page = readFileSync(join(src, '..', 'index.html'), 'utf8')
  const faults = [...files, { path: 'index.html', text: page }].flatMap(({ path, text }) => {
    if (path.endsWith('.test.ts') || path.endsWith('.test.tsx')) return []
    const found = []
    if (/(src|href|url|import|fetch)[=(]\s*["'`]?https?:/.test(text)) found.push(`${path}: an address outside`)
    if (/dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/.test(text))
      found.push(`${path}: markup from text`)
    if (/setAttribute\(\s*'style'/.test(text)) found.push(`${path}: a style in an attribute`)
    return found
  })
  if (/<style|style=|<script>(?!<)/.test(page)) faults.push('index.html: inline style or script')
  expect(faults).toEqual([])
})
