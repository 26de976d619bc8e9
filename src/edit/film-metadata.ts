import { itemStarts, type Cut } from '../film/cut.ts'

/** The ffmetadata file of a film: who made what, and how; a chapter where the cut has one. What people wrote stands here only, escaped. */
export function filmMetadata(cut: Cut, comment: string): string {
  const tags = [['title', cut.title], ['artist', cut.author], ['comment', comment]] as const
  return [';FFMETADATA1', ...tags.flatMap(([key, value]) => (value ? [`${key}=${escapeValue(value)}`] : [])), ...chapters(cut), ''].join('\n')
}

function chapters({ items, fps }: Cut): string[] {
  const starts = itemStarts(items)
  const ends = starts.map((start, index) => starts[index + 1] ?? start + (items[index]?.frames ?? 0))
  const titled = items.flatMap(({ chapter }, index) => (chapter === null ? [] : [{ chapter, start: starts[index] ?? 0 }]))
  return titled.flatMap(({ chapter, start }, index) => {
    const end = titled[index + 1]?.start ?? ends.at(-1) ?? start
    return end > start ? ['[CHAPTER]', `TIMEBASE=1/${fps}`, `START=${start}`, `END=${end}`, `title=${escapeValue(chapter)}`] : []
  })
}

/** https://ffmpeg.org/ffmpeg-formats.html#Metadata-2 */
const escapeValue = (text: string) => storable(text).replace(/[=;#\\\n]/g, (special) => `\\${special}`)

/** What a tag can hold: no other control characters (NUL would end it), no half of a character, no backslash at the end (ffmpeg 7 takes the next line for its own). */
export const storable = (text: string) =>
  text.toWellFormed().replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ').replace(/\\$/, '\\ ')
