import { ConfigError } from '../config-error.ts'
import { FfmpegError } from '../edit/ffmpeg-error.ts'
import { ReadingError } from '../reading/reading-error.ts'
import { ProviderError } from '../studio/provider-error.ts'
import { explainSystemError } from '../system-error.ts'

/** An error as a sentence for the person at the terminal. Ours say themselves what to do. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ([ConfigError, FfmpegError, ReadingError, ProviderError].some((ours) => error instanceof ours)) return error.message
  return explainSystemError(error)
    ?? `${error.message}\nThis is a fault of Redcliff; the log says more (redcliff.log in its folder). Nothing that was made is lost.`
}
