/** The EXIF block of a WebP. */
export function webpExif(file: Buffer): Buffer | null {
  for (let at = 12; at + 8 <= file.length;) {
    const length = file.readUInt32LE(at + 4)
    if (file.toString('latin1', at, at + 4) === 'EXIF') return tiff(file.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length & 1)
  }
  return null
}

/** The EXIF block of a JPEG. */
export function jpegExif(file: Buffer): Buffer | null {
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff;) {
    const marker = file[at + 1]
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (marker === 0xe1 && file.toString('latin1', at + 4, at + 8) === 'Exif') return tiff(file.subarray(at + 4, end))
    if (marker === 0xda) return null
    at = end
  }
  return null
}

const tiff = (block: Buffer) => block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block

/** All texts of its first directory and of the one for photographs, by the numbers of their tags. */
export function exifTexts(block: Buffer | null): Map<string, string> {
  const texts = new Map<string, string>()
  if (!block || block.length < 8) return texts
  const small = block.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => at + 2 > block.length ? 0 : small ? block.readUInt16LE(at) : block.readUInt16BE(at)
  const long = (at: number) => at + 4 > block.length ? 0 : small ? block.readUInt32LE(at) : block.readUInt32BE(at)
  const directory = (start: number, inner: boolean) => {
    for (let entry = 0; entry < Math.min(short(start), 500); entry++) {
      const at = start + 2 + entry * 12
      const [tag, type, count] = [short(at), short(at + 2), long(at + 4)]
      if (tag === 0x8769 && !inner) directory(long(at + 8), true)
      if (type !== ascii && !(tag === userComment && type === undefinedBytes)) continue
      const from = count <= 4 ? at + 8 : long(at + 8)
      const value = block.subarray(from, from + count)
      texts.set(tag.toString(16), (tag === userComment ? comment(value, small) : value.toString('utf8')).replace(/\0+$/, ''))
    }
  }
  directory(long(4), false)
  return texts
}

const ascii = 2
const undefinedBytes = 7
const userComment = 0x9286

function comment(value: Buffer, small: boolean) {
  const body = value.subarray(8)
  if (!value.toString('latin1', 0, 7).startsWith('UNICODE')) return body.toString('utf8')
  return new TextDecoder(small ? 'utf-16le' : 'utf-16be').decode(body)
}
