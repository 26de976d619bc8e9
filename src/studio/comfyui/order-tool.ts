import { z } from 'zod'
import type { Bought, Purchase } from '../../lab/purchase.ts'
import type { PaidWork } from '../../lab/work.ts'
import { ProviderError } from '../provider-error.ts'
import type { Api } from './api.ts'
import { provider } from './client/ask-server.ts'
import { waitFor, type Patience } from './client/wait-for.ts'
import { type Crew, unbought } from './crew.ts'
import { fill, type Asked, type Filled } from './fill.ts'
import { recover } from './recover.ts'
import { takeResults } from './take-results.ts'
import type { Tool } from './tool.ts'
import { upload, type Given } from './upload.ts'

export type Bench = { crew: Crew; patience: Patience; /** Pays partners' nodes: the person's own key, else the server's. */ comfyOrgKey?: ((work: PaidWork) => Promise<string | undefined>) | undefined }

export const Result = z.object({
  files: z.array(z.object({ hash: z.string(), kind: z.enum(['image', 'video']), width: z.int().optional(), height: z.int().optional(), frames: z.int().optional(), seconds: z.number().optional() })).min(1),
  /** What the workflow was asked for, where the file does not say what it is. */
  asked: z.object({ width: z.int().optional(), height: z.int().optional(), frames: z.int().optional(), fps: z.number().optional() }),
})
export type Result = z.infer<typeof Result>

/** One run of a workflow, bought once. */
export async function orderTool({ crew, patience, comfyOrgKey }: Bench, tool: Tool, step: string, { asked, given }: { asked: Asked; given: Given }, work: PaidWork): Promise<Result> {
  const price = tool.partners.length ? null : 0
  let sent: Api | null = null
  const kind = tool.capability === 'draw' || tool.capability === 'inpaint' ? 'image' : tool.capability === 'animate' || tool.capability === 'syncLips' || given.video ? 'video' : 'image'
  const purchase: Purchase = {
    step, provider, model: modelOf(tool), price,
    async submit(id) {
      let free = () => {}
      try {
        const chosen = await crew.choose(tool, work.signal)
        const { client } = chosen
        free = chosen.free
        const key = tool.partners.length ? await comfyOrgKey?.(work) ?? client.server.comfyOrgKey : undefined
        if (tool.partners.length && key === undefined) throw new ProviderError(`«${tool.name}» uses ${tool.partners[0]}, which is paid through comfy.org. Give a comfy.org key for ${client.server.name}.`, { provider, retryable: false, bought: false, zh: `「${tool.name}」用到 ${tool.partners[0]}，要通过 comfy.org 付费。请为 ${client.server.name} 配一个 comfy.org 密钥。` })
        work.progress(0.01, `sent to ${client.server.name}`)
        const uploads = await upload(client, tool, given, work).catch((error: unknown) => { throw unbought(error) })
        work.signal.throwIfAborted()
        const filled = fill(tool, asked, uploads, id)
        sent = filled.prompt
        return { job: `${client.server.name}/${await client.submit({ id, prompt: filled.prompt, comfyOrgKey: key })}/${id}` }
      } catch (error) {
        // cancelled, and not only this process closed: nobody would ever ask what became of it
        if (error === work.signal.reason && error instanceof Error && error.name === 'NobodyWaits') throw new ProviderError('Nobody waits for this any more.', { provider, retryable: false, bought: false, cause: error })
        throw error
      } finally {
        free()
      }
    },
    async collect(job) {
      const { client, id, order } = place(crew, job)
      const ending = await waitFor(client, { job: id, prompt: sent, signal: work.signal, progress: work.progress, patience }).catch((error: unknown) => { throw withCharge(error, price) })
      const from = { client, tool, kind, assets: work.assets, signal: work.signal } as const
      const files = typeof ending === 'string' ? await recover(from, order) : await takeResults(from, ending.outputs, price)
      if (files === null) throw lost(client.server.name, ending === 'gone after a restart', tool, price)
      return { result: { files, asked: sizesOf(fill(tool, asked, {}, order)) } satisfies Result, cost: price } satisfies Bought
    },
    async find(id) {
      // every server is asked: we may have died before we wrote down which one it was
      for (const client of crew.clients) {
        const found = await client.find(id)
        if (found !== null) return { job: `${client.server.name}/${found}/${id}` }
        if (await recover({ client, tool, kind, assets: work.assets, signal: work.signal }, id)) return { job: `${client.server.name}/${id}/${id}` }
      }
      // a partner may have been paid by a server that has forgotten it: a person is asked
      return tool.partners.length ? null : 'never came'
    },
    async cancel(job) {
      const { client, id } = place(crew, job)
      await client.cancel(id)
      return { charged: price }
    },
  }
  return Result.parse(await work.buy(purchase))
}

export const modelOf = (tool: Tool) => `${provider}/${tool.name}`

function place(crew: Crew, job: string) {
  const [server = '', id = '', order = id] = job.split('/')
  return { client: crew.byName(server), id, order }
}

function withCharge(error: unknown, price: number | null) {
  if (!(error instanceof ProviderError) || !error.ended) return error
  return new ProviderError(error.message, { provider, retryable: error.retryable, ended: true, charged: price, cause: error, zh: error.zh })
}

/** It is nowhere. What costs nothing is ordered again by itself, unless somebody took it out of the queue. */
function lost(server: string, restarted: boolean, tool: Tool, price: number | null) {
  if (tool.partners.length) return new ProviderError(`ComfyUI ${server} does not know of this order any more. ${tool.partners[0]} may have been charged for it; see comfy.org before it is ordered again.`, { provider, retryable: false, ended: true, charged: price, zh: `ComfyUI ${server} 已经不知道这一单了。${tool.partners[0]} 可能已经计费；重新下单前请先看 comfy.org。` })
  return restarted
    ? new ProviderError(`ComfyUI ${server} was restarted, and forgot this order.`, { provider, retryable: true, ended: true, charged: 0, zh: `ComfyUI ${server} 重启过，忘了这一单。` })
    : new ProviderError(`This was taken out of the queue of ComfyUI ${server}, or the server was restarted.`, { provider, retryable: false, ended: true, charged: 0, zh: `这一单被移出了 ComfyUI ${server} 的队列，或者服务器重启过。` })
}

const sizesOf = ({ width, height, frames, fps }: Filled) => ({ width, height, frames, fps })
