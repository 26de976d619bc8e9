import { z } from 'zod'
import type { Api } from '../api.ts'
import { ProviderError } from '../../provider-error.ts'
import { provider, refusal, type Ask } from './ask-server.ts'
import { redact, type Server } from './server.ts'

const NodeErrors = z.record(z.string(), z.looseObject({
  class_type: z.string().optional(),
  errors: z.array(z.looseObject({ type: z.string(), message: z.string().default(''), details: z.string().default('') })).default([]),
}))
const Taken = z.looseObject({ prompt_id: z.string(), node_errors: z.union([NodeErrors, z.array(z.never())]).default({}) })
const Refused = z.looseObject({ error: z.union([z.string(), z.looseObject({ type: z.string(), message: z.string().default(''), details: z.string().default('') })]), node_errors: z.union([NodeErrors, z.array(z.never())]).default({}) })

export type Order = { id: string; prompt: Api; clientId: string; comfyOrgKey?: string | undefined }

/** Sends a workflow. The id that the server runs it under: ours, or its own on servers that take none. */
export async function submitPrompt(ask: Ask, server: Server, { id, prompt, clientId, comfyOrgKey }: Order): Promise<{ id: string; partial: ProviderError | null }> {
  const response = await ask('/prompt', {
    method: 'POST', free: false, headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      prompt, prompt_id: id, ...(clientId ? { client_id: clientId } : {}),
      extra_data: { redcliff: id, ...(comfyOrgKey === undefined ? {} : { api_key_comfy_org: comfyOrgKey }) },
    }),
  })
  // the same order was taken before, and its answer was lost
  if (response.status === 409) return { id, partial: null }
  if (response.status === 400) throw await explained(response, server)
  if (!response.ok) throw await refusal(response, server)
  const taken = Taken.safeParse(await response.json().catch(() => null))
  // it may have been taken: whoever asks next looks for it
  if (!taken.success) throw new ProviderError(`ComfyUI ${server.name} gave an answer that makes no sense. Is something else standing at its address?`, { provider, retryable: true, zh: `ComfyUI ${server.name} 的答复读不懂。那个地址上是不是别的程序？` })
  const wrong = said(taken.data.node_errors)
  // the server runs what is left of the workflow, and says nothing of what is missing
  const partial = wrong ? new ProviderError(`ComfyUI ${server.name} would run only a part of this workflow: ${redact(wrong, server)}.`, { provider, retryable: false, bought: false, zh: `ComfyUI ${server.name} 只肯运行这个工作流的一部分：${redact(wrong, server)}。` }) : null
  return { id: taken.data.prompt_id, partial }
}

async function explained(response: Response, server: Server) {
  const parsed = Refused.safeParse(await response.json().catch(() => null))
  const { error, node_errors: nodes } = parsed.data ?? {}
  const general = typeof error === 'string' ? error : [error?.message, error?.details].filter(Boolean).join(' ')
  const words = redact([said(nodes) || general].join('').slice(0, 500), server).replace(/[.\s]+$/, '')
  return new ProviderError(`ComfyUI ${server.name} refused this workflow${words ? `: ${words}` : ''}.`, { provider, retryable: false, bought: false, status: 400, zh: `ComfyUI ${server.name} 拒绝了这个工作流${words ? `：${words}` : ''}。` })
}

function said(nodes: z.infer<typeof NodeErrors> | never[] | undefined): string {
  return Object.entries(nodes ?? {}).flatMap(([id, { class_type: kind, errors }]) =>
    errors.map(({ type, message, details }) => `${kind ?? 'node'} (${id}): ${(message || type).replace(/[.\s]+$/, '')}${details ? ` (${details.slice(0, 120)})` : ''}`)).slice(0, 3).join('; ')
}
