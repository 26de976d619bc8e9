/** A second-order filter's coefficients, with a0 already divided out. */
export type Filter = { b0: number; b1: number; b2: number; a1: number; a2: number }

/** Runs the filter over the samples in place. */
export function applyFilter(samples: Float32Array, { b0, b1, b2, a1, a2 }: Filter): Float32Array {
  let z1 = 0
  let z2 = 0
  for (let at = 0; at < samples.length; at++) {
    const value = samples[at]!
    const out = b0 * value + z1
    z1 = b1 * value - a1 * out + z2
    z2 = b2 * value - a2 * out
    samples[at] = out
  }
  return samples
}

// The well-known audio equaliser cookbook: https://www.w3.org/TR/audio-eq-cookbook/

export function highPass(rate: number, hertz: number, q = Math.SQRT1_2): Filter {
  const { cos, alpha } = angle(rate, hertz, q)
  return divide({ b0: (1 + cos) / 2, b1: -(1 + cos), b2: (1 + cos) / 2, a0: 1 + alpha, a1: -2 * cos, a2: 1 - alpha })
}

export function lowPass(rate: number, hertz: number, q = Math.SQRT1_2): Filter {
  const { cos, alpha } = angle(rate, hertz, q)
  return divide({ b0: (1 - cos) / 2, b1: 1 - cos, b2: (1 - cos) / 2, a0: 1 + alpha, a1: -2 * cos, a2: 1 - alpha })
}

export function bandPass(rate: number, hertz: number, q: number): Filter {
  const { cos, alpha } = angle(rate, hertz, q)
  return divide({ b0: alpha, b1: 0, b2: -alpha, a0: 1 + alpha, a1: -2 * cos, a2: 1 - alpha })
}

export function peak(rate: number, hertz: number, q: number, decibels: number): Filter {
  const { cos, alpha } = angle(rate, hertz, q)
  const gain = 10 ** (decibels / 40)
  return divide({ b0: 1 + alpha * gain, b1: -2 * cos, b2: 1 - alpha * gain, a0: 1 + alpha / gain, a1: -2 * cos, a2: 1 - alpha / gain })
}

function angle(rate: number, hertz: number, q: number) {
  const omega = (2 * Math.PI * hertz) / rate
  return { cos: Math.cos(omega), alpha: Math.sin(omega) / (2 * q) }
}

function divide({ b0, b1, b2, a0, a1, a2 }: Filter & { a0: number }): Filter {
  return { b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0 }
}
