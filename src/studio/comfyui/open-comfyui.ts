import type { Assets } from '../../lab/assets.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { Capability, Model } from '../model.ts'
import { ProviderError } from '../provider-error.ts'
import type { Provider } from '../provider.ts'
import { provider } from './client/ask-server.ts'
import { openClient, type Client } from './client/open-client.ts'
import { Server } from './client/server.ts'
import type { Patience } from './client/wait-for.ts'
import { openCrew } from './crew.ts'
import type { DenyList } from './denied.ts'
import { unableTools, type Unable } from './unable-tools.ts'
import { animator } from './do/animate.ts'
import { artist } from './do/draw.ts'
import { mender } from './do/mend.ts'
import { modelOf, type Bench } from './order-tool.ts'
import { readWorkflow, type ReadWorkflow } from './read-workflow.ts'
import type { OfferedTool, Tool, ToolCapability } from './tool.ts'

export type ComfyUiOptions = {
  servers: readonly Server[]
  assets: Assets
  /** The workflows it may run; asked again by `refresh` where it is a function. */
  tools: readonly OfferedTool[] | (() => Promise<readonly OfferedTool[]>)
  /** Comes on top of our own list. */
  denyList?: DenyList
  /** The key of the person who asks, for partners' nodes. */
  comfyOrgKey?: (work: PaidWork) => Promise<string | undefined>
  patience?: Partial<Patience>
  fetch?: typeof fetch
}

export type ComfyUi = Provider & {
  /** Reads the tools anew: one was added, changed or taken away, or a server got what it lacked. */
  refresh(): Promise<void>
  /** Tools that no server can run, with what is missing: they are not offered. */
  readonly unable: readonly Unable[]
  clients: readonly Client[]
  /** A workflow that somebody dropped, as the first server that answers understands it. */
  read(given: Uint8Array | string, signal?: AbortSignal): Promise<ReadWorkflow>
}

/** Workflows as tools: each is a model, for what it was bound to. */
export async function openComfyUi({ servers, tools: given, denyList, comfyOrgKey, patience = {}, fetch: fetchIt }: ComfyUiOptions): Promise<ComfyUi> {
  const clients = servers.map((server) => openClient(Server.parse(server), fetchIt ? { fetchIt } : {}))
  let tools: readonly OfferedTool[] = []
  let unable: Unable[] = []
  const refresh = async () => {
    const all = typeof given === 'function' ? await given() : given
    unable = await unableTools(clients, all, denyList)
    tools = all.filter((tool) => !unable.some((each) => each.tool === tool))
  }
  await refresh()
  const bench: Bench = { crew: openCrew(clients, denyList), patience: { poll: [0.15, 2], away: 60, job: 2 * 3600, ...patience }, comfyOrgKey }
  const toolFor = (capability: ToolCapability, fits: (tool: Tool) => boolean = () => true) => (model: string | undefined): Tool => {
    const able = tools.filter((tool) => tool.capability === capability && fits(tool))
    const found = model === undefined || model === provider ? able.find(({ server }) => server === undefined) : able.find((tool) => modelOf(tool) === model)
    if (found) return found
    throw new ProviderError(`No workflow here is for this${model === undefined ? '' : ` by the name of ${model}`}. There are: ${able.map(modelOf).join(', ') || 'none'}.`, { provider, retryable: false, bought: false, zh: `这里没有做这件事的工作流${model === undefined ? '' : `「${model}」`}。有的是：${able.map(modelOf).join('、') || '无'}。` })
  }
  const does = {
    draw: artist(bench, toolFor('draw')),
    animate: animator(bench, toolFor('animate')),
    ...mender(bench, (capability, kind) => toolFor(capability, ({ binding: { inputs } }) => kind === 'video' ? inputs.video !== undefined : inputs.image !== undefined || inputs.video === undefined)),
  }
  // offered as long as there is a tool for it
  const offers = Object.fromEntries(Object.entries(does).map(([capability, run]) => [capability, { enumerable: true, get: () => tools.some((tool) => tool.capability === capability) ? run : undefined }]))
  const comfy = {
    name: provider, clients, refresh,
    async read(workflow: Uint8Array | string, signal?: AbortSignal) {
      const [client, ...others] = clients
      if (!client) throw new ProviderError('No ComfyUI server is configured.', { provider, retryable: false, bought: false, zh: '这里没有配置 ComfyUI 服务器。' })
      const info = await others.reduce<Promise<Awaited<ReturnType<Client['objectInfo']>>>>((before, next) => before.catch(() => next.objectInfo(60, signal)), client.objectInfo(60, signal))
      return readWorkflow(workflow, info)
    },
    close: async () => { for (const each of clients) each.close() },
  }
  return Object.defineProperties(comfy, { ...offers, models: { enumerable: true, get: () => tools.map(asModel) }, unable: { get: () => unable } }) as unknown as ComfyUi
}

const asModel = (tool: OfferedTool): Model => ({
  id: modelOf(tool), capability: tool.capability satisfies Capability, label: tool.label, limits: tool.limits,
  // one's own machine costs nothing; what a partner takes is not known before
  price: tool.partners.length ? null : [],
  ...(tool.server === undefined ? {} : { server: tool.server }),
})
