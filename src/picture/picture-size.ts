export type PictureSize = { kind: 'png' | 'jpeg' | 'webp'; width: number; height: number }

/** Width and height of a picture by its header alone, before anybody decodes it; null for what is no whole PNG, JPEG or WebP. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tag = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < 32) return null
  if (view.getUint32(0) === 0x89504e47) return tag(bytes.length - 8) === 'IEND' ? { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) } : null
  if (view.getUint16(0) === 0xffd8) return jpegSize(view)
  if (tag(0) === 'RIFF' && tag(8) === 'WEBP') return view.getUint32(4, true) + 8 <= bytes.length ? { kind: 'webp', ...webpSize(view, tag(12)) } : null
  return null
}

function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 < view.byteLength;) {
    const marker = view.getUint16(at)
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker < 0xff00) return null
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function webpSize(view: DataView, kind: string) {
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind === 'VP8X') return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) }
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}
