import { Problem, Unreachable } from '../api'

/** A part of the application could not be fetched: its build was replaced, or the server is away. */
export function isMissingPart(fault: unknown): boolean {
  // Browsers say it each in their words, and what fetches the styles in words of its own.
  return fault instanceof Error && /dynamically imported module|importing a module|preload css/i.test(fault.message)
}

/** What went wrong, and its remedy. */
export function faultWords(fault: unknown, isAway: boolean): { title: string; detail: string } {
  if (fault instanceof Unreachable) {
    return {
      title: 'The server does not answer',
      detail: 'What you typed is kept here. This page goes on by itself when the server is back.',
    }
  }
  if (fault instanceof Problem) {
    const id = fault.failureId === null ? '' : ` Look for ${fault.failureId} in the logs of the server.`
    return { title: fault.title, detail: fault.message + id }
  }
  if (isMissingPart(fault)) {
    return isAway
      ? { title: 'The server does not answer', detail: 'This screen opens when it is back.' }
      : { title: 'This page is from an older build', detail: 'Load it again to go on; what you typed is kept.' }
  }
  const detail = fault instanceof Error ? fault.message : String(fault)
  return { title: 'This screen failed', detail: `Load the page again; if it fails again, tell us: ${detail}` }
}
