import OpenAI from 'openai'
import { Agent } from 'undici'
import type { Assets } from '../../lab/assets.ts'
import type { Bought } from '../../lab/purchase.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { Model } from '../model.ts'
import { nameOf } from './choose-models.ts'
import type { Prompts } from '../prompt-file.ts'
import { toProviderError, type Account } from './to-provider-error.ts'

/** What every craft here works with. */
export type Shop = Account & {
  client: OpenAI
  models: readonly Model[]
  prompts: Prompts
  assets: Assets
  /** Seconds between two looks at a job, and the longest that one is waited for. */
  pollSeconds: number
  patience: number
  /** US dollars that may be lost with an answer, rather than ask a person. */
  bearable: number
}

/** The client, with its own retries off: whether to ask again is for the lab to know. Nothing comes from the environment. */
export function openClient({ apiKey, baseURL, organisation, project, patience }: { apiKey: string; baseURL: string; organisation?: string | undefined; project?: string | undefined; patience: number }) {
  // Node's own fetch gives up after five minutes, whatever the client says
  const dispatcher = new Agent({ headersTimeout: patience * 1000 + 5000, bodyTimeout: patience * 1000 + 5000, connections: 64 })
  const client = new OpenAI({
    apiKey, baseURL, organization: organisation ?? null, project: project ?? null, adminAPIKey: null, webhookSecret: null,
    maxRetries: 0, timeout: patience * 1000, logLevel: 'off', fetchOptions: { dispatcher },
  })
  return { client, close: () => dispatcher.destroy() }
}

/**
 * Buys what is answered at once. The request is not taken back when the work is stopped: it would be charged all the same,
 * and what it brings is kept for whoever asks again.
 */
export const order = (shop: Shop, work: PaidWork, { step, model, price, send }: { step: string; model: Model; price: number | null; send: (idempotency: string) => Promise<Bought> }) =>
  work.buy({
    step, provider: shop.name, model: nameOf(model), price, bearable: shop.bearable,
    submit: async (idempotency) => {
      try {
        return { bought: await send(idempotency) }
      } catch (error) {
        throw toProviderError(error, shop, { model: nameOf(model), price })
      }
    },
  })

/** Asks something that costs nothing: again, where it may help. */
export async function ask<Answer>(shop: Shop, model: string, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send()
  } catch (error) {
    throw toProviderError(error, shop, { model })
  }
}
