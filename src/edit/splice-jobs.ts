import type { FrameRate } from '../film/time.ts'
import type { FfmpegJob } from './ffmpeg.ts'

/** Copies a clip's packets from a key frame on. Counted, not timed: with B-frames a time cuts at the wrong packet. */
export const bodyJob = ({ file, first, frames, fps }: { file: string; first: number; frames: number; fps: FrameRate }, output: string): FfmpegJob => ({
  inputs: [{ options: first > 0 ? ['-ss', (first / fps).toFixed(6)] : [], file }],
  options: ['-map', '0:v:0', '-map_metadata', '-1', '-map_chapters', '-1', '-c', 'copy', '-frames:v', String(frames), ...container(fps), '-f', 'mp4'],
  output,
})

/** The pieces behind one another, with the sound, the chapters and the metadata; its index in front, so that it plays while it loads. */
export const filmJob = ({ list, sound, metadata, fps }: { list: string; sound: string | null; metadata: string; fps: FrameRate }, output: string): FfmpegJob => ({
  inputs: [
    { options: ['-f', 'concat', '-safe', '0'], file: list },
    { options: ['-f', 'ffmetadata'], file: metadata },
    ...(sound === null ? [] : [{ file: sound }]),
  ],
  options: ['-map', '0:v:0', ...(sound === null ? [] : ['-map', '2:a:0']), '-map_metadata', '1', '-map_chapters', '1', '-c', 'copy', ...container(fps), '-movflags', '+faststart', '-f', 'mp4'],
  output,
})

/** The list that the concat reader takes. Each length is the difference of two rounded times, so that roundings never add up. */
export function pieceList(pieces: readonly { file: string; frames: number }[], fps: FrameRate) {
  let reached = 0
  const lines = pieces.map(({ file, frames }) => {
    const from = microseconds(reached)
    reached += frames
    return `file '${file.replaceAll("'", "'\\''")}'\nduration ${((microseconds(reached) - from) / 1e6).toFixed(6)}\n`
  })
  return `ffconcat version 1.0\n${lines.join('')}`

  function microseconds(frame: number) {
    return Math.round(frame * 1e6 / fps)
  }
}

const container = (fps: FrameRate) => ['-video_track_timescale', String(fps * 512), '-fflags', '+bitexact']
