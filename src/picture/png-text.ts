import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Puts a text into a PNG as an iTXt chunk, right after its header. The picture stays what it was. */
export function withPngText(png: Uint8Array, keyword: string, text: string, { compressed = true } = {}): Buffer {
  if (!isPng(png)) throw new TypeError('Only a PNG can carry a text, and these bytes are not one.')
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  // keyword, end, compressed or not, by deflate, no language, no translated keyword
  const body = Buffer.concat([Buffer.from('iTXt'), Buffer.from(keyword, 'latin1'), Buffer.from([0, Number(compressed), 0, 0, 0]), compressed ? deflateSync(text) : Buffer.from(text)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length - 4)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([bytes.subarray(0, headerEnd), length, body, sum, bytes.subarray(headerEnd)])
}

/** The text that a PNG carries under a keyword; null if there is none, if it is damaged, or if this is no PNG. */
export function pngText(png: Uint8Array, keyword: string): string | null {
  if (!isPng(png)) return null
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  const wanted = Buffer.from(`${keyword}\0`, 'latin1')
  for (let at = signature.length; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) return null
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (kind === 'IDAT') return null
    const body = bytes.subarray(at + 8, end)
    if (kind === 'iTXt' && body.subarray(0, wanted.length).equals(wanted)) {
      if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null
      return content(body.subarray(wanted.length))
    }
    at = end + 4
  }
  return null
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const headerEnd = 33
/** A scene is a few kilobytes; a picture from outside may claim anything. */
const longest = 4_000_000

const isPng = (bytes: Uint8Array) => bytes.length > headerEnd && signature.equals(bytes.subarray(0, 8))

function content(rest: Buffer) {
  const language = rest.indexOf(0, 2)
  const translated = language < 0 ? -1 : rest.indexOf(0, language + 1)
  if (translated < 0) return null
  const text = rest.subarray(translated + 1)
  if (rest[0] === 0) return text.toString('utf8')
  try {
    return inflateSync(text, { maxOutputLength: longest }).toString('utf8')
  } catch {
    return null
  }
}
