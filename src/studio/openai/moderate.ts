import type OpenAI from 'openai'
import type { PaidWork } from '../../lab/work.ts'
import type { ModerateRequest, Moderated } from '../fixes.ts'
import { modelFor, nameOf } from './choose-models.ts'
import { pictureUrl } from './picture-url.ts'
import { ProviderError } from '../provider-error.ts'
import { ask, type Shop } from './shop.ts'

/**
 * Words and pictures through the moderation endpoint, which is free and may be asked again. Each picture goes by itself, for
 * the endpoint takes one; the words go first, since some rules are judged by words alone.
 */
export const moderator = (shop: Shop) => async ({ text, pictures = [] }: ModerateRequest, work: PaidWork): Promise<Moderated> => {
  const model = nameOf(modelFor(shop.models, 'moderate', undefined))
  const inputs: OpenAI.ModerationMultiModalInput[] = []
  // longer than any prompt of ours; the endpoint has a limit of its own
  for (let at = 0; at < (text?.length ?? 0); at += 20_000) inputs.push({ type: 'text', text: text?.slice(at, at + 20_000) ?? '' })
  for (const picture of pictures) inputs.push({ type: 'image_url', image_url: { url: await pictureUrl(work.assets, picture, 512) } })
  const reasons = new Set<string>()
  let flagged = false
  work.progress(0.05, 'looking whether this may be shown')
  for (const [index, input] of inputs.entries()) {
    const answer = await ask(shop, model, () => shop.client.moderations.create({ model, input: [input] }, { signal: work.signal, maxRetries: 2 }))
    const results = Array.isArray(answer?.results) ? answer.results : []
    // no verdict is not a good one
    if (results.length === 0) throw new ProviderError(`${shop.label} gave no verdict on this.`, { provider: shop.name, retryable: true, bought: false })
    for (const result of results) {
      flagged ||= result.flagged
      for (const [category, broken] of Object.entries(result.categories ?? {})) if (broken === true) reasons.add(category)
    }
    work.progress((index + 1) / inputs.length)
  }
  return { flagged, reasons: [...reasons].sort() }
}
