import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { FfmpegError } from '../src/edit/ffmpeg-error.ts'
import type { FrameRate } from '../src/film/time.ts'
import type { Ffmpeg } from '../src/edit/find-ffmpeg.ts'

export type FramePipe = {
  /** Waits while ffmpeg is behind; awaiting it also lets the last frame's memory go. */
  write(frame: Uint8Array): Promise<void>
  end(): Promise<void>
}

/** ffmpeg with frames through its standard input: the one case where fluent-ffmpeg's streams are not used, for want of back-pressure. */
export function openFramePipe(ffmpeg: Ffmpeg, args: readonly string[], signal: AbortSignal): FramePipe {
  signal.throwIfAborted()
  const child = spawn(ffmpeg.ffmpeg, ['-hide_banner', '-loglevel', 'warning', '-y', ...args], { stdio: ['pipe', 'ignore', 'pipe'], windowsHide: true })
  let said = ''
  let failure: Error | null = null
  child.stderr.setEncoding('utf8').on('data', (text: string) => { said = (said + text).slice(-8000) })
  child.stdin.on('error', () => undefined) // Told better by the exit code.
  const stop = () => child.kill('SIGKILL')
  signal.addEventListener('abort', stop)
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => { failure = error; resolve() })
    child.on('close', (code) => {
      if (code !== 0) failure ??= new FfmpegError(`ffmpeg failed while frames were written: ${said.trim().split('\n').at(-1) ?? 'it said nothing'}`, { code, stderr: said })
      resolve()
    })
  }).finally(() => signal.removeEventListener('abort', stop))
  const check = () => {
    signal.throwIfAborted()
    if (failure) throw failure
  }
  return {
    write: async (frame) => {
      check()
      if (!child.stdin.write(frame)) await Promise.race([once(child.stdin, 'drain').catch(() => undefined), ended])
      check()
    },
    end: async () => {
      child.stdin.end()
      await ended
      check()
    },
  }
}

/** From full-range RGB to what we encode. Untagged RGB would be turned by BT.601; area averages chroma and is the cheapest that does. */
export const rgbToVideo = 'scale=out_color_matrix=bt709:out_range=tv:flags=area,setsar=1,format=yuv420p'

/** Input options for frames that come through a pipe, four bytes a pixel. */
export const rawFrames = ({ width, height, fps }: { width: number; height: number; fps: FrameRate }) => [
  '-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${height}`, '-r', String(fps), '-i', 'pipe:0',
]
