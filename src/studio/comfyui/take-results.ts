import type { Assets } from '../../lab/assets.ts'
import { ProviderError } from '../provider-error.ts'
import { provider } from './client/ask-server.ts'
import type { Fetched } from './client/fetch-file.ts'
import type { Outputs } from './client/job-state.ts'
import type { Client } from './client/open-client.ts'
import type { Tool } from './tool.ts'

export type From = { client: Client; tool: Tool; kind: 'image' | 'video'; assets: Assets; signal: AbortSignal }

/** What a finished job made, by its binding: the first output node that gave what is wanted. Saved files come before what is only a preview. */
export async function takeResults({ client, tool, kind, assets, signal }: From, outputs: Outputs, price: number | null): Promise<Fetched[]> {
  const { server } = client
  const ended = (message: string) => new ProviderError(message, { provider, retryable: false, ended: true, charged: price })
  let gone = ''
  for (const { node } of tool.binding.outputs) {
    const given = Object.hasOwn(outputs, node) ? outputs[node] ?? [] : []
    const fetched: Fetched[] = []
    for (const file of given.toSorted((one, other) => Number(one.type === 'temp') - Number(other.type === 'temp')).slice(0, 16)) {
      const found = await client.fetch(file, assets, signal)
      if (found) fetched.push(found)
      else gone = file.filename
    }
    const fitting = fetched.filter((each) => each.kind === kind)
    if (fitting.length) return fitting
  }
  throw ended(gone
    ? `ComfyUI ${server.name} says that it is done, but ${gone.slice(0, 80)} is not there any more.`
    : `«${tool.name}» is done and gave no ${kind === 'image' ? 'picture' : 'clip'} that we can use (a clip must be mp4, webm or gif). Mark its result with @output.`)
}
