import { z } from 'zod'
import { Language } from '../film/brief.ts'
import { AssetHash } from '../film/cut.ts'
import { type FrameSize, frameSize } from '../film/frame-size.ts'
import { Flags, parseFlags } from '../reading/parse-flags.ts'
import { ReadingError } from '../reading/reading-error.ts'

/** A person's own picture, kept as an asset. */
export const OwnPicture = z.object({ hash: AssetHash, width: z.int().min(1), height: z.int().min(1) })
export type OwnPicture = z.infer<typeof OwnPicture>

/** A single shot of /create or /animate, as it was asked for. */
export const SingleRequest = z.object({
  /** As written, flags and all: what a form for a variation begins with. */
  text: z.string(),
  /** Without its flags. */
  prompt: z.string(),
  /** The picture to be moved; null: one is drawn. */
  picture: OwnPicture.nullable(),
  flags: Flags,
  seed: z.int().min(0),
  /** The language its card speaks. */
  language: Language,
  /** One picture is drawn and filmed at once; otherwise four are drawn, and the one that is picked is filmed. */
  animate: z.boolean(),
  /** What was left out of the flags, said to the person. */
  remarks: z.array(z.string()),
  /** The single that this one was made from. */
  parent: z.object({ production: z.string(), how: z.enum(['again', 'vary']) }).nullable(),
})
export type SingleRequest = z.infer<typeof SingleRequest>

export type Asked = { picture: OwnPicture | null; language: Language; animate: boolean; /** Where no -seed is given. */ seed: number; parent?: SingleRequest['parent'] }

/** A prompt with its flags as a request. Throws ReadingError with what is allowed. */
export function readSingle(text: string, { picture, language, animate, seed, parent = null }: Asked): SingleRequest {
  const { text: prompt, flags, remarks } = parseFlags(text, language)
  if (prompt === '' && picture === null) throw new ReadingError(language === 'zh' ? '请写下画面里有什么，或附上一张图片。' : 'Write what is to be seen, or bring a picture.')
  if (prompt.length > 1500) throw new ReadingError(language === 'zh' ? `描述有 ${prompt.length} 个字符，最多 1500 个。` : `The prompt has ${prompt.length} characters; up to 1500 are read.`)
  return { text: text.trim(), prompt, picture, flags, seed: flags.seed ?? seed, language, animate, remarks, parent }
}

/** The clip's frame: as ordered, else a picture's own shape at about 720p. */
export function singleSize({ flags, picture }: Pick<SingleRequest, 'flags' | 'picture'>): FrameSize {
  if (flags.aspect || !picture) return frameSize(flags.aspect ?? '16:9', '720p')
  const aspect = Math.min(2.4, Math.max(1 / 2.4, picture.width / picture.height))
  const area = 1280 * 720
  const even = (pixels: number) => 2 * Math.round(pixels / 2)
  const width = Math.min(1280, Math.sqrt(area * aspect), 1280 * aspect)
  return { width: even(width), height: even(width / aspect) }
}
