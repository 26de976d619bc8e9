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
  const rows = filtered(transparent ? pixels : withoutAlpha(pixels), height)
  release(pixels)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, transparent ? 6 : 2, 0, 0, 0], 8)
  const packed = await promisify(deflate)(rows, { level: 2, memLevel: 9 })
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function withoutAlpha(pixels: Uint8Array) {
  const colours = Buffer.allocUnsafe(pixels.length / 4 * 3)
  for (let at = 0, from = 0; from < pixels.length; at += 3, from += 4) {
    colours[at] = pixels[from]!
    colours[at + 1] = pixels[from + 1]!
    colours[at + 2] = pixels[from + 2]!
  }
  return colours
}

/** Each row as its difference from the row above (filter 2 of PNG): washes and strokes change little from row to row. */
function filtered(pixels: Uint8Array, height: number) {
  const stride = pixels.length / height
  const rows = Buffer.allocUnsafe(pixels.length + height)
  rows[0] = 0
  rows.set(pixels.subarray(0, stride), 1)
  for (let y = 1, at = stride + 1, from = stride; y < height; y++) {
    rows[at++] = 2
    for (const end = from + stride; from < end; from++) rows[at++] = pixels[from]! - pixels[from - stride]!
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
