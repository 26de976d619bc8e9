import { crc32, deflateSync } from 'node:zlib'

/** A plain face for who has no picture: one colour, as a PNG. */
export function avatar(number: number): Uint8Array {
  const colour = colours[number % colours.length] ?? 0x5865f2
  const known = made.get(colour)
  if (known) return known
  const row = Buffer.alloc(1 + side * 3)
  for (let at = 1; at < row.length; at += 3) row.writeUIntBE(colour, at, 3)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))), chunk('IEND', Buffer.alloc(0))])
  made.set(colour, png)
  return png
}

const side = 64
const colours = [0x5865f2, 0x747f8d, 0x3ba55c, 0xfaa61a, 0xed4245, 0xeb459e]
const made = new Map<number, Uint8Array>()

function chunk(type: string, content: Buffer) {
  const named = Buffer.concat([Buffer.from(type), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
