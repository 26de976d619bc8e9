export type PictureKind = 'png' | 'jpg' | 'webp' | 'gif'

/** The size that a picture's header tells, before anything is decoded: a few bytes can claim gigabytes of pixels. Null where it is cut off or broken. */
export function pictureSize(bytes: Buffer, kind: PictureKind): { width: number; height: number } | null {
  try {
    const size = readers[kind](bytes)
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

type Size = { width: number; height: number }

const readers: Record<PictureKind, (bytes: Buffer) => Size | null> = {
  png: (bytes) => bytes.toString('latin1', 12, 16) === 'IHDR' ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null,
  gif: (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  jpg: jpegSize,
  webp: webpSize,
}

/** Segments are walked until the one that starts a frame: SOF0 to SOF15 without DHT, JPG and DAC. */
function jpegSize(bytes: Buffer): Size | null {
  let at = 2
  for (;;) {
    while (bytes.readUInt8(at) === 0xff) at++
    const marker = bytes.readUInt8(at)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: bytes.readUInt16BE(at + 4), width: bytes.readUInt16BE(at + 6) }
    // the picture's data has begun, or ended
    if (marker === 0xda || marker === 0xd9) return null
    at += 1 + bytes.readUInt16BE(at + 1)
  }
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Buffer): Size | null {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ': return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X': return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default: return null
  }
}
