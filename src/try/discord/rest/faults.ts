/** Misbehaviour on order: failing answers, lost answers, slow routes. */
export type Fault = { route: string; status: number; code?: number; message?: string; times?: number; after?: 'before effect' | 'after effect'; retryAfter?: number; scope?: 'user' | 'global' | 'shared' }

export function faults() {
  const failing: (Fault & { left: number })[] = []
  const slowed = new Map<string, number>()
  return {
    failNext(fault: Fault) {
      const placed = { ...fault, left: fault.times ?? 1 }
      failing.push(placed)
      return () => { placed.left = 0 }
    },
    slow(route: string, milliseconds: number) {
      slowed.set(route, milliseconds)
      return () => { slowed.delete(route) }
    },
    /** The fault that this request meets, counted. A route is named by its template or by its very path. */
    next(template: string, path: string): Fault | undefined {
      if (failing.length === 0) return undefined
      const found = failing.find(({ route, left }) => left > 0 && (route === template || route === path))
      if (!found) return undefined
      found.left -= 1
      if (found.left === 0) failing.splice(failing.indexOf(found), 1)
      return found
    },
    delay: (template: string, path: string) => slowed.size === 0 ? 0 : slowed.get(template) ?? slowed.get(path) ?? 0,
  }
}
export type Faults = ReturnType<typeof faults>
