import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Asked } from '../../lab/purchase.ts'
import type { Desk, Prediction } from './desk.ts'
import type { Entry } from './entry.ts'
import { Media, mediaIn, type Input } from './map-input.ts'
import { toProviderError } from './to-provider-error.ts'

type Lost = Asked & { entry: Entry; input: Input; idempotency: string }

/** Their clock and ours may differ by so much. */
const skew = 120_000
/** Pages of a hundred; more than an account orders in an hour. */
const mostPages = 60

/**
 * Replicate keeps no key of ours. What can carry one without touching what the model reads: the webhook's address, and the
 * uploads. Without either, an order is known by its whole input, made since it was written down, and belonging to no other purchase.
 * `never came` only after it had time to appear; null where it cannot be told.
 */
export async function findPrediction(desk: Desk, lost: Lost, signal: AbortSignal): Promise<{ job: string } | 'never came' | null> {
  const first = await search(desk, lost)
  if (first !== 'never came') return first
  await sleep(desk.settleSeconds * 1000, undefined, { signal })
  return search(desk, lost)
}

async function search(desk: Desk, lost: Lost): Promise<{ job: string } | 'never came' | null> {
  try {
    const { made, whole } = await madeSince(desk, lost.since.getTime() - skew)
    const ofModel = made.filter(({ model }) => model === lost.entry.id)
    const others = await lost.others(ofModel.map(({ id }) => id))
    const free = ofModel.filter(({ id }) => !others.has(id))
    const marked = await byWebhook(desk, lost, free)
    if (marked !== null) return marked
    const uploads = await ourUploads(desk, lost)
    const judged = await Promise.all(free.map(async (each) => ({ id: each.id, like: compare(await withInput(desk, each), lost.input, uploads) })))
    const sure = judged.filter(({ like }) => like === 'same')
    // equal in everything that is read: whichever it is, it is what was ordered
    if (sure[0]) return { job: sure[0].id }
    const perhaps = judged.filter(({ like }) => like === 'perhaps')
    if (perhaps.length === 1 && perhaps[0] && whole) return { job: perhaps[0].id }
    return perhaps.length > 0 || judged.some(({ like }) => like === 'gone') || !whole ? null : 'never came'
  } catch (error) {
    throw toProviderError(error, { asked: 'the question whether an order had come', token: desk.token })
  }
}

/** Newest first, until before the order was written down. */
async function madeSince({ client }: Desk, since: number): Promise<{ made: Prediction[]; whole: boolean }> {
  const made: Prediction[] = []
  let pages = 0
  for await (const page of client.paginate(client.predictions.list)) {
    made.push(...page.filter(({ created_at: at }) => Date.parse(at) >= since))
    if (page.some(({ created_at: at }) => Date.parse(at) < since)) return { made, whole: true }
    if (++pages === mostPages) return { made, whole: false }
  }
  return { made, whole: true }
}

/** Where orders carry our key in their webhook's address, it decides alone. Null: they do not. */
async function byWebhook(desk: Desk, { idempotency }: Lost, free: readonly Prediction[]) {
  if (desk.webhook === undefined) return null
  const hooks = await Promise.all(free.map(async (each) => ({ id: each.id, webhook: each.webhook ?? (await desk.client.predictions.get(each.id)).webhook })))
  const ours = hooks.find(({ webhook }) => webhook?.includes(idempotency))
  if (ours) return { job: ours.id }
  // some were made without one, before webhooks were configured: then their input must tell
  return hooks.every(({ webhook }) => webhook?.includes('purchase=')) && free.length > 0 ? 'never came' as const : null
}

/** The list may leave the input out. */
const withInput = async ({ client }: Desk, prediction: Prediction) => prediction.input === undefined ? client.predictions.get(prediction.id) : prediction

/** Addresses of what was uploaded for this order and no other. */
async function ourUploads({ client }: Desk, { input, idempotency }: Lost): Promise<Set<string>> {
  if (mediaIn(input).length === 0) return new Set()
  const { results } = await client.files.list().catch(() => ({ results: [] })) as { results?: { urls: { get: string }; metadata?: Record<string, unknown> }[] }
  return new Set((results ?? []).filter(({ metadata }) => metadata?.['redcliff'] === idempotency).map(({ urls }) => urls.get))
}

/** `perhaps`: all words and numbers are equal, and where we sent files there are files. */
export function compare({ input: theirs, data_removed: removed }: Pick<Prediction, 'input' | 'data_removed'>, ours: Input, uploads: ReadonlySet<string>): 'same' | 'perhaps' | 'other' | 'gone' {
  if (removed || typeof theirs !== 'object' || theirs === null) return 'gone'
  let sure = true
  for (const [name, value] of Object.entries(ours)) {
    const found = (theirs as Record<string, unknown>)[name]
    const pairs = Array.isArray(value) ? value.map((each, index) => [each, Array.isArray(found) ? found[index] : undefined] as const) : [[value, found] as const]
    if (Array.isArray(value) && (!Array.isArray(found) || found.length !== value.length)) return 'other'
    for (const [mine, other] of pairs) {
      if (!(mine instanceof Media)) { if (JSON.stringify(mine) !== JSON.stringify(other)) return 'other'; continue }
      if (typeof other !== 'string') return 'other'
      if (uploads.has(other)) return 'same'
      const carried = /^data:[^,]*;base64,(.*)$/s.exec(other)?.[1]
      if (carried === undefined) sure = false
      // an asset's name is the hash of its bytes
      else if (createHash('sha256').update(Buffer.from(carried, 'base64')).digest('hex') !== mine.asset) return 'other'
    }
  }
  return sure ? 'same' : 'perhaps'
}
