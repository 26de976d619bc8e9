import { z } from 'zod'
import type { PaidWork } from '../../lab/work.ts'
import type { Capability } from '../model.ts'
import { ProviderError } from '../provider-error.ts'
import type { WriteRequest } from '../provider.ts'
import { askChat } from './ask-chat.ts'
import { askResponses } from './ask-responses.ts'
import { modelFor, nameOf } from './choose-models.ts'
import { Said, tokensIn, type Conversation } from './conversation.ts'
import { pictureUrl } from './picture-url.ts'
import { filled, halves } from '../prompt-file.ts'
import type { Shop } from './shop.ts'
import { strictSchema } from './strict-schema.ts'

export type Route = 'responses' | 'chat'

/** How often an answer that cannot be used is asked for again. */
const again = 2

/**
 * Fills a prompt, asks, and holds the answer to its schema. An answer that is refused, cut off, malformed or late is asked
 * for again with what was wrong; each call is a purchase of its own. What comes back is parsed, or an error says why not.
 */
export const writer = (shop: Shop, route: Route, capability: Extract<Capability, 'write' | 'review'> = 'write') => async (request: WriteRequest, work: PaidWork): Promise<unknown> => {
  const model = modelFor(shop.models, capability, request.model)
  const [prompt, repair, inputs] = await Promise.all([shop.prompts(request.prompt), shop.prompts('studio/again'), shop.prompts('studio/inputs')])
  const strict = request.answer ? strictSchema(request.answer) : null
  const pictures = await Promise.all((request.pictures ?? []).map((hash) => pictureUrl(work.assets, hash)))
  const step = request.step ?? request.prompt
  const before: { answer: string; complaint: string }[] = []
  const { stable, live } = halves(prompt, request.inputs)
  const length = Math.max(Number(prompt.head['tokens'] ?? 600), tokensIn(live) * 3)
  // room to think, too; a long film's storyboard is longer than its script
  let maxTokens = Math.min(128_000, Math.max(16_000, length * 2))
  for (let round = 0; ; round++) {
    work.signal.throwIfAborted()
    work.progress(0.02, round === 0 ? `${nameOf(model)} is writing` : `${nameOf(model)} is writing again`)
    const conversation: Conversation = { prompt: request.prompt.replace(/\W+/g, '-'), model, stable: `${stable}\n\n${inputs.body}`, live, pictures, length, schema: strict?.schema ?? null, before, maxTokens }
    const name = round === 0 ? step : `${step} again ${round}`
    const said = Said.parse(await work.buy(route === 'chat' ? askChat(shop, conversation, name) : askResponses(shop, conversation, name, work)))
    const read = readAnswer(said, request.answer, strict?.read)
    if ('answer' in read) {
      work.progress(1)
      return read.answer
    }
    if (round === again) throw useless(shop, nameOf(model), said, read.problem)
    if (said.kind === 'cut') maxTokens = Math.min(128_000, maxTokens * 2)
    // what was cut off or late is not sent along: it would only be paid for again
    before.push({ answer: said.kind === 'said' ? said.text : '', complaint: filled(repair.head[said.kind] ?? repair.body, { problem: read.problem }) })
  }
}

function readAnswer({ kind, text }: Said, schema: z.ZodType | undefined, undo: ((answer: unknown) => unknown) | undefined): { answer: unknown } | { problem: string } {
  if (kind !== 'said') return { problem: text.slice(0, 300) }
  let json: unknown
  try {
    json = JSON.parse(unfenced(text))
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'It is no JSON.' }
  }
  if (!schema) return { answer: json }
  const read = schema.safeParse(undo ? undo(json) : json)
  return read.success ? { answer: read.data } : { problem: z.prettifyError(read.error).slice(0, 2000) }
}

/** Small models wrap their JSON, or think aloud before it. */
const unfenced = (text: string) => {
  const plain = text.replace(/^[^]*<\/think>/, '').trim()
  return /^```(?:json)?\s*([^]*?)\s*```$/.exec(plain)?.[1] ?? plain
}

function useless({ name: provider, label }: Shop, model: string, { kind, text }: Said, problem: string): ProviderError {
  const words = {
    refused: `${model} of ${label} refuses to write this${text ? `: «${text.slice(0, 200)}»` : ''}. Say it in other words, or choose another model.`,
    cut: `${model} of ${label} was cut off each time: the answer is too long for it. Ask for a shorter film, or choose another model.`,
    late: `${model} of ${label} did not answer in time, asked ${again + 1} times. Try again later, or choose another model.`,
    said: `${model} of ${label} answered ${again + 1} times with something that cannot be used (${problem.split('\n')[0]?.replace(/[.✖ ]+$|^[✖ ]+/g, '') ?? ''}). Try again, or choose another model.`,
  }
  const zh = {
    refused: `${label} 的 ${model} 拒绝写这一段${text ? `：「${text.slice(0, 200)}」` : ''}。请换一种说法，或者换一个模型。`,
    cut: `${label} 的 ${model} 每次都写到一半就断了：对它来说太长。请把片子改短，或者换一个模型。`,
    late: `${label} 的 ${model} 问了 ${again + 1} 次都没有及时答复。请稍后再试，或者换一个模型。`,
    said: `${label} 的 ${model} 答了 ${again + 1} 次，都没法用。请再试一次，或者换一个模型。`,
  }
  return new ProviderError(words[kind], { provider, retryable: false, zh: zh[kind] })
}
