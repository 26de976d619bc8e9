/** Something about ffmpeg: missing, too old, or it failed. `code` is its exit code, `stderr` the last it said. */
export class FfmpegError extends Error {
  override readonly name = 'FfmpegError'
  readonly code: number | null
  readonly stderr: string

  constructor(message: string, facts: { code?: number | null; stderr?: string; cause?: unknown } = {}) {
    super(message, { cause: facts.cause })
    this.code = facts.code ?? null
    this.stderr = facts.stderr ?? ''
  }
}
