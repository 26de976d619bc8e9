import type { PaidWork } from '../../lab/work.ts'
import { Reviewed, type ReviewRequest } from '../fixes.ts'
import type { Shop } from './shop.ts'
import { writer, type Route } from './write.ts'

/** Looks at the candidates and says which one to shoot. */
export const reviewer = (shop: Shop, route: Route) => {
  const write = writer(shop, route, 'review')
  return async ({ pictures, wanted, language, model }: ReviewRequest, work: PaidWork): Promise<Reviewed> => {
    const answer = Reviewed.refine(({ best }) => best < pictures.length, `There are ${pictures.length} pictures; the first is 0.`)
    return answer.parse(await write({ prompt: 'studio/review', inputs: { wanted, count: pictures.length, language }, answer, pictures, model, step: 'review' }, work))
  }
}
