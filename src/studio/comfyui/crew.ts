import type { Language } from '../../film/brief.ts'
import type { Api } from './api.ts'
import { checkWorkflow } from './check-workflow.ts'
import type { DenyList } from './denied.ts'
import { provider } from './client/ask-server.ts'
import type { Client } from './client/open-client.ts'
import { sayProblem } from './problem.ts'
import { filledInputs, type Tool } from './tool.ts'
import { ProviderError } from '../provider-error.ts'

/** The servers there are, and who takes the next order. */
export type Crew = {
  clients: readonly Client[]
  byName(name: string): Client
  /** The least busy one that can run it. Its place is held until `free` is called. */
  choose(tool: Tool, signal: AbortSignal): Promise<{ client: Client; free(): void }>
}

export function openCrew(clients: readonly Client[], deny: DenyList | undefined): Crew {
  const held = new Map<Client, number>()
  const hold = (client: Client, by: number) => held.set(client, (held.get(client) ?? 0) + by)
  return {
    clients,
    byName(name) {
      const found = clients.find(({ server }) => server.name === name)
      if (found) return found
      throw new ProviderError(`This was given to ComfyUI ${name}, which is not configured any more. Configure it again, or order anew.`, { provider, retryable: false, zh: `这一单交给了 ComfyUI ${name}，它已经不在配置里了。请重新配置，或者重新下单。` })
    },
    async choose(tool, signal) {
      const looked = await Promise.allSettled(clients.map(async (client) => {
        const [info, load] = await Promise.all([client.objectInfo(600, signal), client.load(signal)])
        let problems = problemsOf(tool, info, deny)
        // a model may have been added since
        if (problems.length && problems.every(({ kind }) => kind === 'missing-node' || kind === 'missing-model')) problems = problemsOf(tool, await client.objectInfo(15, signal), deny)
        return { client, load, problems }
      }))
      signal.throwIfAborted()
      const there = looked.flatMap((each) => each.status === 'fulfilled' ? [each.value] : [])
      // with what was given to it since it was asked
      const busy = ({ client, load }: (typeof there)[number]) => load + (held.get(client) ?? 0)
      const able = there.filter(({ problems }) => problems.length === 0).sort((one, other) => busy(one) - busy(other))
      const [best] = able
      if (best) {
        hold(best.client, 1)
        return { client: best.client, free: () => hold(best.client, -1) }
      }
      const away = looked.find((each) => each.status === 'rejected')?.reason as unknown
      if (away !== undefined && (away instanceof ProviderError || !there.length)) throw unbought(away)
      const [first] = there
      const problems = (language: Language) => first?.problems.slice(0, 4).map((problem) => sayProblem(problem, language)).join(language === 'zh' ? '' : ' ')
      throw new ProviderError(first ? `«${tool.name}» cannot run on ${first.client.server.name}. ${problems('en')}` : 'No ComfyUI server is configured.',
        { provider, retryable: false, bought: false, zh: first ? `「${tool.name}」没法在 ${first.client.server.name} 上运行。${problems('zh')}` : '这里没有配置 ComfyUI 服务器。' })
    },
  }
}

const problemsOf = (tool: { api: Api } & Tool, info: Parameters<typeof checkWorkflow>[1], deny: DenyList | undefined) =>
  checkWorkflow(tool.api, info, { deny, filled: filledInputs(tool.binding) }).problems

/** Only looked: nothing can have been ordered by it. */
export function unbought(error: unknown): unknown {
  if (!(error instanceof ProviderError) || error.bought === false) return error
  const { message, zh, retryable, status, retryAfter } = error
  return new ProviderError(message, { provider, retryable, bought: false, cause: error, zh, ...(status === undefined ? {} : { status }), ...(retryAfter === undefined ? {} : { retryAfter }) })
}
