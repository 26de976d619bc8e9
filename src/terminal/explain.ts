import { ConfigError } from '../config-error.ts'
import { FfmpegError } from '../edit/ffmpeg-error.ts'
import { ReadingError } from '../reading/reading-error.ts'
import { ProviderError } from '../studio/provider-error.ts'

/** An error as a sentence for the person at the terminal. Ours say themselves what to do. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ([ConfigError, FfmpegError, ReadingError, ProviderError].some((ours) => error instanceof ours)) return error.message
  const code = 'code' in error ? String(error.code) : ''
  return byCode[code]?.(error.message) ?? `${error.message}\nThis is a fault of Redcliff; the log says more (redcliff.log in its folder). Nothing that was made is lost.`
}

const byCode: Record<string, (message: string) => string> = {
  ENOSPC: () => 'The disk is full. Make room, then give the same command again: nothing that was made is lost.',
  EACCES: (message) => `A file or folder may not be written or read: ${message}. Give yourself the right, or name another folder with --out.`,
  EPERM: (message) => `A file or folder may not be changed: ${message}.`,
  EROFS: (message) => `The disk is read-only: ${message}. Name another folder with --out, or another REDCLIFF_HOME.`,
}
