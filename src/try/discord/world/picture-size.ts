/** Width and height of a picture or a film, from its first bytes; nothing for anything else. */
export function pictureSize(bytes: Uint8Array): { width?: number; height?: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tag = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (bytes.length > 10 && tag(0) === 'GIF8') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (bytes.length > 30 && tag(0) === 'RIFF' && tag(8) === 'WEBP') return webpSize(view, tag(12))
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) return jpegSize(view)
  if (bytes.length > 12 && tag(4) === 'ftyp') return filmSize(view, tag, 0, bytes.length)
  return {}
}

function jpegSize(view: DataView) {
  for (let at = 2; at + 9 < view.byteLength;) {
    const marker = view.getUint16(at)
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker < 0xff00) return {}
    at += 2 + view.getUint16(at + 2)
  }
  return {}
}

function webpSize(view: DataView, kind: string) {
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind === 'VP8X') return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) }
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

/** The first track with a picture: moov → trak → tkhd. */
function filmSize(view: DataView, tag: (at: number) => string, from: number, to: number): { width?: number; height?: number } {
  for (let at = from; at + 8 <= to;) {
    const size = view.getUint32(at)
    const end = size === 0 ? to : Math.min(to, at + size)
    if (size !== 0 && size < 8) return {}
    if (tag(at + 4) === 'tkhd' && end - 8 > at) {
      const [width, height] = [view.getUint32(end - 8) >>> 16, view.getUint32(end - 4) >>> 16]
      if (width > 0 && height > 0) return { width, height }
    }
    if (['moov', 'trak'].includes(tag(at + 4))) {
      const found = filmSize(view, tag, at + 8, end)
      if (found.width !== undefined) return found
    }
    at = end
  }
  return {}
}
