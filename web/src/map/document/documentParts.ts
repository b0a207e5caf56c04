import type { Change, Id } from '../operation'

/** A change that the server has put into its order. */
export interface OrderedChange extends Change {
  readonly revision: number
}

export interface Refusal {
  readonly sentence: string
  readonly problems?: readonly { readonly field: string | null; readonly message: string }[]
}

export interface Outcome {
  readonly change: Id
  readonly revision: number
  readonly refused: Refusal | null
}

/** Why sending failed: whether trying again can help, and one sentence for the person. */
export class NotSent extends Error {
  constructor(
    sentence: string,
    readonly isFinal: boolean,
  ) {
    super(sentence)
  }
}

/** The world around a document; a test brings its own. */
export interface DocumentParts {
  post(changes: readonly Change[]): Promise<{ revision: number; outcomes: readonly Outcome[] }>
  /** Null when the server no longer has the changes since then. */
  since(revision: number): Promise<{ revision: number; changes: readonly OrderedChange[] } | null>
  load(): Promise<{ revision: number; map: object }>
  shelf: Shelf
  newId(): Id
  now(): Date
  later(act: () => void, ms: number): () => void
}

/** Where unsent changes outlive the page. */
export interface Shelf {
  put(changes: readonly Change[]): void
  /** What former pages left behind; it now belongs to this one. */
  take(): Change[]
}
