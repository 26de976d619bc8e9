/** Another sample rate, by a windowed sinc with one small table for each phase. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to || samples.length === 0) return samples
  const common = greatestDivisor(from, to)
  const up = to / common
  const down = from / common
  const cutoff = Math.min(1, to / from) * 0.95
  const half = Math.ceil(reach / cutoff)
  const phases = Array.from({ length: up }, (_, phase) => taps(phase / up, half, cutoff))
  const out = new Float32Array(Math.ceil((samples.length * up) / down))
  for (let at = 0; at < out.length; at++) {
    const position = at * down
    const centre = Math.floor(position / up)
    const phase = phases[position % up]!
    const first = centre - half + 1
    let sum = 0
    // Only at the two ends do taps fall outside: asking everywhere takes three times as long.
    if (first >= 0 && first + phase.length <= samples.length) for (let tap = 0; tap < phase.length; tap++) sum += phase[tap]! * samples[first + tap]!
    else for (let tap = 0; tap < phase.length; tap++) sum += phase[tap]! * (samples[first + tap] ?? 0)
    out[at] = sum
  }
  return out
}

const reach = 12

function taps(fraction: number, half: number, cutoff: number) {
  const values = new Float32Array(half * 2)
  let sum = 0
  for (let tap = 0; tap < values.length; tap++) {
    const x = tap - half + 1 - fraction
    const window = Math.cos((Math.PI * x) / (2 * half)) ** 2
    values[tap] = x === 0 ? cutoff : (Math.sin(Math.PI * x * cutoff) / (Math.PI * x)) * window
    sum += values[tap]!
  }
  return values.map((value) => value / sum)
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))
