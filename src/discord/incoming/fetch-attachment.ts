import type { FetchAttachment } from '../../../commands/index.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { incomingWords } from './incoming-words.ts'

type Fetching = {
  /** The CDN of a Discord of our own, on loopback. */
  cdn?: string | undefined
  fetch?: typeof globalThis.fetch
  /** All of it must have come by then. */
  seconds?: number
}

/** What a person attached. Only Discord's own hosts are asked, no redirect is followed, and no more than `limit` bytes are ever taken. */
export const attachmentFetcher = ({ cdn, fetch = globalThis.fetch, seconds = 30 }: Fetching = {}): FetchAttachment =>
  async ({ url, name, size }, { limit, signal, language = 'en' }) => {
    const say = incomingWords[language]
    const shown = shortName(name)
    if (!isDiscordFile(url, cdn)) throw new ReadingError(say.foreign(shown))
    if (size > limit) throw new ReadingError(say.large(shown, size, limit))
    const late = AbortSignal.timeout(seconds * 1000)
    try {
      const response = await fetch(url, { redirect: 'manual', signal: signal ? AbortSignal.any([signal, late]) : late })
      if (!response.ok || !response.body) {
        await response.body?.cancel()
        throw new ReadingError(response.status === 403 || response.status === 404 ? say.gone(shown) : say.unreachable(shown))
      }
      return await readUpTo(response.body, limit, () => new ReadingError(say.large(shown, null, limit)))
    } catch (error) {
      if (error instanceof ReadingError || signal?.aborted) throw error
      throw new ReadingError(say.unreachable(shown), { cause: error })
    }
  }

/** Discord's two hosts by https, or a loopback Discord by whatever it speaks. */
export function isDiscordFile(address: string, cdn?: string): boolean {
  const url = URL.parse(address)
  if (!url || url.username !== '' || url.password !== '') return false
  if (url.protocol === 'https:' && url.port === '' && ['cdn.discordapp.com', 'media.discordapp.net'].includes(url.hostname)) return true
  const own = cdn === undefined ? null : URL.parse(cdn)
  return own !== null && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(own.hostname) && url.origin === own.origin
}

/** A length that was promised is no length that comes: it is counted. Leaving the loop closes the connection. */
async function readUpTo(body: ReadableStream<Uint8Array>, limit: number, tooLarge: () => Error): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A name is shown, never used: not as a path, not to tell what a file is. */
const shortName = (name: string) => name.replace(/[\p{Cc}\p{Cf}`*_~|<>@#\\]/gu, '').trim().slice(0, 60) || 'file'
