import type { Upload } from '../interface.ts'
import type { World } from '../world/world.ts'

/** One of Discord's routes, with the template that the official specification has for it. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  template: string
  /** Callbacks and webhooks carry their right in the path, and stand outside the global limit. */
  byToken?: boolean
  bucket?: Bucket
  /** What is returned is the JSON body; undefined is 204. */
  run(call: Call): unknown
}
export type Bucket = { limit: number; seconds: number; /** Routes with one name share a bucket. */ name?: string }

export type Call = {
  world: World
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
  uploads: Map<number, Upload>
  /** Who the bot is in the guild, and so on, is found by `rest/may.ts`. */
}

/** Finds a route by method and path without trying them all. */
export function routeFinder(routes: readonly Route[]) {
  const byShape = new Map<string, { route: Route; segments: string[] }[]>()
  for (const route of routes) {
    const segments = route.template.split('/').slice(1)
    const shape = `${route.method} ${segments.length} ${segments[0] ?? ''}`
    byShape.set(shape, [...byShape.get(shape) ?? [], { route, segments }])
  }
  // «@me» and «@original» before {id}.
  for (const routesOfShape of byShape.values()) routesOfShape.sort((one, other) => placeholders(one.segments) - placeholders(other.segments))
  return (method: string, path: string): { route: Route; params: Record<string, string> } | undefined => {
    const parts = path.split('/').slice(1).map(decode)
    for (const { route, segments } of byShape.get(`${method} ${parts.length} ${parts[0] ?? ''}`) ?? []) {
      const params: Record<string, string> = {}
      const fits = segments.every((segment, index) => {
        const part = parts[index] ?? ''
        if (!segment.startsWith('{')) return segment === part
        params[segment.slice(1, -1)] = part
        return true
      })
      if (fits) return { route, params }
    }
    return undefined
  }
}

const placeholders = (segments: readonly string[]) => segments.filter((segment) => segment.startsWith('{')).length

function decode(part: string) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
