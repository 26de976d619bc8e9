import { toFile } from 'openai'
import type { PaidWork } from '../../lab/work.ts'
import type { Drawn, DrawRequest, Reference } from '../provider.ts'
import { remarksIn } from '../remarks.ts'
import { modelFor, nameOf } from './choose-models.ts'
import { tokensIn } from './conversation.ts'
import { fitSize } from '../fit-size.ts'
import { expectedImageCost, Pictures, takePictures, type Quality } from './image-answer.ts'
import { filled } from '../prompt-file.ts'
import { order, type Shop } from './shop.ts'

export type DrawOptions = { quality: Quality; moderation: 'auto' | 'low' }

/** The candidates of a shot in one call; with references it is an edit, and each is bound to its name by its number. */
export const artist = (shop: Shop, { quality, moderation }: DrawOptions) => async (request: DrawRequest, work: PaidWork): Promise<Drawn> => {
  const model = modelFor(shop.models, 'draw', request.model)
  const { limits } = model
  const sorted = request.references.toSorted((a, b) => rank[a.of] - rank[b.of])
  const references = sorted.slice(0, limits.references ?? sorted.length)
  const file = await shop.prompts('studio/draw')
  const lines = references.map(({ of, name }, index) => filled(file.head[of] ?? '', { number: index + 1, name }))
  const prompt = filled(file.body, { prompt: request.prompt, references: lines.join('\n') }).replace(/\n{3,}/g, '\n\n').slice(0, limits.characters)
  const size = fitSize(limits.sizes, request)
  const count = Math.min(request.count, limits.count ?? request.count)
  const price = expectedImageCost(model, { size, quality, count, references: references.length, text: tokensIn(prompt) })
  work.progress(0.05, `${nameOf(model)} is drawing${count > 1 ? ` ${count} frames` : ''}`)
  const body = { model: nameOf(model), prompt, n: count, size: `${size.width}x${size.height}`, quality, output_format: 'png' as const }
  const bought = await order(shop, work, {
    step: 'pictures', model, price,
    send: async () => takePictures(shop, model, references.length === 0
      ? await shop.client.images.generate({ ...body, moderation })
      : await shop.client.images.edit({ ...body, image: await Promise.all(references.map((reference) => upload(shop, reference))) }), price),
  })
  work.progress(1)
  return {
    pictures: Pictures.parse(bought).map((picture, index) => ({ ...picture, seed: request.seed + index })),
    missed: sorted.slice(references.length).map(({ name }) => remarksIn(request.language).reference(name, model.label, limits.references ?? 0)),
  }
}

/** Whose faces must be the same comes first, should there be too many. */
const rank: Record<Reference['of'], number> = { cast: 0, own: 1, previous: 2, look: 3 }

const upload = async ({ assets }: Shop, { picture, name }: Pick<Reference, 'picture' | 'name'>) => {
  const bytes = await assets.read(picture)
  const { fileTypeFromBuffer } = await import('file-type')
  const type = await fileTypeFromBuffer(bytes)
  return toFile(bytes, `${name.replace(/[^\w-]+/g, '_') || 'picture'}.${type?.ext ?? 'png'}`, { type: type?.mime ?? 'image/png' })
}
