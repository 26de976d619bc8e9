/**
 * How far along its path a camera is, 0…1, when it starts at `from` of its top speed, gathers way over the first third,
 * and arrives at `to` of it: slow in, slow out, yet already moving at a cut.
 */
export function travelled(progress: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, progress))
  const whole = gathering(ramp, from) + (1 - 2 * ramp) + gathering(ramp, to)
  if (t < ramp) return gathering(t, from) / whole
  if (t <= 1 - ramp) return (gathering(ramp, from) + t - ramp) / whole
  return 1 - gathering(1 - t, to) / whole
}

export const between = (from: number, to: number, along: number) => from + (to - from) * along

const ramp = 1 / 3

/** The way covered `t` after the start: the integral of a smooth step from `from` to full speed. */
function gathering(t: number, from: number) {
  const u = t / ramp
  return ramp * (from * u + (1 - from) * (u ** 3 - u ** 4 / 2))
}
