/** What the system refused, as a sentence that says what to do; null for errors that are not the system's. */
export function explainSystemError(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : /\b(E[A-Z]{3,})\b/.exec(error.message)?.[1] ?? ''
  // ffmpeg tells of a full disk in its own words
  if (code === 'ENOSPC' || /No space left on device/i.test(error.message)) return 'The disk is full. Make room, then give the same command again: nothing that was made is lost.'
  const gone = code === 'ENOENT' ? keptFile.exec(error.message) : null
  if (gone) return `A file that was made is no longer there: ${gone[0]}. If it was moved, bring it back; to begin with nothing, move the whole folder ${gone[1]} away.`
  return sentences[code]?.(error.message) ?? null
}

/** What lies in the asset store, and in which home. */
const keptFile = /([^'"]+)[\\/]assets[\\/][0-9a-f]{2}[\\/][0-9a-f]{62}\b/

const sentences: Record<string, (message: string) => string> = {
  EACCES: (message) => `A file or folder may not be written or read: ${message}. Give yourself the right, or name another folder with --out or REDCLIFF_HOME.`,
  EPERM: (message) => `A file or folder may not be changed: ${message}.`,
  EROFS: (message) => `The disk is read-only: ${message}. Name another folder with --out or REDCLIFF_HOME.`,
  ENOTDIR: (message) => `A file is where a folder should be: ${message}. Name another folder with --out.`,
  EEXIST: (message) => `A file is where a folder should be: ${message}. Name another folder with --out.`,
  EMFILE: () => 'Too many files are open at once. Close other programs, or raise the limit with ulimit -n.',
}
