import type { FetchAttachment } from '../../../commands/index.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { allowedHosts, type FetchAllowed, fetchAllowed, FetchRefused, mayBeFetched, upTo } from '../../safety/fetch-allowed.ts'
import { isLoopbackHost } from '../../safety/public-address.ts'
import { incomingWords } from './incoming-words.ts'

type Fetching = {
  /** The CDN of a Discord of our own, on loopback. */
  cdn?: string | undefined
  fetch?: FetchAllowed
  /** All of it must have come by then. */
  seconds?: number
}

/** What a person attached. Only Discord's own hosts are asked, no redirect is followed, and no more than `limit` bytes are ever taken. */
export const attachmentFetcher = ({ cdn, seconds = 30, ...given }: Fetching = {}): FetchAttachment => {
  const fetch = given.fetch ?? fetchAllowed(discordFiles(cdn))
  return async ({ url, name, size }, { limit, signal, language = 'en' }) => {
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
      const chunks: Uint8Array[] = []
      for await (const chunk of upTo(response.body, limit)) chunks.push(chunk)
      return Buffer.concat(chunks)
    } catch (error) {
      if (error instanceof FetchRefused && error.why === 'size') throw new ReadingError(say.large(shown, null, limit))
      if (error instanceof ReadingError || signal?.aborted) throw error
      throw new ReadingError(say.unreachable(shown), { cause: error })
    }
  }
}

/** Discord's two hosts by https, or a loopback Discord by whatever it speaks. */
export function isDiscordFile(address: string, cdn?: string): boolean {
  const url = URL.parse(address)
  try { return url !== null && (mayBeFetched(url, discordFiles(cdn)), true) } catch { return false }
}

/** An own CDN is one of `npm run try` or of a test: on this machine. */
const discordFiles = (cdn: string | undefined) =>
  ({ hosts: allowedHosts.discordFiles, own: cdn !== undefined && isLoopbackHost(URL.parse(cdn)?.hostname ?? '') ? [cdn] : [] })

/** A name is shown, never used: not as a path, not to tell what a file is. */
const shortName = (name: string) => name.replace(/[\p{Cc}\p{Cf}`*_~|<>@#\\]/gu, '').trim().slice(0, 60) || 'file'
