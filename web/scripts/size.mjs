// Fails when what a first visit loads is more than 250 KB, packed. Fonts are listed beside it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const limit = 250_000
const out = process.env.SOJOURN_UI_OUT ?? 'target/classes/static'
const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
const first = new Set(['index.html'])
const visit = key => {
  const chunk = manifest[key]
  first.add(chunk.file)
  for (const style of chunk.css ?? []) first.add(style)
  for (const needed of chunk.imports ?? []) visit(needed)
}
visit('index.html')

let total = 0
for (const file of first) {
  const packed = gzipSync(readFileSync(join(out, file))).length
  total += packed
  console.log(`${String(packed).padStart(8)}  ${file}`)
}
console.log(`${String(total).padStart(8)}  first load, packed; ${limit} allowed`)
if (total > limit) process.exit(1)
