import { spawn } from 'node:child_process'
import type { FrameSize } from '../../../film/frame-size.ts'
import { videoEncoding } from '../../../edit/encoding.ts'
import { FfmpegError } from '../../../edit/ffmpeg-error.ts'

export type Encoder = {
  /** One frame as `openYuv` makes it. Resolves when ffmpeg has taken all of it. */
  frame(pixels: Uint8Array): Promise<void>
  finish(): Promise<void>
  abort(): Promise<void>
}

/** Raw frames in, a clip out. fluent-ffmpeg knows no back-pressure, so ffmpeg is started here. */
export function openEncoder(
  { ffmpeg, path, size, fps, frames, keyFrames }:
  { ffmpeg: string; path: string; size: FrameSize; fps: number; frames: number; keyFrames: readonly number[] },
): Encoder {
  const child = spawn(ffmpeg, [
    '-v', 'error', '-y',
    '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${size.width}x${size.height}`, '-framerate', String(fps), '-i', 'pipe:0',
    ...videoEncoding({ fps, keyFrames, frames }), path,
  ], { stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => { said = (said + text).slice(-4000) })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (cause) => reject(new FfmpegError(`ffmpeg could not be started: ${cause.message}`, { cause })))
    child.once('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new FfmpegError(`ffmpeg stopped (${signal ?? `code ${code}`}) while a clip was rendered. Its last words: ${lastLines(said)}`, { code, stderr: said }))
    })
  })
  ended.catch(() => {})
  // A write into a dead ffmpeg fails with EPIPE; the reason is what `ended` says.
  child.stdin.on('error', () => {})
  return {
    async frame(pixels) {
      if (child.exitCode !== null || child.stdin.destroyed) return ended
      const taken = new Promise<void>((resolve) => { child.stdin.write(pixels, () => resolve()) })
      await Promise.race([taken, ended])
    },
    finish() {
      child.stdin.end()
      return ended
    },
    async abort() {
      child.stdin.destroy()
      child.kill('SIGKILL')
      await ended.catch(() => {})
    },
  }
}

const lastLines = (text: string) => text.trim().split('\n').slice(-3).join(' / ') || 'none'
