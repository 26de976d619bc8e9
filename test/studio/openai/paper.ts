import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { openAssets } from '../../../src/lab/assets.ts'
import type { Bought, Purchase } from '../../../src/lab/purchase.ts'
import type { PaidWork } from '../../../src/lab/work.ts'
import { openOpenAi, type OpenAiOptions } from '../../../src/studio/openai/open-openai.ts'
import { openOpenAiServer, type OpenAiServerOptions } from '../../../src/try/providers/openai/open-openai-server.ts'
import { checkRequests } from './check-requests.ts'

export const assets = openAssets(join(inject('scratchHome'), 'assets'))

export type Bill = Pick<Purchase, 'step' | 'model' | 'price'> & Omit<Bought, 'result'>

/** Work whose purchases are only noted. */
export function paperWork(signal = new AbortController().signal): PaidWork & { bills: Bill[] } {
  const bills: Bill[] = []
  return {
    bills, signal, assets, progress: () => undefined,
    async buy(purchase) {
      const submitted = await purchase.submit('11111111-1111-4111-8111-111111111111')
      const bought = 'bought' in submitted ? submitted.bought : await purchase.collect?.(submitted.job)
      if (!bought) throw new Error('Nothing was bought.')
      bills.push({ step: purchase.step, model: purchase.model, price: purchase.price, cost: bought.cost, ...(bought.usage && { usage: bought.usage }) })
      return JSON.parse(JSON.stringify(bought.result)) as unknown
    },
  }
}

const open: { close(): Promise<unknown> }[] = []
afterAll(async () => { for (const each of open.reverse()) await each.close() })

/** The provider with a server of its own, closed with the file. */
export async function openPair(options: Partial<OpenAiOptions> = {}, serving: OpenAiServerOptions = {}) {
  const check = await checkRequests()
  const server = await openOpenAiServer({ ...(check && { check }), ...serving })
  const provider = openOpenAi({ apiKey: server.key, baseURL: server.url, assets, pollSeconds: 0.01, ...options })
  open.push(server, provider)
  return { server, provider }
}

/** What it is refused with. */
export const refusal = (promise: Promise<unknown> | undefined) => Promise.resolve(promise).then((value) => { throw new Error(`It was not refused: ${JSON.stringify(value)}`) }, (error: Error) => error as Error & Record<string, unknown>)
