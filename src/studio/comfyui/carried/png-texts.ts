import { inflateSync } from 'node:zlib'

/** tEXt, zTXt and iTXt of a PNG. A chunk that is damaged or would swell beyond `most` is passed over. */
export function pngTexts(file: Buffer, most = 16_000_000): Map<string, string> {
  const texts = new Map<string, string>()
  for (let at = 8, chunks = 0; at + 12 <= file.length && chunks < 100_000; chunks++) {
    const end = at + 8 + file.readUInt32BE(at)
    if (end + 4 > file.length) break
    const kind = file.toString('latin1', at + 4, at + 8)
    if (kind === 'IEND') break
    const read = chunk[kind]?.(file.subarray(at + 8, end), most - size(texts))
    if (read && !texts.has(read[0])) texts.set(...read)
    at = end + 4
  }
  return texts
}

const size = (texts: Map<string, string>) => texts.values().reduce((sum, text) => sum + text.length, 0)

const chunk: Record<string, (body: Buffer, most: number) => [string, string] | null> = {
  tEXt: (body, most) => {
    const end = body.indexOf(0)
    // Python writes Latin-1 where it can; everything else comes as iTXt
    return end < 0 || body.length > most ? null : [body.toString('latin1', 0, end), text(body.subarray(end + 1))]
  },
  zTXt: (body, most) => {
    const end = body.indexOf(0)
    const swollen = end < 0 ? null : inflated(body.subarray(end + 2), most)
    return swollen && [body.toString('latin1', 0, end), text(swollen)]
  },
  iTXt: (body, most) => {
    const end = body.indexOf(0)
    const language = body.indexOf(0, end + 3)
    const translated = language < 0 ? -1 : body.indexOf(0, language + 1)
    if (end < 0 || translated < 0) return null
    const rest = body.subarray(translated + 1)
    const plain = body[end + 1] === 1 ? inflated(rest, most) : rest.length > most ? null : rest
    return plain && [body.toString('latin1', 0, end), plain.toString('utf8')]
  },
}

function inflated(bytes: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) })
  } catch {
    return null
  }
}

/** Some writers put UTF-8 where Latin-1 belongs. */
function text(bytes: Buffer) {
  try {
    return new TextDecoder('utf8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
