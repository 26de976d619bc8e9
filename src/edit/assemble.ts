import { rm, writeFile } from 'node:fs/promises'
import { cutFrames, type Cut } from '../film/cut.ts'
import { markFile, type Provenance } from '../picture/provenance.ts'
import { type Cutting, cutPicture } from './cut-picture.ts'
import { encodeSound } from './encode-sound.ts'
import { FfmpegError } from './ffmpeg-error.ts'
import { run } from './ffmpeg.ts'
import { filmMetadata } from './film-metadata.ts'
import { clipPackets } from './probe.ts'
import { readFilm } from './read-clip.ts'
import { filmJob, pieceList } from './splice-jobs.ts'

export type Assembling = Cutting & {
  /** The mixed sound of the film, wav or m4a, which may still be in the making; null for a silent film. */
  mix: string | null | Promise<string>
  /** Said in the film's own metadata: what made it. */
  comment: string
  /** Marked into the film, where it is given. */
  provenance?: Provenance
  onProgress?: (fraction: number) => void
}

export type Assembled = { film: string; frames: number; /** Joins of the film; `made` of them now, the rest from before. */ joins: number; made: number; /** Frames copied without encoding. */ copied: number }

/** The film of a cut whose clips are conformed: only the joins are encoded, the rest is copied by packets. */
export async function assemble(cut: Cut, { ffmpeg, assets, cache, mix, comment, provenance, signal, onProgress }: Assembling): Promise<Assembled> {
  const frames = cutFrames(cut.items)
  const stopSound = new AbortController()
  const soundOf = async () => mix === null ? null : encodeSound(await mix, frames / cut.fps, { ffmpeg, assets, cache, signal: AbortSignal.any([signal, stopSound.signal]) })
  const sound = soundOf()
  // Its failure is told where it is awaited, after the picture.
  sound.catch(() => undefined)
  const picture = await cutPicture(cut, { ffmpeg, assets, cache, signal }, (fraction) => onProgress?.(fraction * 0.9)).catch(async (error: unknown) => {
    stopSound.abort(error)
    await sound.catch(() => undefined)
    throw error
  })
  const scratch: string[] = []
  const scratchFile = async (ending: string) => {
    const file = await assets.scratch(ending)
    scratch.push(file)
    return file
  }
  try {
    const soundFile = await sound
    onProgress?.(0.95)
    const [list, metadata, film] = [await scratchFile('.txt'), await scratchFile('.meta'), await scratchFile('.mp4')]
    await writeFile(list, pieceList(picture.pieces, cut.fps))
    await writeFile(metadata, filmMetadata(cut, comment))
    await run(ffmpeg, filmJob({ list, sound: soundFile, metadata, fps: cut.fps }, film), { signal })
    await check(film)
    if (provenance) await markFile(film, provenance)
    const { joins, made } = picture
    return { film: await assets.putFile(film), frames, joins, made, copied: picture.pieces.reduce((sum, piece) => sum + (piece.copied ? piece.frames : 0), 0) }
  } finally {
    await picture.leave()
    await Promise.all(scratch.map((file) => rm(file, { force: true })))
  }

  /** Nothing half-made is called a film. */
  async function check(film: string) {
    const packets = await readFilm(film) ?? await clipPackets(ffmpeg, film, signal)
    if (packets.frames !== frames || packets.headers === '') throw new FfmpegError(`The film came out with ${packets.frames} frames instead of ${frames}, or with a gap. This is a fault of ours; please report it with this line: ${ffmpeg.version}`)
  }
}
