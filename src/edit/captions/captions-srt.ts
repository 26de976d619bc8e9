import { itemStarts, type Cut } from '../../film/cut.ts'

/** The film's subtitles as SubRip, in order and without overlap. */
export function captionsSrt(cut: Cut): string {
  const starts = itemStarts(cut.items)
  const captions = cut.items
    .flatMap(({ captions }, index) => captions.map(({ from, to, lines }) => ({ from: (starts[index] ?? 0) + from, to: (starts[index] ?? 0) + to, lines })))
    .toSorted((a, b) => a.from - b.from)
  return captions
    .map((caption, index) => ({ ...caption, to: Math.min(caption.to, captions[index + 1]?.from ?? Infinity) }))
    .filter(({ from, to, lines }) => to > from && lines.some((line) => line.trim() !== ''))
    .map(({ from, to, lines }, index) => `${index + 1}\n${stamp(from / cut.fps)} --> ${stamp(to / cut.fps)}\n${lines.map(safe).filter((line) => line !== '').join('\n')}\n`)
    .join('\n')
}

/** An empty line would end the caption, an arrow would begin another. */
const safe = (line: string) => line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll('-->', '→').trim()

function stamp(seconds: number) {
  const thousandths = Math.round(seconds * 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(thousandths / 3_600_000))}:${two(Math.floor(thousandths / 60_000) % 60)}:${two(Math.floor(thousandths / 1000) % 60)},${String(thousandths % 1000).padStart(3, '0')}`
}
