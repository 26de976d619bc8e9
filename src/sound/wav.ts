/** Samples of one sound, −1…1, one array a channel, all of one length. */
export type Sound = { rate: number; channels: Float32Array[] }

/** A WAV file, 16 bits. Dither is left out: the same sound gives the same bytes. */
export function writeWav({ rate, channels }: Sound): Buffer {
  const count = channels.length
  const length = channels[0]?.length ?? 0
  const bytes = Buffer.alloc(44 + length * count * 2)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(count, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * count * 2, 28)
  bytes.writeUInt16LE(count * 2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(length * count * 2, 40)
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset + 44, length * count)
  channels.forEach((channel, index) => {
    for (let at = 0; at < length; at++) samples[at * count + index] = toInt16(channel[at] ?? 0)
  })
  return bytes
}

/** Reads what `writeWav` writes, and any plain 16-bit or float WAV; null for everything else, which ffmpeg must decode first. */
export function readWav(bytes: Buffer): Sound | null {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') return null
  let format: { code: number; channels: number; rate: number; bits: number } | null = null
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const body = at + 8
    if (name === 'fmt ' && body + 16 <= bytes.length) {
      format = { code: bytes.readUInt16LE(body), channels: bytes.readUInt16LE(body + 2), rate: bytes.readUInt32LE(body + 4), bits: bytes.readUInt16LE(body + 14) }
    }
    // ffmpeg writing to a pipe leaves the size open: then the data reach to the end.
    if (name === 'data') return format && samplesOf(bytes.subarray(body, Math.min(bytes.length, body + size)), format)
    at = body + size + (size & 1)
  }
  return null
}

function samplesOf(data: Buffer, { code, channels, rate, bits }: { code: number; channels: number; rate: number; bits: number }): Sound | null {
  const width = code === 1 && bits === 16 ? 2 : code === 3 && bits === 32 ? 4 : 0
  if (width === 0 || channels === 0 || rate === 0) return null
  const length = Math.floor(data.length / width / channels)
  // A copy is aligned; a slice of a file need not be.
  const whole = new Uint8Array(data.subarray(0, length * channels * width)).buffer
  const values = width === 2 ? new Int16Array(whole) : new Float32Array(whole)
  const scale = width === 2 ? 1 / 32768 : 1
  return {
    rate,
    channels: Array.from({ length: channels }, (_, index) => {
      const channel = new Float32Array(length)
      for (let at = 0; at < length; at++) channel[at] = (values[at * channels + index] ?? 0) * scale
      return channel
    }),
  }
}

const toInt16 = (value: number) => Math.max(-32768, Math.min(32767, Math.round(value * 32767)))
