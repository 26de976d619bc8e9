import { applyFilter, bandPass, lowPass } from '../../../sound/filter.ts'
import { rate, type Play } from './play.ts'

/** A struck tone as dying partials: a piano with near-whole ratios, a bell with others. */
export function struck({ ratios, dies, click }: { ratios: readonly number[]; dies: number; click: number }): Play {
  return ({ hertz, seconds, loud, throws }) => {
    const length = Math.round(Math.min(seconds + 0.9, 6) * rate)
    const out = new Float32Array(length)
    ratios.forEach((ratio, index) => {
      const frequency = hertz * ratio
      if (frequency > 14_000) return
      const turn = (2 * Math.PI * frequency) / rate
      const keep = Math.exp(-1 / (rate * (dies * Math.min(1.6, 260 / hertz + 0.35)) / (1 + index * 0.55)))
      const cos = Math.cos(turn) * keep
      const sin = Math.sin(turn) * keep
      const level = 0.34 / (1 + index * (2.1 - loud))
      const phase = throws.next() * Math.PI
      let re = level * Math.cos(phase)
      let im = level * Math.sin(phase)
      for (let at = 0; at < length; at++) {
        out[at] = out[at]! + im
        const next = re * cos - im * sin
        im = re * sin + im * cos
        re = next
      }
    })
    for (let at = 0; at < Math.min(length, 900); at++) out[at] = out[at]! * Math.min(1, at / 90) + throws.between(-1, 1) * click * loud * Math.exp(-at / 160)
    const stop = Math.round(seconds * rate)
    for (let at = stop; at < length; at++) out[at] = out[at]! * Math.exp(-(at - stop) / (rate * 0.16))
    const tail = Math.min(2400, length)
    for (let at = 0; at < tail; at++) out[length - 1 - at] = out[length - 1 - at]! * (at / tail)
    return out
  }
}

/** A big drum: the skin's tone falls as it rests; the stick is heard first. */
export const taiko: Play = ({ hertz, loud, throws }) => {
  const out = new Float32Array(Math.round(1.2 * rate))
  const stick = Float32Array.from(out, () => throws.between(-1, 1))
  applyFilter(stick, lowPass(rate, 900 + 1600 * loud))
  // Falling values are multiplied on, not computed anew: three times as fast.
  const [drops, rings, rattles, hits] = [0.04, 0.34, 0.12, 0.018].map((seconds) => Math.exp(-1 / (rate * seconds))) as [number, number, number, number]
  let [drop, ring, rattle, hit, phase] = [0.55, 0.75, 0.22, 0.9, 0]
  for (let at = 0; at < out.length; at++) {
    phase += (2 * Math.PI * hertz * (1 + drop)) / rate
    out[at] = (ring * Math.sin(phase) + (rattle > 1e-4 ? rattle * Math.sin(phase * 1.58) : 0) + stick[at]! * hit) * Math.min(1, at / 24) * Math.min(1, (out.length - at) / 2400)
    drop *= drops
    ring *= rings
    rattle *= rattles
    hit *= hits
  }
  return out
}

/** Wires over a snare's skin. */
export const brush: Play = ({ loud, throws, hertz }) => {
  const out = Float32Array.from({ length: Math.round(0.34 * rate) }, () => throws.between(-1, 1))
  applyFilter(out, bandPass(rate, hertz < 75 ? 2400 : 4200, 0.5))
  return out.map((value, at) => value * 0.5 * Math.min(1, at / (rate * 0.035 * (1.4 - loud))) * Math.exp(-at / (rate * 0.07)))
}
