import type { PaidWork } from '../../lab/work.ts'
import { ProviderError } from '../provider-error.ts'
import { provider } from './client/ask-server.ts'
import type { Client } from './client/open-client.ts'
import type { Uploads } from './fill.ts'
import type { Tool } from './tool.ts'

/** Assets that go into a workflow. */
export type Given = Partial<Record<keyof Uploads, readonly string[]>>

/** Puts them where the workflow's nodes can load them, once for each content: a name that is a hash is never taken by something else. */
export async function upload(client: Client, { binding: { inputs }, name }: Tool, given: Given, { assets, signal }: PaidWork): Promise<Uploads> {
  const uploads: Uploads = {}
  const mask = inputs.mask?.[0]
  const together = mask !== undefined && (inputs.image ?? []).some((slot) => slot.node === mask.node && slot.input === mask.input)
  for (const role of ['image', 'lastImage', 'mask', 'video', 'sound'] as const) {
    const slots = inputs[role] ?? []
    const hashes = (given[role] ?? []).slice(0, slots.length)
    if (slots.some(({ optional }) => !optional) && hashes.length === 0 && role !== 'lastImage') throw new ProviderError(`«${name}» needs ${needed[role]}, and was given none.`, { provider, retryable: false, bought: false })
    const names: string[] = []
    for (const hash of hashes) {
      const bytes = await assets.read(hash)
      const file = `${hash.slice(0, 32)}.${await endingOf(bytes)}`
      names.push(role === 'mask' && together && uploads.image?.[0] !== undefined
        ? await client.uploadMask(bytes, `mask-${file}`, uploads.image[0], signal)
        : await client.upload(bytes, file, signal))
    }
    if (names.length) uploads[role] = names
  }
  // one node gives the picture and its mask: it loads the two as one file
  if (together && uploads.mask) uploads.image = uploads.mask
  return uploads
}

const needed = { image: 'a picture', lastImage: 'a last frame', mask: 'a mask', video: 'a clip', sound: 'a sound' }

async function endingOf(bytes: Uint8Array) {
  const { fileTypeFromBuffer } = await import('file-type')
  return (await fileTypeFromBuffer(bytes))?.ext ?? 'bin'
}
