import { setTimeout as sleep } from 'node:timers/promises'
import type OpenAI from 'openai'
import { toFile } from 'openai'
import { z } from 'zod'
import type { Bought } from '../../lab/purchase.ts'
import type { PaidWork } from '../../lab/work.ts'
import type { Assets } from '../../lab/assets.ts'
import { measureMp4 } from '../measure-mp4.ts'
import { priceOf } from '../price-of.ts'
import { ProviderError } from '../provider-error.ts'
import type { Animated, AnimateRequest } from '../provider.ts'
import { modelFor, nameOf } from './choose-models.ts'
import { fitSize, type Size } from '../fit-size.ts'
import type { Shop } from './shop.ts'
import { senseless, toProviderError } from './to-provider-error.ts'

const Clip = z.object({ clip: z.string(), frames: z.int(), fps: z.number(), width: z.int(), height: z.int() })

/** A clip by the `/v1/videos` routes of another company: OpenAI's own were shut down on 2026-09-24. */
export const animator = (shop: Shop) => async (request: AnimateRequest, work: PaidWork): Promise<Animated> => {
  if (/^https:\/\/([\w-]+\.)*openai\.com\//.test(`${shop.client.baseURL}/`)) {
    throw new ProviderError('OpenAI shut its video models down on 2026-09-24, and has none in their place. Choose another provider’s model for moving pictures.', { provider: shop.name, retryable: false, bought: false })
  }
  const model = modelFor(shop.models, 'animate', request.model)
  const { seconds: lengths, sizes } = model.limits
  const wanted = request.frames / request.fps
  const seconds = Array.isArray(lengths) ? lengths.find((length) => length >= wanted - 0.02) ?? Math.max(...lengths) : Math.ceil(wanted)
  const size = fitSize(sizes, request)
  const account = { model: nameOf(model), price: priceOf(model.price, { second: seconds, call: 1, when: `${size.width}x${size.height}` }) }
  const told = (error: unknown) => toProviderError(error, shop, account)
  work.progress(0.02, `${nameOf(model)} is asked`)
  const bought = await work.buy({
    step: 'clip', provider: shop.name, ...account,
    submit: async () => {
      try {
        const { id } = await shop.client.videos.create({
          model: nameOf(model), prompt: request.prompt, seconds: String(seconds) as OpenAI.Videos.VideoSeconds, size: `${size.width}x${size.height}` as OpenAI.Videos.VideoSize,
          input_reference: await toFile(await cover(work.assets, request.picture, size), 'first-frame.png', { type: 'image/png' }),
        })
        if (typeof id !== 'string' || id === '') throw senseless(shop, account.model, account.price)
        return { job: id }
      } catch (error) { throw told(error) }
    },
    collect: async (job) => {
      const video = await ready(shop, job, work, told)
      if (video.status === 'failed') {
        throw new ProviderError(`${shop.label} could not make this clip (${video.error?.code ?? 'failed'}). Ask for it in other words, or with another model.`, { provider: shop.name, retryable: false, ended: true, charged: null })
      }
      return fetchClip(shop, job, { seconds, price: account.price, model: account.model }, work, told)
    },
    // the route has no way to stop one; what was begun is charged
    cancel: async () => ({ charged: account.price }),
  })
  work.progress(1)
  return { ...Clip.parse(bought), conformed: false }
}

async function ready(shop: Shop, job: string, work: PaidWork, told: (error: unknown) => ProviderError) {
  for (let failures = 0; ;) {
    const video = await shop.client.videos.retrieve(job, { signal: work.signal }).catch(async (error: unknown) => {
      work.signal.throwIfAborted()
      const known = told(error)
      if (known.status === 404) throw new ProviderError(`${shop.label} no longer has this clip.`, { provider: shop.name, retryable: false, ended: true, charged: null, cause: error })
      if (++failures > 5) throw known
      await sleep(Math.max(known.retryAfter ?? 0, shop.pollSeconds * 2 ** failures) * 1000, undefined, { signal: work.signal })
      return null
    })
    if (video?.status === 'completed' || video?.status === 'failed') return video
    if (video) {
      work.progress(Math.min(0.95, (video.progress ?? 0) / 100), video.status === 'queued' ? 'waiting for its turn' : 'the clip is being made')
      await sleep(shop.pollSeconds * 2000, undefined, { signal: work.signal })
    }
  }
}

async function fetchClip(shop: Shop, job: string, { seconds, price, model }: { seconds: number; price: number | null; model: string }, work: PaidWork, told: (error: unknown) => ProviderError): Promise<Bought> {
  const bytes = await shop.client.videos.downloadContent(job, { variant: 'video' }, { signal: work.signal, maxRetries: 3 })
    .then(async (answer) => Buffer.from(await answer.arrayBuffer()))
    .catch((error: unknown) => {
      work.signal.throwIfAborted()
      throw new ProviderError(told(error).message, { provider: shop.name, retryable: true, cause: error })
    })
  const measured = measureMp4(bytes)
  if (!measured) throw senseless(shop, model, price)
  const { width, height, frames } = measured
  return { result: { clip: await shop.assets.put(bytes), frames, fps: frames / (measured.seconds || seconds), width, height }, cost: price, usage: { seconds } }
}

/** The first frame must have the size of the clip. */
async function cover(assets: Assets, picture: string, { width, height }: Size) {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(await assets.read(picture))
  const scale = Math.max(width / image.width, height / image.height)
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(image, (width - image.width * scale) / 2, (height - image.height * scale) / 2, image.width * scale, image.height * scale)
  return canvas.encode('png')
}
