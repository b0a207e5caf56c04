import { beforeEach, describe, expect, test } from 'vitest'
import { type Line, Stream } from './stream'

class TestLine implements Line {
  onopen: ((event: Event) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  closed = false
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>()

  constructor(readonly address: string) {}

  addEventListener(name: string, listener: (event: MessageEvent<string>) => void) {
    this.listeners.set(name, listener)
  }

  close() {
    this.closed = true
  }

  says(name: string, data: unknown) {
    this.listeners.get(name)?.({ data: JSON.stringify(data) } as MessageEvent<string>)
  }
}

describe('the stream', () => {
  let lines: TestLine[]
  let timers: { act: () => void; ms: number }[]
  let reach: boolean[]
  let stream: Stream

  beforeEach(() => {
    lines = []
    timers = []
    reach = []
    stream = new Stream({
      open: address => {
        const line = new TestLine(address)
        lines.push(line)
        return line
      },
      later: (act, ms) => {
        const timer = { act, ms }
        timers.push(timer)
        return () => {
          timers = timers.filter(other => other !== timer)
        }
      },
      onReach: reached => reach.push(reached),
    })
  })

  const last = () => lines[lines.length - 1] as TestLine
  const fire = () => {
    const [timer] = timers.splice(0, 1)
    timer?.act()
    return timer?.ms
  }

  test('tells what it hears', () => {
    const heard: unknown[] = []
    stream.on('contents', contents => heard.push(contents))
    stream.follow('harbour coffee')
    expect(last().address).toBe('/api/v1/stream?workspace=harbour%20coffee')
    last().onopen?.(new Event('open'))
    last().says('contents', { customers: 3, events: 9, dataThrough: null })
    expect(heard).toEqual([{ customers: 3, events: 9, dataThrough: null }])
    expect(reach).toEqual([true, true])
  })

  test('opens again, ever later, and says that it missed something', () => {
    let resumed = 0
    stream.on('resumed', () => resumed++)
    stream.follow('shop')
    last().onopen?.(new Event('open'))
    last().onerror?.(new Event('error'))
    expect(last().closed).toBe(true)
    expect(fire()).toBe(500)
    last().onerror?.(new Event('error'))
    expect(fire()).toBe(1000)
    expect(lines).toHaveLength(3)
    expect(resumed).toBe(0)
    last().onopen?.(new Event('open'))
    expect(resumed).toBe(1)
    expect(reach).toEqual([true, false, false, true])
  })

  test('takes silence for a dead line', () => {
    stream.follow('shop')
    last().onopen?.(new Event('open'))
    expect(fire()).toBe(25_000)
    expect(reach).toEqual([true, false])
    expect(fire()).toBe(500)
    expect(lines).toHaveLength(2)
  })

  test('leaves the former workspace', () => {
    stream.follow('shop')
    const former = last()
    stream.follow('harbour')
    expect(former.closed).toBe(true)
    stream.follow(null)
    expect(last().closed).toBe(true)
    expect(timers).toHaveLength(0)
  })

  test('lets go of the line while nobody looks, and asks what it missed', () => {
    let resumed = 0
    stream.on('resumed', () => resumed++)
    stream.follow('shop')
    last().onopen?.(new Event('open'))
    stream.pause()
    expect(last().closed).toBe(true)
    expect(timers).toHaveLength(0)
    expect(reach).toEqual([true])
    stream.goOn()
    expect(lines).toHaveLength(2)
    last().onopen?.(new Event('open'))
    expect(resumed).toBe(1)
  })

  test('keeps to itself while paused, whatever workspace is asked for', () => {
    stream.pause()
    stream.follow('shop')
    expect(lines).toHaveLength(0)
    stream.goOn()
    expect(last().address).toBe('/api/v1/stream?workspace=shop')
  })
})
