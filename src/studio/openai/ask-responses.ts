import { setTimeout as sleep } from 'node:timers/promises'
import type OpenAI from 'openai'
import type { Bought, Purchase } from '../../lab/purchase.ts'
import type { PaidWork } from '../../lab/work.ts'
import { ProviderError } from '../provider-error.ts'
import { nameOf } from './choose-models.ts'
import { expectedCost, tokenCost, type Conversation, type Said } from './conversation.ts'
import type { Shop } from './shop.ts'
import { senseless, toProviderError } from './to-provider-error.ts'

type Response = OpenAI.Responses.Response

/**
 * One call by the Responses API, in the background: it answers with an id at once, and the answer can be collected after a
 * crash, and cancelled. https://platform.openai.com/docs/guides/background
 */
export function askResponses(shop: Shop, conversation: Conversation, step: string, work: PaidWork): Purchase {
  const { client, name: provider, bearable } = shop
  const model = nameOf(conversation.model)
  const price = expectedCost(conversation)
  const taken = (response: Response): Bought => {
    const usage = response.usage ? { in: response.usage.input_tokens, cached: response.usage.input_tokens_details?.cached_tokens ?? 0, out: response.usage.output_tokens } : undefined
    return { result: said(response), cost: usage ? tokenCost(conversation.model, usage) : null, ...(usage && { usage }) }
  }
  return {
    step, provider, model, price, bearable,
    submit: async () => {
      try {
        const { id } = await client.responses.create(body(conversation))
        if (typeof id !== 'string' || id === '') throw senseless(shop, model, price)
        return { job: id }
      } catch (error) {
        throw toProviderError(error, shop, { model, price })
      }
    },
    collect: async (job) => {
      const begun = Date.now()
      for (let looks = 0; ; looks++) {
        const response = await look(shop, job, model, work.signal)
        // it tells whole seconds, rounded down
        const until = (Number.isFinite(response.created_at) && response.created_at > 0 ? Math.max(begun - 3_600_000, (response.created_at + 1) * 1000) : begun) + shop.patience * 1000
        if (response.status === 'queued' || response.status === 'in_progress') {
          if (Date.now() > until) return { ...taken(await client.responses.cancel(job).catch(() => response)), result: { kind: 'late', text: '' } satisfies Said }
          work.progress(1 - 0.95 ** (looks + 1), response.status === 'queued' ? `waiting for ${model}` : `${model} is writing`)
          await sleep(shop.pollSeconds * 1000 * Math.min(4, 1 + looks / 5), undefined, { signal: work.signal })
          continue
        }
        if (response.status === 'failed' || response.status === 'cancelled') throw failed(response, shop, model, taken(response).cost)
        return taken(response)
      }
    },
    cancel: async (job) => {
      const response = await client.responses.cancel(job).catch(() => null)
      // what it wrote until then is charged; where nothing is said of it, we reckon with the whole
      return { charged: response?.usage ? taken(response).cost : price }
    },
  }
}

function body({ model, stable, live, pictures, schema, before, maxTokens, prompt }: Conversation): OpenAI.Responses.ResponseCreateParamsNonStreaming {
  return {
    model: nameOf(model),
    background: true,
    store: true,
    instructions: stable,
    input: [
      { role: 'user', content: [{ type: 'input_text', text: live }, ...pictures.map((image_url) => ({ type: 'input_image' as const, image_url, detail: 'auto' as const }))] },
      ...before.flatMap(({ answer, complaint }) => [...(answer === '' ? [] : [{ role: 'assistant' as const, content: answer }]), { role: 'user' as const, content: complaint }]),
    ],
    max_output_tokens: maxTokens,
    prompt_cache_key: `redcliff-${prompt}`,
    ...(schema && { text: { format: { type: 'json_schema', name: prompt, schema, strict: true } } }),
  }
}

/** Looks at the job; a look that fails costs nothing and is taken again. */
async function look(shop: Shop, job: string, model: string, signal: AbortSignal): Promise<Response> {
  for (let tries = 0; ; tries++) {
    try {
      const response = await shop.client.responses.retrieve(job, {}, { signal })
      if (typeof response.status !== 'string') throw senseless(shop, model, null)
      return response
    } catch (error) {
      signal.throwIfAborted()
      const told = toProviderError(error, shop, { model })
      if (told.status === 404) throw new ProviderError(`${shop.label} no longer has this answer of ${model}.`, { provider: shop.name, status: 404, retryable: false, ended: true, charged: null, cause: error })
      // an answer that is no answer may be one the next time
      if ((!told.retryable && !told.ended) || tries >= 5) throw new ProviderError(told.message, { provider: shop.name, retryable: true, cause: error, ...(told.status !== undefined && { status: told.status }) })
      await sleep(Math.max(told.retryAfter ?? 0, shop.pollSeconds * 2 ** tries) * 1000, undefined, { signal })
    }
  }
}

function said({ output, status, incomplete_details: incomplete }: Response): Said {
  const parts = (Array.isArray(output) ? output : []).flatMap((item) => item.type === 'message' ? item.content : [])
  const refusal = parts.find((part) => part.type === 'refusal')
  const text = parts.flatMap((part) => part.type === 'output_text' ? [part.text] : []).join('')
  if (refusal) return { kind: 'refused', text: refusal.refusal }
  if (status === 'incomplete') return incomplete?.reason === 'content_filter' ? { kind: 'refused', text: '' } : { kind: 'cut', text }
  return { kind: 'said', text }
}

/** It failed there, for good: what may pass is bought anew. */
function failed({ error, status }: Response, { name: provider, label }: Shop, model: string, charged: number | null): ProviderError {
  const code = error?.code ?? status ?? 'failed'
  const passing = code === 'server_error' || code === 'rate_limit_exceeded' || code === 'vector_store_timeout'
  return new ProviderError(passing ? `${label} broke off its answer of ${model} (${code}).` : `${label} did not answer with ${model} (${code}). Ask for it in other words, or choose another model.`,
    { provider, retryable: passing, ended: true, charged: charged ?? 0 })
}
