import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Cut } from '../film/cut.ts'
import type { Assets } from '../lab/assets.ts'
import { atOnce } from './at-once.ts'
import type { CutCache } from './cut-cache.ts'
import { encodingVersion, videoEncoding } from './encoding.ts'
import { FfmpegError } from './ffmpeg-error.ts'
import { run } from './ffmpeg.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import { type Join, joinsJob } from './join-job.ts'
import { planJoins, type Piece } from './join-plan.ts'
import { clipPackets, type ClipPackets } from './probe.ts'
import { readClip } from './read-clip.ts'
import { partsJob, type TakenApart } from './splice-jobs.ts'

export type Cutting = { ffmpeg: Ffmpeg; assets: Assets; cache: CutCache; signal: AbortSignal }

/** The film's pieces in order, each with the file that has its frames; files are gone after `leave`. */
export type Picture = { pieces: readonly { file: string; frames: number; copied: boolean }[]; joins: number; /** Of them made now, the rest from before. */ made: number; leave(): Promise<void> }

/** The picture of a cut whose clips are conformed: joins are encoded where they are not kept from before, bodies are cut out of their clips. */
export async function cutPicture(cut: Pick<Cut, 'items' | 'fadeOut' | 'width' | 'height' | 'fps'>, { ffmpeg, assets, cache, signal }: Cutting, onProgress?: (fraction: number) => void): Promise<Picture> {
  const scratch: string[] = []
  const scratchFile = async (ending: string) => {
    const file = await assets.scratch(ending)
    scratch.push(file)
    return file
  }
  const leave = async () => { await Promise.all(scratch.map((file) => rm(file, { force: true }))) }
  let made = 0
  try {
    const planned = planJoins(await readItems(), cut.fadeOut)
    const joins = planned.filter((piece) => piece.kind === 'join')
    const parts = await takeApart(planned)
    const partAt = (item: number, frame: number) => parts[item]?.findLast(({ from }) => from <= frame) ?? missing()
    let done = 0
    const joined = await joinFiles(joins, partAt, () => onProgress?.(++done / joins.length))
    const pieces = planned.map((piece) => ({ file: piece.kind === 'copy' ? partAt(piece.item, piece.first).file : joined.get(piece) ?? missing(), frames: length(piece), copied: piece.kind === 'copy' }))
    return { pieces, joins: joins.length, made, leave }
  } catch (error) {
    await leave()
    throw error
  }

  async function readItems() {
    const [ours, ...clips] = await atOnce(3, [null, ...cut.items], signal, (item, _, both) => (item === null ? encoderHeaders(both) : packetsOf(assets.path(item.clip), both)))
    return cut.items.map((item, index) => {
      const clip = clips[index]
      if (clip?.frames !== item.frames || clip.width !== cut.width || clip.height !== cut.height)
        throw new FfmpegError(`The clip of ${item.name} has ${clip?.frames} frames of ${clip?.width}×${clip?.height}, but the cut wants ${item.frames} of ${cut.width}×${cut.height}. Conform it first.`)
      // Another build of the encoder writes other headers: its packets cannot stand behind ours, so that clip is encoded again.
      return { ...item, keyFrames: clip.headers === ours?.headers ? clip.keyFrames : [] }
    })
  }

  async function packetsOf(file: string, both: AbortSignal): Promise<ClipPackets> {
    return await readClip(file) ?? clipPackets(ffmpeg, file, both)
  }

  /** What this ffmpeg writes at the head of a clip of this size and rate. */
  async function encoderHeaders(both: AbortSignal): Promise<ClipPackets> {
    const key = hash({ headers: [cut.width, cut.height], fps: cut.fps, encodingVersion, encoder: ffmpeg.version })
    const known = await cache.find(key)
    const { width, height } = cut
    if (known !== null) return { frames: 1, keyFrames: [0], headers: `SHA256:${known}`, width, height }
    const file = await scratchFile('.mp4')
    const options = ['-vf', 'format=yuv420p', ...videoEncoding({ fps: cut.fps, keyFrames: [], frames: 1 })]
    await run(ffmpeg, { inputs: [{ options: ['-f', 'lavfi'], file: `color=c=black:s=${width}x${height}:r=${cut.fps}` }], options, output: file }, { signal: both })
    const packets = await packetsOf(file, both)
    await cache.keep(key, packets.headers.replace('SHA256:', ''))
    return packets
  }

  /** Each clip's parts on both sides of its body, so that nothing has to be sought or decoded that is not shown. */
  async function takeApart(pieces: readonly Piece[]): Promise<Part[][]> {
    const cuts = await Promise.all(cut.items.map(async ({ clip, frames: whole }, item) => {
      const edges = pieces.flatMap((piece) => (piece.kind === 'copy' && piece.item === item ? [piece.first, piece.first + length(piece)] : []))
      const at = [...new Set(edges)].filter((frame) => frame > 0 && frame < whole).sort((a, b) => a - b)
      const stem = await assets.scratch('')
      return { file: assets.path(clip), at, part: (index: string) => `${stem}-${index}.mp4` }
    }))
    const parted = cuts.filter(({ at }) => at.length > 0)
    scratch.push(...parted.flatMap(({ at, part }) => [0, ...at].map((_, index) => part(String(index)))))
    const runs = Array.from({ length: Math.ceil(parted.length / clipsInOneRun) }, (_, index) => parted.slice(index * clipsInOneRun, (index + 1) * clipsInOneRun))
    await atOnce(2, runs, signal, (clips: TakenApart[], _, both) => run(ffmpeg, partsJob(clips, cut.fps), { signal: both }))
    return cuts.map(({ file, at, part }) => (at.length === 0 ? [{ from: 0, file }] : [0, ...at].map((from, index) => ({ from, file: part(String(index)) }))))
  }

  /** Those that were made before as they were; the others in few runs, two at a time. */
  async function joinFiles(joins: readonly JoinPiece[], partAt: (item: number, frame: number) => Part, tell: () => void): Promise<Map<Piece, string>> {
    const files = new Map<Piece, string>()
    const wanted: { piece: JoinPiece; key: string; join: Join }[] = []
    for (const piece of joins) {
      const layers = piece.layers.map((layer) => ({ ...layer, clip: (cut.items[layer.item] ?? missing()).clip }))
      // By what is shown, not by where it stands: the same two clips joined elsewhere are the same join.
      const key = hash({ join: layers.map(({ item: _, ...shown }) => shown), frames: length(piece), size: [cut.width, cut.height], fps: cut.fps, encodingVersion, encoder: ffmpeg.version })
      const known = await cache.find(key)
      if (known !== null && await assets.has(known)) {
        files.set(piece, assets.path(known))
        tell()
        continue
      }
      const parted = layers.map((layer) => {
        const { from: fileFrom, file } = partAt(layer.item, layer.first)
        return { ...layer, file, fileFrom }
      })
      wanted.push({ piece, key, join: { layers: parted, frames: length(piece), width: cut.width, height: cut.height, fps: cut.fps, output: await scratchFile('.mp4') } })
    }
    const share = Math.min(joinsInOneRun, Math.ceil(wanted.length / 2))
    const runs = Array.from({ length: Math.ceil(wanted.length / (share || 1)) }, (_, index) => wanted.slice(index * share, (index + 1) * share))
    await atOnce(2, runs, signal, async (these, _, both) => {
      await run(ffmpeg, joinsJob(these.map(({ join }) => join)), { signal: both })
      for (const { piece, key, join } of these) {
        const asset = await assets.putFile(join.output)
        await cache.keep(key, asset)
        files.set(piece, assets.path(asset))
        made++
        tell()
      }
    })
    return files
  }
}

/** ffmpeg opens all of them at once. */
const clipsInOneRun = 12
const joinsInOneRun = 6

type JoinPiece = Extract<Piece, { kind: 'join' }>
type Part = { from: number; file: string }

const length = (piece: { from: number; to: number }) => piece.to - piece.from
const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const missing = (): never => { throw new Error('a piece of an item that is not in the cut') }
