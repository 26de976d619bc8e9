import type { Fetched } from './client/fetch-file.ts'
import { savedFolder } from './fill.ts'
import type { From } from './take-results.ts'

/** A server that was restarted has forgotten what it made, but not lost it: what we had saved bears the order's name. */
export async function recover({ client, tool, kind, assets, signal }: From, order: string): Promise<Fetched[] | null> {
  if (!tool.binding.outputs.some(({ node }) => Object.hasOwn(tool.api[node]?.inputs ?? {}, 'filename_prefix'))) return null
  for (const ending of endings[kind]) {
    const found = await client.fetch({ filename: `${order}${ending}`, subfolder: savedFolder, type: 'output' }, assets, signal)
    if (found?.kind === kind) return [found]
  }
  return null
}

/** As SaveImage, SaveVideo, SaveWEBM and VHS_VideoCombine count. */
const endings = { image: ['_00001_.png'], video: ['_00001_.mp4', '_00001.mp4', '_00001_.webm', '_00001.webm'] }
