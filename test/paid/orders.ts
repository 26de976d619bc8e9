import { z } from 'zod'
import type { Order } from '../../src/lab/order.ts'
import type { Craft } from '../../src/lab/craft.ts'
import type { PaidWork } from '../../src/lab/work.ts'
import type { Provider } from '../../src/studio/provider.ts'
import type { Card } from '../../src/mailbox/card.ts'
import type { Effects } from '../../src/mailbox/effects.ts'
import type { Step } from '../../src/mailbox/handle-next.ts'
import { animating, drawing, paint } from '../studio/samples.ts'

export type Three = { openai: Provider; replicate: Provider; comfyui: Provider }

const picture = async (index: number, work: PaidWork) => work.assets.put(await paint(64 + index, 48, '#7a6a58'))
const frame = (index: number) => ({ ...drawing, count: 1 as const, width: 1024, height: 640, seed: index * 10, prompt: `order ${index} of the ferry at dusk` })

/** One of each thing that is bought; each says its number, so that the server can tell orders apart. */
const kinds: Record<string, (three: Three, index: number, work: PaidWork) => Promise<unknown> | undefined> = {
  'openai write': ({ openai }, index, work) => openai.write?.({ prompt: 'treatments', inputs: { wish: `order ${index} of the ferry at dusk`, language: 'en', count: 2, seed: index } }, work),
  'replicate animate': async ({ replicate }, index, work) => replicate.animate?.({ ...animating, prompt: `order ${index} of the ferry at dusk`, seed: index, picture: await picture(index, work) }, work),
  'comfyui draw': ({ comfyui }, index, work) => comfyui.draw?.({ ...frame(index), width: 256, height: 144 }, work),
  'openai speak': ({ openai }, index, work) => openai.speak?.({ text: `This is order ${index} of the ferry.`, language: 'en', voice: 'marin' }, work),
  'replicate draw': ({ replicate }, index, work) => replicate.draw?.({ ...frame(index), count: 2 }, work),
  'openai draw': ({ openai }, index, work) => openai.draw?.(frame(index), work),
  'comfyui upscale': async ({ comfyui }, index, work) => comfyui.upscale?.({ media: await picture(index, work), kind: 'image', factor: 2 }, work),
  'replicate speak': ({ replicate }, index, work) => replicate.speak?.({ text: `This is order ${index} of the ferry.`, language: 'en', voice: 'Wise_Woman' }, work),
}
export const kindOf = (index: number) => Object.keys(kinds)[index % Object.keys(kinds).length] ?? ''

export const craft = (three: Three): Craft => ({
  name: 'paid', pool: 'paid',
  run(request, work) {
    const { index } = z.object({ index: z.int() }).parse(request)
    return kinds[kindOf(index)]?.(three, index, work) ?? Promise.reject(new Error(`Nobody can do ${kindOf(index)}.`))
  },
})

const order = (index: number): Order => ({ craft: 'paid', request: { index }, take: 1, answer: { kind: 'made', index }, label: `order ${index}`, rank: index })
const card = (slot: string, text: string): Card => ({ slot, title: slot, text, media: [], choices: [], asks: false })

/** What orders and what hears of it: `wanted` orders, `made` is noted on a card, what cannot be known waits on a card for somebody. */
export const step: Step = async (_, __, { body }): Promise<Effects> => {
  const nothing = { orders: [], cards: [], cancels: [], mails: [] }
  if (body['kind'] === 'wanted') return { ...nothing, orders: z.array(z.int()).parse(body['indices']).map(order) }
  if (body['kind'] === 'made') return { ...nothing, cards: [card(`made:${String(body['index'])}`, JSON.stringify(body['result']))] }
  if (body['kind'] === 'failed') return { ...nothing, cards: [card(`trouble:${String(body['generation'])}`, `${String(body['label'])}: ${String(body['message'])}`)] }
  throw new Error(`Nobody here knows what ${String(body['kind'])} is.`)
}
