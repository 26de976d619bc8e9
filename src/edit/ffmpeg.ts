import fluent from 'fluent-ffmpeg'
import { FfmpegError } from './ffmpeg-error.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'

/** One run as data: what pure functions build. Every token is its own argument; there is no shell, so nothing has to be quoted. */
export type FfmpegJob = {
  inputs: readonly { options?: readonly string[]; file: string }[]
  options: readonly string[]
  output: string
}

export type Running = {
  signal?: AbortSignal | undefined
  /** Frames that will come out: the measure of progress. */
  frames?: number
  onProgress?: ((fraction: number) => void) | undefined
}

/** Runs one ffmpeg through fluent-ffmpeg to its end. Resolves with what it said; a stop ends the child before it rejects. */
export async function run(ffmpeg: Pick<Ffmpeg, 'ffmpeg'>, job: FfmpegJob, { signal, frames, onProgress }: Running = {}): Promise<string> {
  signal?.throwIfAborted()
  const command = fluent({ stdoutLines: 400 })
  command.setFfmpegPath(ffmpeg.ffmpeg)
  // It asks ffmpeg what it can do before each run, and misreads the answer of 7.x (lavfi is «not available»). We asked already.
  Object.assign(command, { _checkCapabilities: (done: (error: null) => void) => done(null), availableEncoders: (done: (error: null, encoders: object) => void) => done(null, {}) })
  for (const { options = [], file } of job.inputs) {
    command.input(file)
    // One lone option would be split at its spaces; with two or more, each stays one argument.
    command.inputOptions('-nostdin', '-hide_banner', ...options)
  }
  command.outputOptions('-max_muxing_queue_size', '1024', ...job.options).output(job.output)

  const said: string[] = []
  return new Promise((resolve, reject) => {
    // kill() before the child is there does nothing, and the child would run to its end.
    let started = false
    const stop = () => { if (started) command.kill('SIGKILL') }
    const settled = () => signal?.removeEventListener('abort', stop)
    signal?.addEventListener('abort', stop)
    command.on('start', () => {
      started = true
      if (signal?.aborted) stop()
    })
    // Its own tail and its own percentage are not to be relied on: it keeps few lines, and measures by the first input.
    command.on('stderr', (line: string) => {
      const frame = /^frame=\s*(\d+)/.exec(line)?.[1]
      if (frame === undefined) said.push(line)
      else if (frames !== undefined && frames > 0) onProgress?.(Math.min(1, Number(frame) / frames))
      if (said.length > 400) said.splice(0, 200)
    })
    command.on('end', () => { settled(); resolve(said.join('\n')) })
    command.on('error', (error: Error) => {
      settled()
      if (signal?.aborted) return reject(signal.reason)
      const stderr = said.slice(-30).join('\n')
      const code = /exited with code (\d+)/.exec(error.message)?.[1]
      reject(new FfmpegError(`ffmpeg failed on ${job.output}: ${lastWords(said) ?? error.message}`, { code: code === undefined ? null : Number(code), stderr, cause: error }))
    })
    command.run()
  })
}

const lastWords = (said: readonly string[]) => said.findLast((line) => /error|invalid|no such|not found|unable|cannot|no space/i.test(line)) ?? said.at(-1)
