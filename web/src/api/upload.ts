import { sawBuild } from './build'
import { base } from './queries'
import { reached, unreached } from './reach'
import { Problem, type ProblemBody, Unreachable } from './request'

/** A file that the server has. */
export interface Received {
  upload: string
  name: string
  bytes: number
}

/** Sends a file and tells how much of it has gone; `fetch` cannot tell that. */
export function upload(
  workspace: string,
  file: File,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const send = new XMLHttpRequest()
    send.open('POST', `${base(workspace)}/uploads?name=${encodeURIComponent(file.name)}`)
    send.responseType = 'json'
    send.setRequestHeader('accept', 'application/json')
    send.setRequestHeader('content-type', 'application/octet-stream')
    send.upload.onprogress = event => onSent(event.loaded)
    send.onload = () => {
      reached()
      sawBuild(send.getResponseHeader('Sojourn-Build'))
      if (send.status === 201) resolve(send.response as Received)
      else reject(new Problem(send.status, (send.response ?? {}) as ProblemBody, send.getResponseHeader('Retry-After')))
    }
    send.onerror = () => {
      unreached()
      reject(new Unreachable())
    }
    send.onabort = () => reject(new DOMException('stopped', 'AbortError'))
    signal.addEventListener('abort', () => send.abort())
    send.send(file)
  })
}
