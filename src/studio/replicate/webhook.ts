import { createHmac, timingSafeEqual } from 'node:crypto'

/** Ids of webhooks that were heard, for as long as an old one could still come. */
export type Seen = { has(id: string): boolean; add(id: string, at: number): void }

export type Headers_ = Record<string, string | string[] | undefined>

/** https://replicate.com/docs/topics/webhooks/verify-webhook */
const window = 5 * 60

/**
 * Whether this came from Replicate, now and for the first time; else why not. Their client checks the signature only,
 * so that whoever has seen one webhook could send it for ever.
 */
export function verifyWebhook(headers: Headers_, rawBody: string | Buffer, secret: string, { now, seen }: { now: number; seen: Seen }): 'good' | 'known' | { refused: string } {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => {
    const value = headers[name]
    return typeof value === 'string' && value !== '' ? value : null
  })
  if (!id || !timestamp || !signatures) return { refused: 'Its headers are missing.' }
  const at = Number(timestamp)
  if (!/^\d+$/.test(timestamp) || Math.abs(now / 1000 - at) > window) return { refused: 'It is older than five minutes, or of the future.' }
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(rawBody).digest()
  const good = signatures.split(' ').some((each) => {
    const [version, value = ''] = each.split(',')
    const given = Buffer.from(value, 'base64')
    return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted)
  })
  if (!good) return { refused: 'Its signature is not of this secret.' }
  if (seen.has(id)) return 'known'
  seen.add(id, now)
  return 'good'
}

/** Remembers as long as the window is open on both sides. */
export function openSeen(): Seen {
  const heard = new Map<string, number>()
  return {
    has: (id) => heard.has(id),
    add: (id, at) => {
      heard.set(id, at)
      for (const [old, then] of heard) if (at - then > 2 * window * 1000) heard.delete(old)
    },
  }
}

export type Heard = { status: 200; job: string; woke: boolean } | { status: 200; known: true } | { status: 400 | 401; refused: string }

/** What the server that has a public address hands over: the headers and the body as it came, byte for byte. */
export const hearWebhook = ({ secret, wake, seen = openSeen(), clock = Date.now }: { secret: string; wake: (job: string) => boolean; seen?: Seen; clock?: () => number }) =>
  ({ headers, body }: { headers: Headers_; body: string | Buffer }): Heard => {
    const verdict = verifyWebhook(headers, body, secret, { now: clock(), seen })
    // sent again because our answer was lost: it was heard, and they are told so
    if (verdict === 'known') return { status: 200, known: true }
    if (verdict !== 'good') return { status: 401, refused: verdict.refused }
    const job = jobIn(body)
    // nothing in it is believed but the id: the job is asked about in the ordinary way
    return job === null ? { status: 400, refused: 'It names no prediction.' } : { status: 200, job, woke: wake(job) }
  }

function jobIn(body: string | Buffer): string | null {
  try {
    const { id } = JSON.parse(body.toString()) as { id?: unknown }
    return typeof id === 'string' ? id : null
  } catch {
    return null
  }
}
