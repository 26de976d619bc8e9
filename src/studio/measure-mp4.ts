export type Mp4Measure = { width: number; height: number; frames: number; seconds: number; sound: boolean }

/** Size, length and frames of an MP4 or MOV by its header alone: nobody's decoder is given a foreign file. Null for anything else. */
export function measureMp4(bytes: Buffer): Mp4Measure | null {
  try {
    const movie = boxes(bytes).find(({ kind }) => kind === 'moov')
    if (!movie) return null
    const tracks = boxes(movie.body).filter(({ kind }) => kind === 'trak').map(({ body }) => readTrack(body))
    const picture = tracks.find(({ handler }) => handler === 'vide')
    if (!picture || picture.width < 1 || picture.height < 1) return null
    const { width, height, frames, seconds } = picture
    return { width, height, frames, seconds, sound: tracks.some(({ handler }) => handler === 'soun') }
  } catch {
    return null
  }
}

function readTrack(track: Buffer) {
  const header = find(track, 'tkhd')
  const media = find(track, 'mdia')
  const clock = media && find(media, 'mdhd')
  const handler = media && find(media, 'hdlr')?.toString('latin1', 8, 12)
  const table = media && ['minf', 'stbl', 'stts'].reduce<Buffer | undefined>((within, kind) => within && find(within, kind), media)
  const long = clock?.[0] === 1
  const timescale = clock?.readUInt32BE(long ? 20 : 12) ?? 0
  const duration = long ? Number(clock?.readBigUInt64BE(24)) : clock?.readUInt32BE(16) ?? 0
  let frames = 0
  for (let entry = 0, count = table?.readUInt32BE(4) ?? 0; entry < count; entry++) frames += table?.readUInt32BE(8 + entry * 8) ?? 0
  return {
    handler,
    width: header ? header.readUInt32BE(header.length - 8) / 65_536 : 0,
    height: header ? header.readUInt32BE(header.length - 4) / 65_536 : 0,
    frames,
    seconds: timescale > 0 ? duration / timescale : 0,
  }
}

const find = (within: Buffer, kind: string) => boxes(within).find((box) => box.kind === kind)?.body

function boxes(bytes: Buffer): { kind: string; body: Buffer }[] {
  const found: { kind: string; body: Buffer }[] = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short
    if (size < head || at + size > bytes.length) break
    found.push({ kind: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + head, at + size) })
    at += size
  }
  return found
}
