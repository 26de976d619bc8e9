type Span = { from: number; to: number }

/** Gain of the music at a sample: down before a voice begins, back up when it has rested. Gaps too short to rise in stay down. */
export function duckingCurve(spans: Span[], { length, rate, decibels }: { length: number; rate: number; decibels: number }): (at: number) => number {
  const fall = 0.45 * rate
  const hold = 0.25 * rate
  const rise = 1.1 * rate
  const merged: Span[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from - fall < last.to + hold + rise) last.to = Math.max(last.to, to)
    else if (to > from) merged.push({ from, to })
  }
  // One value for each millisecond is smooth enough, and cheap to look up.
  const step = rate / 1000
  const curve = new Float32Array(Math.ceil(length / step) + 2).fill(1)
  for (const { from, to } of merged) {
    for (let index = Math.max(0, Math.floor((from - fall) / step)); index < Math.min(curve.length, Math.ceil((to + hold + rise) / step)); index++) {
      const at = index * step
      const depth = at < from ? (at - from + fall) / fall : at <= to + hold ? 1 : 1 - (at - to - hold) / rise
      curve[index] = 10 ** ((decibels * smooth(depth)) / 20)
    }
  }
  return (at) => {
    const index = Math.floor(at / step)
    const low = curve[index] ?? 1
    return low + ((curve[index + 1] ?? low) - low) * (at / step - index)
  }
}

const smooth = (value: number) => { const x = Math.max(0, Math.min(1, value)); return x * x * (3 - 2 * x) }
