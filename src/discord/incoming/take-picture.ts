import { createCanvas, loadImage } from '@napi-rs/canvas'
import { fileTypeFromBuffer } from 'file-type'
import type { Language } from '../../film/brief.ts'
import type { Assets } from '../../lab/assets.ts'
import { marksOf, withMarks } from '../../picture/provenance.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { incomingWords, pixels, smallest } from './incoming-words.ts'
import { type PictureKind, pictureSize } from './picture-size.ts'

export type TakenPicture = { hash: string; width: number; height: number }

/**
 * A person's picture as an asset of ours: drawn anew, so that nothing of the file comes along but what is seen (no place, no camera,
 * no trailing archive). Its bytes say what it is, never its name.
 */
export async function takePicture(bytes: Buffer, assets: Assets, language: Language = 'en', { mask = false } = {}): Promise<TakenPicture> {
  const say = incomingWords[language]
  const found = await fileTypeFromBuffer(bytes)
  const kind = kinds.find((each) => each === found?.ext)
  if (!kind) throw new ReadingError(say.noPicture(found?.mime ?? null))
  const told = pictureSize(bytes, kind)
  if (!told) throw new ReadingError(say.brokenPicture)
  if (told.width * told.height > pixels * 1e6) throw new ReadingError(say.vast(told.width, told.height))
  if (Math.min(told.width, told.height) < smallest) throw new ReadingError(say.tiny(told.width, told.height))
  const image = await loadImage(bytes).catch((error: unknown) => { throw new ReadingError(say.brokenPicture, { cause: error }) })
  const scale = Math.min(1, longest / Math.max(image.width, image.height))
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))]
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  // what shows through is paper, not black; of a mask it is what matters
  pen.fillStyle = '#fff'
  if (!mask) pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, 0, 0, width, height)
  const [png, marks] = [await canvas.encode('png'), marksOf(bytes)]
  return { hash: await assets.put(marks === null ? png : withMarks(png, marks)), width, height }
}

const kinds: readonly PictureKind[] = ['png', 'jpg', 'webp', 'gif']

/** A little more than the widest frame that is made of it. */
const longest = 2048
