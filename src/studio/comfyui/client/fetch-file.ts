import { open, rm } from 'node:fs/promises'
import type { Assets } from '../../../lab/assets.ts'
import { pictureSize } from '../../../picture/picture-size.ts'
import { measureMp4 } from '../../measure-mp4.ts'
import { ProviderError } from '../../provider-error.ts'
import { provider, refusal, type Ask } from './ask-server.ts'
import type { File } from './job-state.ts'
import type { Server } from './server.ts'

export type Fetched = { hash: string; kind: 'image' | 'video'; width?: number; height?: number; frames?: number; seconds?: number }

const mostBytes = 1_000_000_000
const mostPixels = 16_384 * 16_384

/** A file that the server made, as an asset, and what it is by its bytes. Null where the server has no such file. */
export async function fetchFile(ask: Ask, server: Server, { filename, subfolder, type }: File, assets: Assets, signal: AbortSignal): Promise<Fetched | null> {
  const response = await ask(`/view?${new URLSearchParams({ filename, subfolder, type })}`, { signal, seconds: 600 })
  if (response.status === 404 || response.status === 400) {
    await response.body?.cancel()
    return null
  }
  if (!response.ok) throw await refusal(response, server)
  const file = await assets.scratch('.fetched')
  try {
    await write(response, file, server)
    const known = await whatItIs(file)
    // a page of a proxy, or a file that is still being written: later it may be whole
    if (!known) throw new ProviderError(`What ComfyUI ${server.name} gave for ${filename.slice(0, 80)} is no whole picture or clip.`, { provider, retryable: true })
    return { hash: await assets.putFile(file), ...known }
  } catch (error) {
    if (signal.aborted || error instanceof ProviderError) throw error
    throw new ProviderError(`The connection to ComfyUI ${server.name} broke while a result was fetched.`, { provider, retryable: true, cause: error })
  } finally {
    await rm(file, { force: true })
  }
}

async function write(response: Response, file: string, server: Server) {
  const handle = await open(file, 'wx')
  let bytes = 0
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength
      if (bytes > mostBytes) throw new ProviderError(`What ComfyUI ${server.name} made is larger than ${mostBytes / 1e6} MB, and was not kept.`, { provider, retryable: false, ended: true })
      await handle.write(chunk)
    }
  } finally {
    await handle.close()
  }
}

async function whatItIs(file: string): Promise<Omit<Fetched, 'hash'> | null> {
  const { readFile } = await import('node:fs/promises')
  const { fileTypeFromFile } = await import('file-type')
  const mime = (await fileTypeFromFile(file))?.mime ?? ''
  if (mime === 'video/mp4' || mime === 'video/quicktime') {
    const clip = measureMp4(await readFile(file))
    return clip && { kind: 'video', width: Math.round(clip.width), height: Math.round(clip.height), frames: clip.frames, seconds: clip.seconds }
  }
  if (mime.startsWith('video/') || mime === 'image/gif') return { kind: 'video' }
  if (!mime.startsWith('image/')) return null
  const size = pictureSize(await readFile(file))
  return size && size.width * size.height <= mostPixels ? { kind: 'image', width: size.width, height: size.height } : null
}
