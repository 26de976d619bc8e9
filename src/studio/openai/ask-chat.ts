import type OpenAI from 'openai'
import type { Purchase } from '../../lab/purchase.ts'
import { nameOf } from './choose-models.ts'
import { expectedCost, tokenCost, type Conversation, type Said } from './conversation.ts'
import type { Shop } from './shop.ts'
import { senseless, toProviderError } from './to-provider-error.ts'

type Completion = OpenAI.Chat.ChatCompletion

/** One call by the chat route, which every compatible and local server has. It is answered at once and has no id to ask for. */
export function askChat(shop: Shop, conversation: Conversation, step: string): Purchase {
  const model = nameOf(conversation.model)
  const price = expectedCost(conversation)
  return {
    step, provider: shop.name, model, price, bearable: shop.bearable,
    submit: async () => {
      try {
        const completion = await shop.client.chat.completions.create(body(conversation))
        const answer = said(completion)
        if (answer === null) throw senseless(shop, model, price)
        const { usage } = completion
        const tokens = usage ? { in: usage.prompt_tokens, cached: usage.prompt_tokens_details?.cached_tokens ?? 0, out: usage.completion_tokens } : undefined
        return { bought: { result: answer, cost: tokens ? tokenCost(conversation.model, tokens) : null, ...(tokens && { usage: tokens }) } }
      } catch (error) {
        throw toProviderError(error, shop, { model, price })
      }
    },
  }
}

function body({ model, stable, live, pictures, schema, before, maxTokens, prompt }: Conversation): OpenAI.Chat.ChatCompletionCreateParamsNonStreaming {
  return {
    model: nameOf(model),
    messages: [
      { role: 'system', content: stable },
      { role: 'user', content: pictures.length === 0 ? live : [{ type: 'text', text: live }, ...pictures.map((url) => ({ type: 'image_url' as const, image_url: { url } }))] },
      ...before.flatMap(({ answer, complaint }) => [...(answer === '' ? [] : [{ role: 'assistant' as const, content: answer }]), { role: 'user' as const, content: complaint }]),
    ],
    max_completion_tokens: maxTokens,
    ...(schema && { response_format: { type: 'json_schema', json_schema: { name: prompt, schema, strict: true } } }),
  }
}

function said({ choices }: Completion): Said | null {
  const choice = Array.isArray(choices) ? choices[0] : undefined
  if (!choice?.message) return null
  const text = typeof choice.message.content === 'string' ? choice.message.content : ''
  if (choice.message.refusal) return { kind: 'refused', text: choice.message.refusal }
  if (choice.finish_reason === 'content_filter') return { kind: 'refused', text: '' }
  return { kind: choice.finish_reason === 'length' ? 'cut' : 'said', text }
}
