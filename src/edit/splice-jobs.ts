import type { FrameRate } from '../film/time.ts'
import type { FfmpegJob } from './ffmpeg.ts'

export type TakenApart = { file: string; /** Key frames, without the first. */ at: readonly number[]; part(index: string): string }

/**
 * Takes clips apart at these key frames, packet by packet: part 0, 1 … of each, in one run, for starting ffmpeg takes longer than
 * copying a clip. The segment muxer counts packets; a seek by time lands elsewhere in every version of ffmpeg once there are B-frames.
 */
export function partsJob(clips: readonly TakenApart[], fps: FrameRate): FfmpegJob {
  const outputs = clips.map(({ at, part }, index) => [
    '-map', `${index}:v:0`, '-map_metadata', '-1', '-map_chapters', '-1', '-c', 'copy', '-fflags', '+bitexact',
    '-f', 'segment', '-segment_frames', at.join(','), '-reset_timestamps', '1', '-segment_format', 'mp4', '-segment_format_options', `video_track_timescale=${fps * 512}`,
    part('\0').replaceAll('%', '%%').replace('\0', '%d'),
  ]).flat()
  return { inputs: clips.map(({ file }) => ({ file })), options: outputs.slice(0, -1), output: outputs.at(-1) ?? '' }
}

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
