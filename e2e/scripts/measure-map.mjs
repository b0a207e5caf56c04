// Measures the map screen in a real browser against a running server:
//   node e2e/scripts/measure-map.mjs http://127.0.0.1:8460 WORKSPACE
// A map of 30 steps, 10 lanes and 300 cards is made for it and put into the bin afterwards. Times are from the key to
// the frame after what it did was painted; the goals are 1,000 ms for the first paint and 50 ms for an edit.
import { randomUUID } from 'node:crypto'
import { chromium } from 'playwright-core'

const [address, workspace] = process.argv.slice(2)
if (!address || !workspace) {
  console.error('Give the address of a running server and the id of a workspace.')
  process.exit(2)
}
const api = `${address}/api/v1/workspaces/${workspace}`

const roles = 'STAGE_GOAL ACTION TOUCHPOINT THOUGHT EMOTION_CURVE PAIN GAIN OPPORTUNITY BACKSTAGE_PEOPLE METRIC'.split(' ')
const stages = Array.from({ length: 6 }, (_, i) => ({ id: randomUUID(), name: `Stage ${i + 1}`, stageKind: 'CUSTOM' }))
const steps = Array.from({ length: 30 }, (_, i) => ({
  id: randomUUID(),
  stage: stages[Math.floor(i / 5)].id,
  title: `Step ${i + 1} of the way`,
  orderGroup: 'SEQUENCE',
}))
const lanes = roles.map(role => ({ id: randomUUID(), role, title: role.toLowerCase().replaceAll('_', ' ') }))
const touchpoints = steps.map((_, i) => ({ id: randomUUID(), name: `Touchpoint ${i + 1}`, observability: 'UNKNOWN' }))
const cards = lanes
  .filter(lane => lane.role !== 'EMOTION_CURVE')
  .flatMap(lane =>
    steps.map((step, i) => ({
      id: randomUUID(),
      lane: lane.id,
      fromStep: step.id,
      toStep: step.id,
      body: lane.role === 'TOUCHPOINT' ? '' : `${lane.title} at ${step.title}, said in a few more words`,
      ...(lane.role === 'TOUCHPOINT' && { touchpoint: touchpoints[i].id }),
    })),
  )
while (cards.length < 300) cards.push({ ...cards[30], id: randomUUID() })
const emotions = steps.map((step, i) => ({
  id: randomUUID(),
  step: step.id,
  valence: Math.round(Math.sin(i) * 40) / 10,
  source: 'ASSUMED',
}))

async function ask(method, path, body) {
  const answer = await fetch(api + path, {
    method,
    headers: { 'content-type': 'application/json', origin: address },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.status === 204 ? null : answer.json()
}

const { map } = await ask('POST', '/maps', {
  map: {
    schemaVersion: 1,
    id: randomUUID(),
    key: 'measure',
    title: 'Thirty steps, ten lanes, three hundred cards',
    mapType: 'CURRENT_STATE',
    state: 'AS_IS',
    status: 'DRAFT',
    reviewEveryMonths: 12,
    stages,
    steps,
    lanes,
    cards,
    touchpoints,
    emotions,
  },
})
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  for (const visit of ['first visit', 'second visit']) {
    await page.goto(`${address}/w/${workspace}/maps/${map.id}?folded=`)
    await page.waitForSelector('[data-drag=card]')
    const seen = await page.evaluate(
      () =>
        new Promise(resolve =>
          requestAnimationFrame(() =>
            resolve({
              paint: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
              map: Math.round(performance.now()),
              cards: document.querySelectorAll('[data-drag=card]').length,
            }),
          ),
        ),
    )
    console.log(`${visit}: first paint ${seen.paint} ms, the map ${seen.map} ms, ${seen.cards} cards`)
  }
  const times = await page.evaluate(async () => {
    const frame = () =>
      new Promise(resolve =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now())
          port2.postMessage(null)
        }),
      )
    const press = (node, key, more = {}) =>
      node.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
    const cards = [...document.querySelectorAll('[data-drag=card]')]
    const times = { 'begin to type': [], 'a letter': [], 'keep the words': [], 'next cell': [], undo: [] }
    const measure = async (what, act) => {
      await frame()
      const begun = performance.now()
      act()
      times[what].push((await frame()) - begun)
    }
    for (let i = 0; i < 20; i++) {
      cards[20 + i * 9].focus()
      await measure('begin to type', () => press(document.activeElement, 'x'))
      const text = document.querySelector('[role=grid] textarea')
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set
      await measure('a letter', () => {
        set.call(text, 'xy')
        text.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await measure('keep the words', () => press(text, 'Enter', { ctrlKey: true }))
      await frame()
      await measure('next cell', () => press(document.activeElement, 'ArrowRight'))
      await measure('undo', () => press(document.body, 'z', { ctrlKey: true }))
    }
    return times
  })
  for (const [what, all] of Object.entries(times)) {
    const sorted = all.sort((a, b) => a - b)
    const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0)
    console.log(`${what}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, n ${all.length}`)
  }
} finally {
  await browser.close()
  await ask('DELETE', `/maps/${map.id}`)
}
