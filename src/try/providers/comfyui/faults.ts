/** What goes wrong with the next requests to a path. Each ends by itself after `times`. */
export type ComfyFault = {
  /** `POST /prompt` where nothing is said. */
  path?: RegExp
  times?: number
  kind: 'busy' | 'refuse' | 'drop before' | 'drop after' | 'broken before' | 'broken after' | 'malformed' | 'hang'
  retryAfter?: number
}

export function openFaults() {
  let faults: (ComfyFault & { left: number })[] = []
  return {
    add: (fault: ComfyFault) => { faults.push({ ...fault, left: fault.times ?? 1 }) },
    clear: () => { faults = [] },
    take(method: string, path: string): ComfyFault | null {
      const fault = faults.find((each) => each.left > 0 && (each.path ?? /^POST \/prompt$/).test(`${method} ${path}`))
      if (fault) fault.left--
      return fault ?? null
    },
  }
}
