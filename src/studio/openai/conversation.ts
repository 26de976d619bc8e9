import { z } from 'zod'
import type { Model } from '../model.ts'
import { priceOf } from '../price-of.ts'

/** One call of a language model, whatever route it goes by. */
export type Conversation = {
  /** Names the prompt for the provider's cache. */
  prompt: string
  model: Model
  /** The same at every call of this prompt, so that it is cached. */
  stable: string
  live: string
  /** Pictures as data URLs. */
  pictures: readonly string[]
  schema: Record<string, unknown> | null
  /** What it answered before, and what was wrong with it. */
  before: readonly { answer: string; complaint: string }[]
  /** Tokens that its answer will have, about, and may have. */
  length: number
  maxTokens: number
}

/** What came of it. */
export const Said = z.object({ kind: z.enum(['said', 'refused', 'cut', 'late']), text: z.string() })
export type Said = z.infer<typeof Said>

export type Tokens = { in: number; cached: number; out: number }

/** US dollars for tokens; where nothing is said of cached ones they cost as others do. */
export function tokenCost({ price }: Pick<Model, 'price'>, tokens: Tokens): number | null {
  const knowsCached = price?.some(({ per }) => per === '1M tokens in cached') ?? false
  return priceOf(price, { '1M tokens in': knowsCached ? tokens.in - tokens.cached : tokens.in, '1M tokens in cached': tokens.cached, '1M tokens out': tokens.out })
}

/** What it may cost, before: the words there are, and an answer as long as such words usually get. */
export function expectedCost(conversation: Conversation): number | null {
  const { stable, live, schema, before, pictures, model } = conversation
  const into = tokensIn(stable) + tokensIn(live) + (schema === null ? 0 : tokensIn(JSON.stringify(schema))) + pictures.length * 1_000 +
    before.reduce((sum, { answer, complaint }) => sum + tokensIn(answer) + tokensIn(complaint), 0)
  return tokenCost(model, { in: into, cached: 0, out: Math.min(conversation.maxTokens, conversation.length) })
}

/** About one a Chinese character, and one for four letters. */
export const tokensIn = (text: string) => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return Math.ceil(han + (text.length - han) / 4)
}
