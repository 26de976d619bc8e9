/** What happens to the next orders that could be charged; each ends by itself after `times` (1). */
export type ServerFault = { times?: number } & (
  | { kind: 'busy'; retryAfter?: number }
  | { kind: 'refuse' }
  | { kind: 'drop'; after: boolean }
  | { kind: 'broken'; after: boolean }
  | { kind: 'malformed' }
  | { kind: 'cut' }
  | { kind: 'slow'; seconds: number }
  /** Takes the order and never answers. */
  | { kind: 'hang' }
  /** Any refusal of the API, nothing taken. */
  | { kind: 'error'; status: number; code: string | null; message: string; headers?: Record<string, string>; bare?: boolean }
  /** Not the order, but the looks at what became of it fail so often. */
  | { kind: 'blind'; status: number }
)

/** Hands out the fault of an order. */
export function openFaults() {
  let standing: ServerFault | null = null
  let left = 0
  return {
    set(fault: ServerFault | null) {
      standing = fault
      left = fault?.times ?? 1
    },
    next(kinds?: readonly ServerFault['kind'][]): ServerFault | null {
      if (!standing || left < 1 || (kinds ? !kinds.includes(standing.kind) : standing.kind === 'blind')) return null
      left--
      return standing
    },
  }
}
