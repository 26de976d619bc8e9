import { z } from 'zod'
import type { Language } from '../film/brief.ts'
import { CameraMove } from '../film/camera-move.ts'
import { Aspect } from '../film/frame-size.ts'
import { flagReaders } from './flag-readers.ts'
import { flagWords } from './flag-words.ts'
import { ReadingError } from './reading-error.ts'

export const Flags = z.object({
  camera: CameraMove.optional(),
  /** The other half of a pan in two directions, up and right. */
  cameraToo: CameraMove.optional(),
  aspect: Aspect.optional(),
  /** 8 to 24, 25 or 30; a film is made at 24, 25 or 30. */
  fps: z.int().min(8).max(30).optional(),
  /** 0 is nearly still, 4 the liveliest. */
  motion: z.int().min(0).max(4).optional(),
  seed: z.int().min(0).max(4_294_967_295).optional(),
  guidance: z.number().optional(),
  /** What must not be seen. */
  negative: z.string().optional(),
})
export type Flags = z.infer<typeof Flags>

/** What a reader takes of the words behind its flag; `rest` goes back to the prompt. */
export type FlagRead = { flags: Flags; rest: string; remarks: string[] }

/**
 * The text without its flags, in Pika's dialect (`-camera pan right -motion 2`) or Midjourney's (`--ar 9:16 --no people`). Throws one
 * ReadingError that names every wrong value with what is allowed. A flag that is not used, or not known, is told in the remarks.
 */
export function parseFlags(text: string, language: Language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'): { text: string; flags: Flags; remarks: string[] } {
  const say = flagWords[language]
  const flags: Flags = {}
  const remarks: string[] = []
  const wrong: string[] = []
  const marks = [...text.matchAll(mark)]
  let rest = text.slice(0, marks[0]?.index)
  for (const [index, found] of marks.entries()) {
    const [whole, name = ''] = found
    const words = text.slice(found.index + whole.length, marks[index + 1]?.index)
    const read = flagReaders[name.toLowerCase()]
    if (!read) {
      remarks.push(say.unknown(whole))
      rest += whole + words
      continue
    }
    try {
      const taken = read(words.replace(/^[ =:]+/, ''), whole, say)
      Object.assign(flags, taken.flags)
      remarks.push(...taken.remarks)
      rest += ` ${taken.rest}`
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error
      wrong.push(error.message)
    }
  }
  if (wrong.length > 0) throw new ReadingError(wrong.join('\n'))
  return { text: rest.replace(/[ \t]{2,}/g, ' ').replace(/[ \t]+$/gm, '').trim(), flags, remarks }
}

/** A dash with a space behind it is a dash; a telephone makes — of --. */
const mark = /(?<=^|\s)(?:--?|[—–])([a-z]{1,12})(?=$|[\s=:])/gi
