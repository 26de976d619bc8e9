import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { PaidWork } from '../../lab/work.ts'
import { howToGet } from '../../edit/find-ffmpeg.ts'
import { overPicture } from '../../edit/outside-clips.ts'
import { mp4Facts } from '../../picture/mp4-facts.ts'
import type { Fixed, ReplaceBackgroundRequest } from '../fixes.ts'
import { choose, refusal } from './choose.ts'
import type { Desk } from './desk.ts'
import { drawAll, sizeOf } from './draw.ts'
import { fixed } from './fix.ts'
import { Media } from './map-input.ts'
import { order } from './order.ts'

/** Whoever stands in front is cut out, a new place is drawn, and the one is laid over the other. Two purchases, kept one by one. */
export const replaceBackground = (desk: Desk) => async (request: ReplaceBackgroundRequest, work: PaidWork): Promise<Fixed> => {
  const { kind, media } = request
  const { entry, remarks } = choose(desk, 'replaceBackground', request.model, kind)
  const { entry: painter } = choose(desk, 'draw', undefined)
  if (kind === 'video' && desk.ffmpeg?.trusted !== 'modern') throw refusal(`A clip's background is replaced with a modern ffmpeg, and there is none here. Nothing was ordered. ${howToGet}`)
  const facts = kind === 'video' ? await mp4Facts(desk.assets.path(media)) : null
  if (kind === 'video' && !facts) throw refusal('This clip is no mp4 that can be read here, so nothing can be laid behind it. Nothing was ordered.')
  const frame = facts ?? await sizeOf(desk, media)
  const [front = ''] = await order(desk, work, { entry, step: 'front', makes: kind, span: [0, 0.5], measure: { picture: 1 }, wants: { picture: new Media(media), clip: new Media(media) } })
  const [behind] = await drawAll(desk, painter, { prompt: `${request.prompt}. An empty place, nobody in it.`, width: frame.width, height: frame.height, seed: request.seed, count: 1, references: [] }, work, 'background', [0.5, 0.95])
  const picture = behind?.picture ?? ''
  if (kind === 'image') return fixed(desk, await layOver(desk, front, picture, frame), 'image', remarks)
  if (!desk.ffmpeg) throw refusal(howToGet)
  const cover = await coverOf(desk, picture, frame)
  const made = await overPicture({ clip: media, mask: front, picture: cover, width: Math.floor(frame.width / 2) * 2, height: Math.floor(frame.height / 2) * 2 }, { ffmpeg: desk.ffmpeg, assets: desk.assets, signal: work.signal })
  return fixed(desk, made, 'video', [...remarks, 'The place behind is a still picture.'])
}

type Size = { width: number; height: number }

async function layOver({ assets }: Desk, front: string, behind: string, { width, height }: Size): Promise<string> {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  cover(context, await loadImage(await assets.read(behind)), { width, height })
  context.drawImage(await loadImage(await assets.read(front)), 0, 0, width, height)
  return assets.put(await canvas.encode('png'))
}

async function coverOf({ assets }: Desk, picture: string, size: Size): Promise<string> {
  const canvas = createCanvas(size.width, size.height)
  cover(canvas.getContext('2d'), await loadImage(await assets.read(picture)), size)
  return assets.put(await canvas.encode('png'))
}

/** Fills the frame; what is too wide or too high is cut off evenly. */
function cover(context: ReturnType<ReturnType<typeof createCanvas>['getContext']>, image: Awaited<ReturnType<typeof loadImage>>, { width, height }: Size) {
  const scale = Math.max(width / image.width, height / image.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, (width - image.width * scale) / 2, (height - image.height * scale) / 2, image.width * scale, image.height * scale)
}
