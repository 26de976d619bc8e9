/** What goes wrong with the next requests of one kind; each ends by itself after `times` (1). */
export type Fault = { on?: Door; times?: number } & (
  | { kind: 'busy'; retryAfter?: number; /** Said in words only, as to accounts with little credit. */ lowCredit?: boolean }
  | { kind: 'refuse' }
  | { kind: 'drop' | 'broken'; after: boolean }
  | { kind: 'malformed' }
  | { kind: 'hang' }
  | { kind: 'slow'; seconds: number }
  /** Taken, and ending badly. */
  | { kind: 'fail'; error: string } | { kind: 'abort' } | { kind: 'cancel' }
  /** Done, with nothing in it, or something else. */
  | { kind: 'empty' } | { kind: 'rubbish' } | { kind: 'elsewhere'; url: string }
)

/** The order itself, looking at it, the list, a model's page, an upload, a file that was made. */
export type Door = 'create' | 'get' | 'list' | 'model' | 'upload' | 'file' | 'cancel'

export function openFaults() {
  const waiting: Fault[] = []
  return {
    add: (fault: Fault) => { waiting.push({ times: 1, ...fault }) },
    clear: () => { waiting.length = 0 },
    next(door: Door): Fault | null {
      const at = waiting.findIndex((fault) => (fault.on ?? 'create') === door)
      const fault = waiting[at]
      if (!fault) return null
      fault.times = (fault.times ?? 1) - 1
      if (fault.times <= 0) waiting.splice(at, 1)
      return fault
    },
  }
}
