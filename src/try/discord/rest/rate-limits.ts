import { createHash } from 'node:crypto'
import type { World } from '../world/world.ts'
import type { Bucket, Route } from './route.ts'

export type Verdict = { headers: Record<string, string>; refused?: { retryAfter: number; global: boolean; scope: 'user' | 'global' } }

/** Buckets by route and channel, guild or webhook, with Discord's headers; and so many requests a second in all. */
export function rateLimits(world: World) {
  const buckets = new Map<string, { used: number; until: number }>()
  let second = { from: 0, used: 0 }

  return (route: Route, params: Record<string, string>): Verdict => {
    const now = world.now()
    if (!route.byToken) {
      if (now - second.from >= 1000) second = { from: now, used: 0 }
      second.used += 1
      if (second.used > world.limits.globalPerSecond) return { headers: {}, refused: { retryAfter: (second.from + 1000 - now) / 1000, global: true, scope: 'global' } }
    }
    const bucket = route.bucket ?? usual
    const limit = bucket.limit * world.limits.bucketFactor
    if (!Number.isFinite(limit)) return { headers: {} }
    const name = bucket.name ?? `${route.method} ${route.template}`
    const key = `${name} ${params['channel_id'] ?? params['guild_id'] ?? params['webhook_id'] ?? ''} ${params['webhook_token'] ?? params['interaction_token'] ?? ''}`
    const known = buckets.get(key)
    const state = known && known.until > now ? known : { used: 0, until: now + bucket.seconds * 1000 }
    if (state !== known) buckets.set(key, state)
    if (buckets.size > 50_000) sweep(now)
    const refused = state.used >= limit
    if (!refused) state.used += 1
    const left = (state.until - now) / 1000
    const headers = {
      'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remaining': String(Math.max(0, limit - state.used)), 'X-RateLimit-Reset': (state.until / 1000).toFixed(3),
      'X-RateLimit-Reset-After': left.toFixed(3), 'X-RateLimit-Bucket': bucketId(name),
    }
    return refused ? { headers, refused: { retryAfter: left, global: false, scope: 'user' } } : { headers }
  }

  function sweep(now: number) {
    for (const [key, { until }] of buckets) if (until <= now) buckets.delete(key)
  }
}

const usual: Bucket = { limit: 50, seconds: 1 }

const ids = new Map<string, string>()
function bucketId(name: string) {
  const known = ids.get(name) ?? createHash('md5').update(name).digest('hex')
  ids.set(name, known)
  return known
}
