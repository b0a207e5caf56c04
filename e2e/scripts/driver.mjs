// Installs the driver of the browser and axe when package-lock.json has changed, and lays the driver where Playwright's
// Java client looks for it: target/driver/package.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const stamp = 'node_modules/.sojourn-stamp'
const now = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  const ended = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
  if (ended.status !== 0) process.exit(ended.status ?? 1)
  writeFileSync(stamp, now)
}
mkdirSync('target/driver', { recursive: true })
rmSync('target/driver/package', { force: true })
symlinkSync(resolve('node_modules/playwright-core'), 'target/driver/package')
writeFileSync('target/driver/node', process.execPath)
