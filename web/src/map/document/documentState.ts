import type { Change, Id, JourneyMap } from '../operation'

export type Saving =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved'; readonly sentence: string }

/** What the server would not take, kept until the person lets go of it. */
export interface RefusedChange {
  readonly change: Change
  readonly sentence: string
  /** What was typed in it, to copy. */
  readonly text: string
}

/** Words written here that somebody else has replaced since. */
export interface Replaced {
  readonly element: Id
  readonly field: string
  readonly mine: string
  readonly theirs: string
}

export interface DocumentState {
  /** With everything that was done here, sent or not. */
  readonly map: JourneyMap
  readonly revision: number
  readonly saving: Saving
  /** The names of what undo and redo would do; null when there is nothing. */
  readonly undo: string | null
  readonly redo: string | null
  readonly refused: readonly RefusedChange[]
  readonly replaced: readonly Replaced[]
}

/** What an undo or a redo did, or why it could not. */
export interface Retraced {
  readonly sentence: string
  readonly isDone: boolean
}
