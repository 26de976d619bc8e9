import { fileTypeFromBuffer } from 'file-type'
import type OpenAI from 'openai'
import { z } from 'zod'
import type { Bought } from '../../lab/purchase.ts'
import type { Model } from '../model.ts'
import { priceOf } from '../price-of.ts'
import type { Size } from '../fit-size.ts'
import type { Shop } from './shop.ts'
import { senseless } from './to-provider-error.ts'

export const Pictures = z.array(z.object({ picture: z.string(), width: z.int(), height: z.int() })).min(1)
export type Pictures = z.infer<typeof Pictures>

/** Pictures of an answer, judged by their bytes and kept; none at all is an answer that cannot be used. */
export async function takePictures(shop: Shop, model: Model, answer: OpenAI.ImagesResponse, price: number | null): Promise<Bought> {
  const pictures: Pictures = []
  for (const { b64_json: text } of Array.isArray(answer?.data) ? answer.data : []) {
    if (typeof text !== 'string') continue
    const bytes = Buffer.from(text, 'base64')
    const size = await pictureSize(bytes)
    if (size) pictures.push({ picture: await shop.assets.put(bytes), ...size })
  }
  const { cost, usage } = imageCost(model, answer)
  if (pictures.length === 0) throw senseless(shop, model.id, cost ?? price)
  return { result: pictures, cost, ...(usage && { usage }) }
}

/** Null for what is no picture. */
export async function pictureSize(bytes: Buffer): Promise<Size | null> {
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !['image/png', 'image/jpeg', 'image/webp'].includes(type.mime)) return null
  const { loadImage } = await import('@napi-rs/canvas')
  const { width, height } = await loadImage(bytes).catch(() => ({ width: 0, height: 0 }))
  return width > 0 && height > 0 ? { width, height } : null
}

function imageCost(model: Model, { usage }: OpenAI.ImagesResponse): { cost: number | null; usage?: Record<string, number> } {
  if (!usage || typeof usage.output_tokens !== 'number') return { cost: null }
  const text = usage.input_tokens_details?.text_tokens ?? usage.input_tokens ?? 0
  const image = usage.input_tokens_details?.image_tokens ?? 0
  return {
    cost: priceOf(model.price, { '1M tokens in': text, '1M image tokens in': image, '1M image tokens out': usage.output_tokens }),
    usage: { in: text, picturesIn: image, out: usage.output_tokens },
  }
}

export type Quality = 'low' | 'medium' | 'high' | 'auto'

/** Before: what a picture of this size usually takes (assumed, from the older models' published tables). */
export const expectedImageCost = (model: Model, { size, quality, count, references, text }: { size: Size; quality: Quality; count: number; references: number; text: number }) =>
  priceOf(model.price, {
    picture: count, call: 1, when: quality, megapixel: count * size.width * size.height / 1e6,
    '1M tokens in': text, '1M image tokens in': references * 1500,
    '1M image tokens out': count * Math.ceil(size.width * size.height / 1e6 * { low: 260, medium: 1010, high: 3970, auto: 1010 }[quality]),
  })
