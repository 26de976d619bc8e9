import { checkWorkflow } from './check-workflow.ts'
import type { Client } from './client/open-client.ts'
import type { DenyList } from './denied.ts'
import type { Problem } from './problem.ts'
import { filledInputs, type Tool } from './tool.ts'

export type Unable = { tool: Tool; problems: Problem[] }

/** Tools that none of the servers that answer can run. While no server answers nothing is known, and nothing is held back. */
export async function unableTools(clients: readonly Client[], tools: readonly Tool[], deny: DenyList | undefined, seconds = 4): Promise<Unable[]> {
  const asked = await Promise.allSettled(clients.map((client) => client.objectInfo(60, AbortSignal.timeout(seconds * 1000))))
  const infos = asked.flatMap((each) => each.status === 'fulfilled' ? [each.value] : [])
  if (infos.length === 0) return []
  return tools.flatMap((tool) => {
    const found = infos.map((info) => checkWorkflow(tool.api, info, { deny, filled: filledInputs(tool.binding) }).problems)
    const [least] = found.toSorted((one, other) => one.length - other.length)
    return least?.length ? [{ tool, problems: least }] : []
  })
}
