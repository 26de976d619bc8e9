import type { PaidWork } from '../../lab/work.ts'
import { ProviderError } from '../../studio/provider-error.ts'
import type { Drawn, DrawRequest } from '../../studio/provider.ts'
import type { Studio } from '../../studio/studio.ts'

/**
 * Candidates are looked at before a person is asked, where that costs nothing, or where somebody wants it and pays: the best is
 * offered first, with what decided. What could not be looked at is offered as it came.
 */
export async function lookAtCandidates(drawn: Drawn, { subject, prompt }: DrawRequest, { wanted }: { wanted: boolean }, studio: Pick<Studio, 'can' | 'model' | 'review'>, work: PaidWork): Promise<Drawn> {
  if (drawn.pictures.length < 2 || !studio.can('review')) return drawn
  const free = studio.model('review')?.price?.length === 0
  if (!wanted && !free) return drawn
  try {
    const language = /\p{Script=Han}/u.test(subject) ? 'zh' : 'en'
    const { best, remarks } = await studio.review({ pictures: drawn.pictures.map(({ picture }) => picture), wanted: [subject, prompt].filter(Boolean).join('\n'), language }, work)
    return drawn.pictures[best] ? { ...drawn, review: { best, remark: remarks[best]?.slice(0, 200) ?? '' } } : drawn
  } catch (error) {
    // a picture that was paid for is not lost because nobody could judge it
    if (error instanceof ProviderError && !error.retryable) return drawn
    throw error
  }
}
