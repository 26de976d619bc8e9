import type { SKRSContext2D } from '@napi-rs/canvas'

/** Pixels of a part of the canvas, RGBA, in memory of their own. Give it back with `release`. */
export const readBack = (context: SKRSContext2D, x: number, y: number, width: number, height: number) => {
  const { data } = context.getImageData(x, y, width, height)
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength)
}

/**
 * Frees a read-back at once. Left to the collector, megabytes a frame set off a full collection every twentieth frame,
 * of the whole heap with all its words and icons: measured, a fifth of a film's time.
 */
export function release({ buffer }: Uint8Array) {
  if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0)
}
