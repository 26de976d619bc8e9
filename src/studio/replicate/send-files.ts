import { stat } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type Replicate from 'replicate'
import type { Assets } from '../../lab/assets.ts'
import { ProviderError } from '../provider-error.ts'
import { Media, mediaIn, type Input } from './map-input.ts'
import { provider, toProviderError } from './to-provider-error.ts'

/** https://replicate.com/docs/topics/predictions/input-files */
const inlineBytes = 10_000_000
const uploadBytes = 100_000_000

/** The input as it goes out: small files in it, large ones uploaded first. An upload carries our key, by which its order is known again. */
export async function sendFiles(input: Input, idempotency: string, { client, assets, token }: { client: Replicate; assets: Assets; token: string }): Promise<Input> {
  const media = [...new Map(mediaIn(input).map((each) => [each.asset, each])).values()]
  const sizes = await Promise.all(media.map(async ({ asset }) => (await stat(assets.path(asset))).size))
  let inline = 0
  const sent = new Map<string, string>()
  // the small ones first, as many as go in
  for (const [each, size] of media.map((each, index) => [each, sizes[index] ?? 0] as const).toSorted((a, b) => a[1] - b[1])) {
    if (size > uploadBytes) throw new ProviderError(`A file of ${Math.round(size / 1e6)} MB is too large for Replicate, which takes 100 MB.`, { provider, retryable: false, bought: false, zh: `文件有 ${Math.round(size / 1e6)} MB，Replicate 最大只收 100 MB。` })
    const encoded = Math.ceil(size / 3) * 4 + 40
    const bytes = await assets.read(each.asset)
    const { mime, ext } = await fileTypeFromBuffer(bytes) ?? { mime: 'application/octet-stream', ext: 'bin' }
    if (!each.byUrl && inline + encoded <= inlineBytes) {
      inline += encoded
      sent.set(each.asset, `data:${mime};base64,${bytes.toString('base64')}`)
    } else {
      sent.set(each.asset, await upload(client, new File([new Uint8Array(bytes)], `${each.asset.slice(0, 16)}.${ext}`, { type: mime }), { redcliff: idempotency }, token))
    }
  }
  const address = (value: unknown) => value instanceof Media ? sent.get(value.asset) ?? '' : value
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, Array.isArray(value) ? value.map(address) : address(value)]))
}

async function upload(client: Replicate, file: File, metadata: Record<string, unknown>, token: string): Promise<string> {
  try {
    return (await client.files.create(file, metadata)).urls.get
  } catch (error) {
    const told = toProviderError(error, { asked: 'an upload', token })
    // files cost nothing
    throw new ProviderError(told.message, { provider, retryable: told.retryable, bought: false, cause: error, zh: told.zh, ...told.retryAfter !== undefined && { retryAfter: told.retryAfter } })
  }
}
