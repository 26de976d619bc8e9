import type { Caption } from '../../film/cut.ts'
import type { Line } from '../../film/script.ts'
import { toFrames, type FrameRate } from '../../film/time.ts'
import type { Spoken } from '../../studio/provider.ts'
import { captionTexts, type CaptionText } from './caption-texts.ts'
import { lineLength, linesOf, readingSpeed } from './reading.ts'

type Place = {
  fps: FrameRate
  /** Frame of the clip in which the voice begins. */
  from: number
  /** No caption goes past this frame of the clip. */
  until: number
  width: number
  height: number
}

/** A spoken line as subtitles: broken by sense, timed by the voice, long enough to be read where there is room. */
export function breakCaptions(line: Line, spoken: Spoken | null, { fps, from, until, width, height }: Place): Caption[] {
  const max = lineLength(line.language, width / height)
  const texts = captionTexts(line, max)
  if (texts.length === 0 || until < 1) return []
  // No time at all: better everything at once than anything lost.
  if (until < texts.length * 4) return [{ from: 0, to: until, lines: texts.flatMap(({ text }) => linesOf(text, line.language, max)) }]
  const heard = spoken && spoken.words.length > 0
    ? texts.map((text) => from + toFrames(startOf(text, spoken), fps))
    : evenly(texts, from, Math.max(spoken?.seconds ?? 0, line.text.length / readingSpeed[line.language]), fps)
  const ends = from + toFrames(spoken?.seconds ?? 0, fps)
  const needed = texts.map(({ text }) => Math.ceil(Math.max(1, text.length / readingSpeed[line.language]) * fps))
  const starts = settle(heard, needed, until)
  return texts.map(({ text }, index) => {
    const start = starts[index] ?? 0
    const next = starts[index + 1]
    const wanted = Math.max(start + (needed[index] ?? fps), next === undefined ? ends + Math.round(fps * 0.35) : Math.min(next, start + 7 * fps))
    // Two frames of nothing tell the eye that the words have changed.
    const limit = next === undefined ? until : next - (next - start > 6 ? gap : 0)
    return { from: start, to: Math.max(start + 1, Math.min(wanted, limit)), lines: linesOf(text, line.language, max) }
  })
}

const gap = 2

function startOf({ at, end }: CaptionText, { words }: Spoken) {
  return words.find((word) => word.at >= at && word.at < end)?.seconds ?? words.findLast((word) => word.at < at)?.seconds ?? 0
}

function evenly(texts: CaptionText[], from: number, seconds: number, fps: FrameRate) {
  const total = texts.reduce((sum, { text }) => sum + text.length, 0)
  let before = 0
  return texts.map(({ text }) => {
    const start = from + toFrames((seconds * before) / total, fps)
    before += text.length
    return start
  })
}

/** Captions wait for the one before them to have its second, and move forward where the clip would end first. */
function settle(heard: number[], needed: number[], until: number): number[] {
  const starts = [...heard]
  const shortest = (index: number) => Math.min(needed[index] ?? 0, Math.floor(until / heard.length) - gap)
  for (let index = 1; index < starts.length; index++) starts[index] = Math.max(starts[index]!, starts[index - 1]! + shortest(index - 1) + gap)
  for (let index = starts.length - 1, limit = until; index >= 0; index--) {
    starts[index] = Math.max(0, Math.min(starts[index]!, limit - Math.max(1, shortest(index))))
    limit = starts[index]! - gap
  }
  return starts
}
