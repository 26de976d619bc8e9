import { writeWav } from '../../../sound/wav.ts'

const rate = 24_000

/** Something like speech: a tone that swells with every syllable, as long as the line would take. The size in its header is left open, as the API streams it. */
export function spokenTone(text: string, speed: number): Buffer {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const others = text.replace(/\p{Script=Han}/gu, '').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const seconds = Math.max(0.3, (han / 4.3 + others / 2.5) / speed)
  const samples = new Float32Array(Math.round((seconds + 0.3) * rate))
  for (let at = 0; at < seconds * rate; at++) {
    const time = at / rate
    samples[Math.round(0.15 * rate) + at] = 0.25 * Math.sin(time * 2 * Math.PI * 160) * (0.25 + 0.75 * Math.sin(time * Math.PI * 4.3 * speed) ** 2)
  }
  const wav = writeWav({ rate, channels: [samples] })
  wav.writeUInt32LE(0xffff_ffff, 4)
  wav.writeUInt32LE(0xffff_ffff, 40)
  return wav
}
