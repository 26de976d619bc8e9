import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './ffmpeg.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import { filmPackets, probe, type FilmPacket } from './probe.ts'

type Source = { film: string; hash: string; bytes: number; folder: string; ffmpeg: Ffmpeg; signal: AbortSignal }

/**
 * A film of ours as several that play one after another, each under `bytes`: cut at key frames, at a chapter's beginning where one is near,
 * and copied packet by packet. Null when a single stretch between two key frames is too large, or more than `most` would be needed.
 */
export async function filmParts({ film, hash, bytes, folder, ffmpeg, signal }: Source, most = 20): Promise<string[] | null> {
  const place = join(folder, `${hash}-parts-${bytes}`)
  const known = await filesIn(place)
  if (known.length > 0) return known
  const packets = await filmPackets(ffmpeg, film, signal)
  const { chapters } = await probe(ffmpeg, film, signal)
  for (const share of [0.97, 0.9, 0.8]) {
    const at = cutPoints(packets, chapters.map(({ start_time }) => start_time), bytes * share)
    if (at === null || at.length + 1 > most) return null
    const half = join(folder, `.${randomUUID()}`)
    await mkdir(half, { recursive: true })
    try {
      await run(ffmpeg, { inputs: [{ file: film }], options: [
        '-map', '0:v:0', '-map', '0:a:0?', '-map_chapters', '-1', '-c', 'copy', '-f', 'segment', '-segment_frames', at.join(','), '-reset_timestamps', '1',
        '-segment_format', 'mp4', '-segment_format_options', 'movflags=+faststart',
      ], output: join(half.replaceAll('%', '%%'), 'part-%03d.mp4') }, { signal })
      const files = await filesIn(half)
      const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
      if (sizes.length !== at.length + 1 || sizes.some((size) => size > bytes)) continue
      await rename(half, place)
      return await filesIn(place)
    } finally {
      await rm(half, { recursive: true, force: true })
    }
  }
  return null
}

/** The frames at which to cut, by number; null when it cannot be done. */
export function cutPoints(packets: readonly FilmPacket[], chapters: readonly number[], bytes: number): number[] | null {
  const points: number[] = []
  let first = 0
  for (;;) {
    let sum = 0
    const fitting: number[] = []
    let whole = true
    for (let index = first; index < packets.length; index++) {
      const packet = packets[index]
      if (!packet) break
      if (packet.key && index > first) fitting.push(index)
      sum += packet.bytes
      if (sum > bytes) { whole = false; break }
    }
    if (whole) return points
    const last = fitting.at(-1)
    if (last === undefined) return null
    // The last third may be given up for a cut where a shot begins.
    const from = first + (last - first) * 0.67
    const atChapter = fitting.findLast((index) => index >= from && chapters.some((start) => Math.abs(start - (packets[index]?.seconds ?? -1)) < 0.02))
    first = atChapter ?? last
    points.push(first)
  }
}

const filesIn = async (folder: string) => (await readdir(folder).catch(() => [])).sort().map((name) => join(folder, name))
