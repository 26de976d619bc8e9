import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import type { ClipPackets } from './probe.ts'

/**
 * What `clipPackets` asks ffprobe, read from the file's own index: a clip that we wrote is a plain mp4 of one H.264 track, and
 * starting a program for each of a film's clips takes as long as copying them. Null for any file that is not like that.
 */
export const readClip = (file: string) => readIndex(file, true)

/** The same of a whole film of ours: its picture among sound and chapters. Null also where the file ends before it should. */
export const readFilm = (file: string) => readIndex(file, false)

async function readIndex(file: string, alone: boolean): Promise<ClipPackets | null> {
  const handle = await open(file).catch(() => null)
  if (!handle) return null
  try {
    const index = await findIndex(handle)
    return index === null ? null : clipOf(index, alone)
  } catch (error) {
    // Numbers that point outside: not a file of ours, whoever reads it next may say what it is.
    if (error instanceof RangeError) return null
    throw error
  } finally {
    await handle.close()
  }
}

/** Of an hour of film it is a few megabytes. */
const longestIndex = 64 << 20

async function findIndex(handle: FileHandle): Promise<Buffer | null> {
  const { size } = await handle.stat()
  const head = Buffer.alloc(16)
  let index: Buffer | null = null
  for (let at = 0; at + 8 <= size;) {
    await handle.read(head, 0, 16, at)
    const short = head.readUInt32BE(0)
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short
    if (length < 8 || at + length > size) return null
    if (head.toString('latin1', 4, 8) === 'moov') {
      if (length > longestIndex) return null
      index = Buffer.alloc(length - 8)
      await handle.read(index, 0, index.length, at + 8)
    }
    at += length
  }
  return index
}

const kindOf = (track: Buffer) => box(track, 'mdia', 'hdlr')?.toString('latin1', 8, 12)

function clipOf(moov: Buffer, alone: boolean): ClipPackets | null {
  const [track, another] = boxes(moov, 'trak').filter((each) => alone || kindOf(each) === 'vide')
  const media = track && box(track, 'mdia')
  const table = media && box(media, 'minf', 'stbl')
  const sizes = table && box(table, 'stsz')
  const entry = table && box(table, 'stsd')?.subarray(8)
  if (!track || another || !media || !table || !sizes || !entry || entry.toString('latin1', 4, 8) !== 'avc1') return null
  const headers = box(entry.subarray(86, entry.readUInt32BE(0)), 'avcC')
  const edits = box(track, 'edts', 'elst')
  // One edit that takes off what B-frames delay, or none.
  if (!headers || (edits && (edits[0] !== 0 || edits.readUInt32BE(4) !== 1))) return null
  const count = sizes.readUInt32BE(8)
  const delay = edits ? edits.readInt32BE(12) : 0
  const at = shownAt(table, count, delay)
  const frames = at?.map((ticks) => ticks / 512)
  const ours = frames?.every((frame) => Number.isInteger(frame) && frame >= 0 && frame < count) && new Set(frames).size === count
  if (!frames || !ours) return null
  const sync = box(table, 'stss')
  const keyFrames = (sync ? numbers(sync, 8, sync.readUInt32BE(4), 1).map(([sample = 0]) => frames[sample - 1] ?? -1) : frames).toSorted((a, b) => a - b)
  return { frames: count, keyFrames, headers: `SHA256:${createHash('sha256').update(headers).digest('hex')}`, width: entry.readUInt16BE(32), height: entry.readUInt16BE(34) }
}

/** When each sample is shown, in ticks, as they lie in the file. */
function shownAt(table: Buffer, count: number, delay: number): number[] | null {
  const lengths = box(table, 'stts')
  if (!lengths) return null
  const offsets = box(table, 'ctts')
  const late = offsets ? runs(offsets) : []
  const times: number[] = []
  let time = 0
  for (const length of runs(lengths)) {
    times.push(time + (late[times.length] ?? 0) - delay)
    time += length
    if (times.length > count) return null
  }
  return times.length === count ? times : null
}

/** Pairs of «how many» and «how much», written out. */
const runs = (table: Buffer) => numbers(table, 8, table.readUInt32BE(4), 2).flatMap(([times = 0, value = 0]) => {
  if (times > 1_000_000) throw new RangeError('more frames than any clip of ours')
  return new Array<number>(times).fill(value)
})

const numbers = (from: Buffer, first: number, rows: number, columns: number) => {
  if (first + rows * columns * 4 > from.length) throw new RangeError('a table that is longer than its box')
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => from.readInt32BE(first + (row * columns + column) * 4)))
}

function boxes(inside: Buffer, kind: string): Buffer[] {
  const found: Buffer[] = []
  for (let at = 0; at + 8 <= inside.length;) {
    const length = inside.readUInt32BE(at)
    if (length < 8) break
    if (inside.toString('latin1', at + 4, at + 8) === kind) found.push(inside.subarray(at + 8, at + length))
    at += length
  }
  return found
}

const box = (inside: Buffer, ...path: string[]): Buffer | undefined =>
  path.reduce<Buffer | undefined>((within, kind) => within && boxes(within, kind)[0], inside)
