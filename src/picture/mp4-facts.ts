import { open } from 'node:fs/promises'

export type Mp4Facts = { width: number; height: number; seconds: number; frames: number; fps: number; sound: boolean }

/** What an mp4 or mov says of its picture, read from its index; null for every other file. */
export async function mp4Facts(file: string): Promise<Mp4Facts | null> {
  const index = await readIndex(file)
  if (index === null) return null
  try {
    const tracks = boxes(index, 'trak')
    const kindOf = (track: Buffer) => box(track, 'mdia', 'hdlr')?.toString('latin1', 8, 12)
    const video = tracks.find((track) => kindOf(track) === 'vide')
    const head = video && box(video, 'tkhd')
    const clock = video && box(video, 'mdia', 'mdhd')
    const sizes = video && box(video, 'mdia', 'minf', 'stbl', 'stsz')
    if (!head || !clock || !sizes) return null
    const long = clock[0] === 1
    const scale = clock.readUInt32BE(long ? 20 : 12)
    const seconds = (long ? Number(clock.readBigUInt64BE(24)) : clock.readUInt32BE(16)) / scale
    const frames = sizes.readUInt32BE(8)
    if (!(seconds > 0) || frames === 0) return null
    return {
      width: head.readUInt32BE(head.length - 8) >>> 16, height: head.readUInt32BE(head.length - 4) >>> 16, seconds, frames,
      fps: Math.round((frames / seconds) * 1000) / 1000, sound: tracks.some((track) => kindOf(track) === 'soun'),
    }
  } catch (error) {
    // a number that points outside: broken, or no mp4
    if (error instanceof RangeError) return null
    throw error
  }
}

async function readIndex(file: string): Promise<Buffer | null> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const head = Buffer.alloc(16)
    for (let at = 0; at + 8 <= size;) {
      await handle.read(head, 0, 16, at)
      const short = head.readUInt32BE(0)
      const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short
      if (length < 8 || at + length > size) return null
      if (head.toString('latin1', 4, 8) === 'moov') {
        if (length > 64 << 20) return null
        const body = Buffer.alloc(length - 8)
        await handle.read(body, 0, body.length, at + 8)
        return body
      }
      at += length
    }
    return null
  } finally {
    await handle.close()
  }
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
