import { create } from 'zustand'

export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'alarm'
  /** Takes back what was just done. */
  undo: (() => void) | null
  /** Leads to what came of it. */
  link: { label: string; href: string } | null
}

interface Offer {
  tone?: Toast['tone']
  undo?: () => void
  link?: { label: string; href: string }
}

export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }))

/** More than these at once nobody reads. */
const most = 3
let last = 0

/** Says that something happened, for a while; gives the number by which it can be taken away. */
export function toast(text: string, { tone = 'plain', undo, link }: Offer = {}): number {
  const id = ++last
  const said: Toast = { id, text, tone, undo: undo ?? null, link: link ?? null }
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, said].slice(-most) }))
  return id
}

export function dismissToast(id: number) {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(other => other.id !== id) }))
}

/** Takes back what the newest toast offers to take back; false when none does. */
export function undoNewest(): boolean {
  const newest = useToasts.getState().toasts.findLast(other => other.undo !== null)
  if (!newest?.undo) return false
  dismissToast(newest.id)
  newest.undo()
  return true
}
