import { applyFilter, bandPass } from '../../../sound/filter.ts'
import { rate, type Play } from './play.ts'

/** A bamboo flute: few overtones, breath around the tone, a glide into the note, vibrato that comes late. */
export const flute: Play = ({ hertz, seconds, loud, throws, from }) => {
  const length = Math.round((seconds + 0.18) * rate)
  const out = new Float32Array(length)
  const breath = new Float32Array(length)
  for (let at = 0; at < length; at++) breath[at] = throws.between(-1, 1)
  applyFilter(breath, bandPass(rate, Math.min(9000, hertz * 2), 1.2))
  const attack = 0.05 + 0.06 * (1 - loud)
  const start = from === null ? 0.975 : Math.max(0.8, Math.min(1.25, from / hertz))
  const speed = throws.between(4.6, 5.4)
  const fades = Math.exp(-1 / (rate * 0.05))
  let chiff = 0.45
  let phase = 0
  let bend = start - 1
  for (let at = 0; at < length; at++) {
    const time = at / rate
    const glide = 1 + bend
    bend *= fades
    const late = Math.max(0, Math.min(1, (time - 0.3) / 0.7))
    const wave = Math.sin(2 * Math.PI * speed * time)
    phase += (hertz * glide * (1 + 0.006 * late * wave)) / rate
    const left = seconds - time
    const shape = Math.min(1, time / attack) * (left < 0.12 ? Math.max(0, (left + 0.18) / 0.3) : 1) * (1 + 0.1 * late * wave) * (0.82 + 0.18 * Math.sin(Math.PI * Math.min(1, time / seconds)))
    const sin = Math.sin(2 * Math.PI * phase)
    const cos = Math.cos(2 * Math.PI * phase)
    const second = 2 * sin * cos
    const third = second * cos + sin * (2 * cos * cos - 1)
    const tone = sin + (0.22 + 0.2 * loud) * second + 0.12 * loud * third
    out[at] = shape * (0.3 * tone + breath[at]! * (0.11 + chiff))
    chiff *= fades
  }
  return out
}

/** Held sound from one wave read at three slightly different speeds: strings when bright, a pad when dull. */
export function ensemble({ overtones, attack, dark }: { overtones: number; attack: number; dark: number }): Play {
  const table = wave(overtones, dark)
  return ({ hertz, seconds, throws, loud }) => {
    const rise = Math.round(Math.min(attack, seconds * 0.4) * rate)
    const fall = Math.round(Math.min(1.1, 0.3 + seconds * 0.3) * rate)
    const stop = Math.round(seconds * rate)
    const out = new Float32Array(stop + fall)
    for (const detune of [-0.0028, 0.0004, 0.0031]) {
      const stride = ((hertz * size) / rate) * (1 + detune)
      let phase = throws.next() * size
      for (let at = 0; at < out.length; at++) {
        const low = phase | 0
        const value = table[low]!
        out[at] = out[at]! + value + (table[low + 1]! - value) * (phase - low)
        phase += stride
        if (phase >= size) phase -= size
      }
    }
    const level = 0.105 * (0.7 + 0.3 * loud)
    for (let at = 0; at < out.length; at++) out[at] = out[at]! * level * (at < rise ? at / rise : at > stop ? Math.max(0, 1 - (at - stop) / fall) ** 2 : 1)
    return out
  }
}

const size = 2048

/** One more than a whole wave, so that reading between two values needs no wrap. */
function wave(overtones: number, dark: number) {
  return Float32Array.from({ length: size + 1 }, (_, at) => {
    let sum = 0
    for (let number = 1; number <= overtones; number++) sum += Math.sin((2 * Math.PI * number * at) / size + number * number) / number ** dark
    return sum
  })
}
