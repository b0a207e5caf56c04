// What web/pom.xml runs: install, build or check, each only when what it reads has changed since it last succeeded.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [what, ...skips] = process.argv.slice(2)
if (skips.includes('true')) process.exit(0)

const settings = ['package.json', 'package-lock.json', '.npmrc']
const sources = [...settings, 'index.html', 'vite.config.ts', 'tsconfig.json', 'biome.json', 'public', 'scripts', 'src']
// The map's operations are held against vectors that Java passes too.
const vectors = '../map/src/test/resources/dev/sojourn/map/operation'
const steps = {
  install: {
    reads: settings,
    stamp: 'node_modules/.sojourn-stamp',
    commands: [['npm', 'ci', '--no-audit', '--no-fund']],
  },
  build: {
    reads: sources,
    stamp: 'target/built.stamp',
    makes: 'target/classes/static/index.html',
    commands: [
      ['npm', 'run', '-s', 'build', '--', '--logLevel', 'warn'],
      ['npm', 'run', '-s', 'size'],
    ],
  },
  check: { reads: [...sources, vectors], stamp: 'target/checked.stamp', commands: [['npm', 'run', '-s', 'check']] },
}
const step = steps[what]
if (!step) {
  console.error(`maven.mjs: '${what}' is not one of: ${Object.keys(steps).join(', ')}`)
  process.exit(2)
}

const hash = createHash('sha256')
const read = path => {
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) read(join(path, name))
  } else {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
}
step.reads.forEach(read)
const now = hash.digest('hex')
const isFresh =
  existsSync(step.stamp) && readFileSync(step.stamp, 'utf8') === now && existsSync(step.makes ?? step.stamp)
if (isFresh) process.exit(0)

for (const [command, ...args] of step.commands) {
  const ended = spawnSync(command, args, { stdio: 'inherit' })
  if (ended.error) console.error(`Sojourn's web application needs Node 20.19 or newer with npm: ${ended.error.message}`)
  if (ended.status !== 0) process.exit(ended.status ?? 1)
}
mkdirSync('target', { recursive: true })
writeFileSync(step.stamp, now)
