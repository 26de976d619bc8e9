import { execFile } from 'node:child_process'
import { z } from 'zod'
import { FfmpegError } from './ffmpeg-error.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'

const Stream = z.object({
  codec_type: z.string(),
  codec_name: z.string().optional(),
  profile: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  pix_fmt: z.string().optional(),
  color_space: z.string().optional(),
  r_frame_rate: z.string().optional(),
  nb_frames: z.coerce.number().optional(),
  start_pts: z.number().optional(),
  duration: z.coerce.number().optional(),
  extradata_hash: z.string().optional(),
  sample_rate: z.coerce.number().optional(),
  channels: z.number().optional(),
})

const Probe = z.object({
  streams: z.array(Stream),
  format: z.object({ format_name: z.string(), duration: z.coerce.number().optional(), tags: z.record(z.string(), z.string()).default({}) }),
  chapters: z.array(z.object({ start_time: z.coerce.number(), end_time: z.coerce.number(), tags: z.record(z.string(), z.string()).default({}) })).default([]),
})
export type Probe = z.infer<typeof Probe>

/** What a media file says of itself. An asset never changes, and is asked about once. */
export async function probe(ffmpeg: Ffmpeg, file: string, signal?: AbortSignal): Promise<Probe> {
  const known = lately.get(file)
  if (known) return known
  const found = Probe.parse(await askFfprobe(ffmpeg, ['-show_streams', '-show_format', '-show_chapters', '-show_data_hash', 'sha256'], file, signal))
  if (/[0-9a-f]{62}$/.test(file)) lately.set(file, found)
  for (const oldest of lately.keys()) if (lately.size > 100) lately.delete(oldest); else break
  return found
}

const lately = new Map<string, Probe>()

const Packets = z.object({
  packets: z.array(z.object({ pts: z.int(), flags: z.string() })).default([]),
  streams: z.array(z.object({ extradata_hash: z.string().optional(), width: z.int(), height: z.int(), time_base: z.string() })).min(1),
})

export type ClipPackets = { frames: number; keyFrames: number[]; headers: string; width: number; height: number }

/** Frames, key frames and headers of a clip of ours, whose frames are 512 ticks long. */
export async function clipPackets(ffmpeg: Ffmpeg, file: string, signal?: AbortSignal): Promise<ClipPackets> {
  const shown = ['-select_streams', 'v:0', '-show_data_hash', 'sha256', '-show_entries', 'packet=pts,flags:stream=extradata_hash,width,height,time_base']
  const { packets, streams: [stream] } = Packets.parse(await askFfprobe(ffmpeg, shown, file, signal))
  if (!stream) throw new FfmpegError(`${file} has no picture.`)
  const frames = packets.map(({ pts }) => pts / 512)
  const ours = /^1\/\d+$/.test(stream.time_base) && frames.every(Number.isInteger) && new Set(frames).size === frames.length && frames.every((frame) => frame >= 0 && frame < frames.length)
  const keyFrames = ours ? packets.flatMap(({ flags }, index) => (flags.includes('K') ? frames[index] ?? [] : [])).sort((a, b) => a - b) : []
  return { frames: packets.length, keyFrames, headers: ours ? stream.extradata_hash ?? '' : '', width: stream.width, height: stream.height }
}

const FilmPackets = z.object({ packets: z.array(z.object({ codec_type: z.string(), pts_time: z.coerce.number(), size: z.coerce.number(), flags: z.string() })).default([]) })

/** A frame of picture, and the bytes of it with the sound that stands behind it in the file. */
export type FilmPacket = { seconds: number; key: boolean; bytes: number }

/** A film's frames as they lie in the file. */
export async function filmPackets(ffmpeg: Ffmpeg, file: string, signal?: AbortSignal): Promise<FilmPacket[]> {
  const { packets } = FilmPackets.parse(await askFfprobe(ffmpeg, ['-show_entries', 'packet=codec_type,pts_time,size,flags'], file, signal))
  const frames: FilmPacket[] = []
  for (const { codec_type: type, pts_time: seconds, size, flags } of packets) {
    const last = frames.at(-1)
    if (type === 'video') frames.push({ seconds, key: flags.includes('K'), bytes: size })
    else if (last) last.bytes += size
  }
  return frames
}

/**
 * For a file from outside: it is what it says it is and lies where it lies. A playlist that calls itself mp4 would otherwise
 * read other files or the network into the film.
 */
export const outsideOnly = [
  '-protocol_whitelist', 'file',
  '-format_whitelist', 'mov,matroska,webm,avi,gif,mpegts,mpeg,flv,ogg,asf,h264,hevc,wav,mp3,aac,flac,aiff,caf,w64',
  '-max_pixels', String(8192 * 8192),
]

function askFfprobe(ffmpeg: Ffmpeg, args: string[], file: string, signal?: AbortSignal) {
  return new Promise<unknown>((resolve, reject) => {
    execFile(ffmpeg.ffprobe, ['-v', 'error', '-of', 'json', ...outsideOnly, ...args, '-i', file], { signal, maxBuffer: 256 << 20 }, (error, stdout, stderr) => {
      if (signal?.aborted) return reject(signal.reason)
      if (error) return reject(new FfmpegError(`${file} cannot be read as a film or a sound: ${stderr.trim().split('\n').at(-1) ?? error.message}`, { stderr, cause: error }))
      resolve(JSON.parse(stdout))
    })
  })
}
