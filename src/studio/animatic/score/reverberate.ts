/** A hall: eight echoing lines, four blurs, other lengths for each ear (Schroeder and Moorer, as in Freeverb). */
export function reverberate(dry: Float32Array): [Float32Array, Float32Array] {
  return [ear(dry, 0), ear(dry, 29)]
}

const combs = [1699, 1777, 1861, 1949, 2029, 2129, 2213, 2293]
const blurs = [241, 367, 479, 607]

function ear(dry: Float32Array, apart: number) {
  const out = new Float32Array(dry.length)
  for (const size of combs) {
    const line = new Float32Array(size + apart)
    let place = 0
    let dull = 0
    for (let at = 0; at < dry.length; at++) {
      const echo = line[place]!
      dull = echo * 0.72 + dull * 0.28
      line[place] = dry[at]! + dull * 0.86
      out[at] = out[at]! + echo * 0.125
      if (++place === line.length) place = 0
    }
  }
  for (const size of blurs) {
    const line = new Float32Array(size + apart)
    let place = 0
    for (let at = 0; at < out.length; at++) {
      const echo = line[place]!
      const value = out[at]! + echo * 0.5
      line[place] = value
      out[at] = echo - value * 0.5
      if (++place === line.length) place = 0
    }
  }
  return out
}
