import { toFile } from 'openai'
import type { PaidWork } from '../../lab/work.ts'
import type { Assets } from '../../lab/assets.ts'
import type { Fixed, InpaintRequest } from '../fixes.ts'
import { ProviderError } from '../provider-error.ts'
import { modelFor, nameOf } from './choose-models.ts'
import type { DrawOptions } from './draw.ts'
import { tokensIn } from './conversation.ts'
import { fitSize } from '../fit-size.ts'
import { expectedImageCost, Pictures, pictureSize, takePictures } from './image-answer.ts'
import { filled } from '../prompt-file.ts'
import { order, type Shop } from './shop.ts'

/** A part of a picture painted anew. These models repaint the whole: what is outside of the mask is put back as it was. */
export const retoucher = (shop: Shop, { quality }: Pick<DrawOptions, 'quality'>) => async (request: InpaintRequest, work: PaidWork): Promise<Fixed> => {
  const model = modelFor(shop.models, 'inpaint', request.model)
  const [picture, mask] = await Promise.all([work.assets.read(request.picture), work.assets.read(request.mask)])
  const [size, hole] = await Promise.all([pictureSize(picture), pictureSize(mask)])
  const wrong = (message: string) => new ProviderError(message, { provider: shop.name, retryable: false, bought: false })
  if (!size || !hole) throw wrong('The picture or its mask is no PNG, JPEG or WebP.')
  if (size.width !== hole.width || size.height !== hole.height) throw wrong(`The mask is ${hole.width}×${hole.height} and the picture ${size.width}×${size.height}: they must be of one size.`)
  const prompt = filled((await shop.prompts('studio/inpaint')).body, { prompt: request.prompt })
  const made = fitSize(model.limits.sizes, size)
  const price = expectedImageCost(model, { size: made, quality, count: 1, references: 2, text: tokensIn(prompt) })
  work.progress(0.05, `${nameOf(model)} is repainting`)
  const bought = await order(shop, work, {
    step: 'inpaint', model, price,
    send: async () => takePictures(shop, model, await shop.client.images.edit({
      model: nameOf(model), prompt, n: 1, size: `${made.width}x${made.height}`, quality, output_format: 'png',
      image: await toFile(picture, 'picture.png', { type: 'image/png' }), mask: await toFile(mask, 'mask.png', { type: 'image/png' }),
    }), price),
  })
  const [painted] = Pictures.parse(bought)
  work.progress(1)
  return { made: await within(work.assets, { picture: request.picture, mask: request.mask, painted: painted?.picture ?? '' }, size), ...size, remarks: [] }
}

async function within(assets: Assets, { picture, mask, painted }: { picture: string; mask: string; painted: string }, { width, height }: { width: number; height: number }) {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const [before, after, kept] = await Promise.all([picture, painted, mask].map(async (hash) => loadImage(await assets.read(hash))))
  if (!before || !after || !kept) throw new Error('A picture of the repair is gone.')
  const outside = createCanvas(width, height)
  const over = outside.getContext('2d')
  over.drawImage(before, 0, 0)
  over.globalCompositeOperation = 'destination-in'
  over.drawImage(kept, 0, 0)
  const whole = createCanvas(width, height)
  const context = whole.getContext('2d')
  context.drawImage(after, 0, 0, width, height)
  context.drawImage(outside, 0, 0)
  return assets.put(await whole.encode('png'))
}
