import type { ProvidersConfig } from './config.ts'
import type { Ffmpeg } from './edit/find-ffmpeg.ts'
import type { Assets } from './lab/assets.ts'
import type { ComfyUi } from './studio/comfyui/open-comfyui.ts'
import type { OfferedTool } from './studio/comfyui/tool.ts'
import type { Capability } from './studio/model.ts'
import type { Provider } from './studio/provider.ts'

/** Takes headers and body as they came, and says how to answer. */
export type Hear = (request: { headers: Record<string, string | string[] | undefined>; body: Buffer }) => { status: number }

export type Providers = {
  /** The one that is asked first comes first: a server of one's own before those that are paid. */
  list: Provider[]
  /** Where ComfyUI is configured: what people drop is read by it. */
  comfyui: ComfyUi | undefined
  /** What Replicate sends to the public address; undefined where it is not told one. */
  hear: Hear | undefined
  /** Warnings about models that are unknown, or about to be shut down; asked at the start, never waited for. */
  check(signal?: AbortSignal): Promise<string[]>
}

type Hands = {
  assets: Assets
  ffmpeg: Ffmpeg | undefined
  /** Workflows that people brought, beside the ready ones. */
  tools: () => Promise<readonly OfferedTool[]>
  /** What an operator should know, once. */
  say: (words: string) => void
}

/** Those whose keys or addresses are configured. A provider that is not is not even loaded. */
export async function openProviders({ openai, replicate, comfyui }: ProvidersConfig, { assets, ffmpeg, tools, say }: Hands): Promise<Providers> {
  const mine = comfyui && await openOwnServers(comfyui, {
    assets,
    tools: async () => [...await tools(), ...await import('./studio/comfyui/ready-tools.ts').then(({ readyTools }) => readyTools())],
  })
  const clever = openai && await import('./studio/openai/open-openai.ts').then(({ openOpenAi }) => openOpenAi({
    apiKey: openai.apiKey, assets, bearable: 0, chatRoute: openai.chatRoute, video: openai.video, ...(openai.use ? { offers: openai.use.for, use: openai.use.models, models: atHome(openai) } : {}), ...(openai.baseUrl ? { baseURL: openai.baseUrl } : {}),
  }))
  const rented = replicate && await import('./studio/replicate/open-replicate.ts').then(({ openReplicate }) => openReplicate({
    token: replicate.token, assets, say, ...(ffmpeg ? { ffmpeg } : {}), ...(replicate.baseUrl ? { baseUrl: replicate.baseUrl } : {}), ...(replicate.models ? { registry: replicate.models } : {}), ...(replicate.webhook ? { webhook: replicate.webhook } : {}),
  }))
  return {
    comfyui: mine,
    hear: rented?.hear,
    list: [mine, clever, rented].filter((provider) => provider !== undefined),
    check: async (signal) => clever ? clever.checkModels(signal) : [],
  }
}

/** What runs on this machine costs nothing; any other server's price is not known until one is said. */
function atHome({ baseUrl, use }: NonNullable<ProvidersConfig['openai']>) {
  const here = baseUrl !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(baseUrl).hostname)
  return here ? Object.entries(use?.models ?? {}).map(([capability, id]) => ({ id, capability: capability as Capability, price: [] })) : []
}

/** ComfyUI servers of one's own. */
async function openOwnServers({ servers, comfyOrgKey }: NonNullable<ProvidersConfig['comfyui']>, { assets, tools }: Pick<Hands, 'assets' | 'tools'>): Promise<ComfyUi> {
  const { openComfyUi } = await import('./studio/comfyui/open-comfyui.ts')
  return openComfyUi({
    servers: servers.map(({ name, url, authorization }) => ({
      name, url, ...(authorization ? { headers: { authorization } } : {}), ...(comfyOrgKey ? { comfyOrgKey } : {}),
    })),
    assets,
    tools,
  })
}
