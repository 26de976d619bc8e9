import { mp4Texts } from './mp4-texts.ts'
import { pngTexts } from './png-texts.ts'
import { exifTexts, jpegExif, webpExif } from './exif-texts.ts'
import { matroskaTexts } from './matroska-texts.ts'

export type Carrier = 'png' | 'jpeg' | 'webp' | 'mp4' | 'webm'

/** The texts that ComfyUI writes into what it makes, by their keys in small letters; null for a file that is none of these. */
export function carriedTexts(bytes: Uint8Array): { carrier: Carrier; texts: Map<string, string> } | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const carrier = carrierOf(file)
  return carrier && { carrier, texts: unwrapped(readers[carrier](file)) }
}

function carrierOf(file: Buffer): Carrier | null {
  if (file.length < 16) return null
  if (file.readUInt32BE(0) === 0x89504e47) return 'png'
  if (file.readUInt16BE(0) === 0xffd8) return 'jpeg'
  if (file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  if (file.toString('latin1', 4, 8) === 'ftyp') return 'mp4'
  if (file.readUInt32BE(0) === 0x1a45dfa3) return 'webm'
  return null
}

const readers: Record<Carrier, (file: Buffer) => Map<string, string>> = {
  png: pngTexts,
  jpeg: (file) => exifTexts(jpegExif(file)),
  webp: (file) => exifTexts(webpExif(file)),
  mp4: mp4Texts,
  webm: matroskaTexts,
}

/** Pictures carry `prompt:{…}` in fields of other names; Video Helper Suite carries both in one comment. */
function unwrapped(texts: Map<string, string>) {
  const found = new Map<string, string>()
  for (const [key, text] of texts) {
    const [, inner, rest] = /^(prompt|workflow)\s*:\s*([{[][^]*)$/i.exec(text) ?? []
    found.set(inner?.toLowerCase() ?? key.toLowerCase(), rest ?? text)
  }
  return found
}
