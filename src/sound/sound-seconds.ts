import { readWav } from './wav.ts'

/** How long a WAV or an MP3 lasts; null for what it cannot read. */
export function soundSeconds(bytes: Buffer): number | null {
  const wav = readWav(bytes)
  if (wav) return (wav.channels[0]?.length ?? 0) / wav.rate
  return mp3Seconds(bytes)
}

const bitrates = { 1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320], 2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160] } as const
const rates = { 3: [44100, 48000, 32000], 2: [22050, 24000, 16000], 0: [11025, 12000, 8000] } as const

/** Counts its frames, of which each says how long it is. */
function mp3Seconds(bytes: Buffer): number | null {
  // an ID3 tag before the sound; its length has seven bits a byte
  let at = bytes.toString('latin1', 0, 3) === 'ID3' ? 10 + [6, 7, 8, 9].reduce((length, index) => (length << 7) | ((bytes[index] ?? 0) & 0x7f), 0) : 0
  let seconds = 0
  while (at + 4 <= bytes.length) {
    const word = bytes.readUInt32BE(at)
    const version = ((word >>> 19) & 3) as 0 | 2 | 3
    const rate = rates[version]?.[(word >>> 10) & 3]
    const kilobits = bitrates[version === 3 ? 1 : 2][(word >>> 12) & 15]
    // not a frame of layer III: the end, or a tag
    if (word >>> 21 !== 0x7ff || ((word >>> 17) & 3) !== 1 || !rate || !kilobits) break
    const samples = version === 3 ? 1152 : 576
    seconds += samples / rate
    at += Math.floor((samples / 8) * kilobits * 1000 / rate) + ((word >>> 9) & 1)
  }
  return seconds > 0 ? seconds : null
}
