import { loadImage } from '@napi-rs/canvas'
import type { PaidWork } from '../../lab/work.ts'
import { fitSize } from '../fit-size.ts'
import type { Drawn, DrawRequest, Reference } from '../provider.ts'
import { choose } from './choose.ts'
import type { Desk } from './desk.ts'
import type { Entry } from './entry.ts'
import { Media, type Wants } from './map-input.ts'
import { order } from './order.ts'

type Frame = Pick<DrawRequest, 'prompt' | 'width' | 'height' | 'seed' | 'count' | 'references' | 'model'>

export const draw = (desk: Desk) => async (request: DrawRequest, work: PaidWork): Promise<Drawn> => {
  const { entry } = choose(desk, 'draw', request.model, 'image')
  const pictures = await drawAll(desk, entry, request, work, 'picture', [0, 1])
  return { pictures: await Promise.all(pictures.map(async (each) => ({ ...each, ...await sizeOf(desk, each.picture) }))), missed: [] }
}

/** In one order where the model makes several, else in one order each: the next goes out when the one before has been taken. */
export async function drawAll(desk: Desk, entry: Entry, request: Frame, work: PaidWork, step: string, span: readonly [number, number]) {
  const wants: Wants = { ...inFrame(entry, request), prompt: withReferences(request, entry), references: request.references.slice(0, entry.limits.references ?? 0).map(({ picture }) => new Media(picture)) }
  const many = entry.fields.count !== undefined && (entry.limits.count ?? 1) >= request.count
  if (many) {
    const made = await order(desk, work, { entry, step, makes: 'image', span, measure: { picture: request.count }, wants: { ...wants, seed: request.seed, count: request.count } })
    return made.slice(0, request.count).map((picture) => ({ picture, seed: request.seed }))
  }
  const under: Promise<{ picture: string; seed: number }>[] = []
  for (let index = 0; index < request.count; index++) {
    const seed = request.seed + index
    const part = (at: number) => span[0] + (span[1] - span[0]) * (at / request.count)
    // the first that is refused stops the rest before they are ordered
    await new Promise<void>((taken) => {
      const one = order(desk, work, {
        entry, step: request.count === 1 ? step : `${step}-${index + 1}`, makes: 'image', span: [part(index), part(index + 1)], measure: { picture: 1 },
        wants: { ...wants, seed, ...entry.fields.count !== undefined && { count: 1 } }, onSubmitted: taken,
      }).then(([picture = '']) => ({ picture, seed })).finally(taken)
      one.catch(() => undefined)
      under.push(one)
    })
    if (await isRejected(under.at(-1))) break
  }
  const settled = await Promise.allSettled(under)
  const failed = settled.find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
  return Promise.all(under)
}

const isRejected = (promise: Promise<unknown> | undefined) => Promise.race([promise?.then(() => false, () => true), new Promise<false>((resolve) => setImmediate(resolve, false))])

/** How a model is told the frame: its pixels, one of its sizes, or an aspect by name. */
function inFrame({ limits, fields }: Entry, { width, height }: Pick<Frame, 'width' | 'height'>): Wants {
  if (fields.aspect !== undefined) return { aspect: nearestAspect(limits.aspects ?? ['16:9', '1:1', '9:16'], width / height) }
  const size = fitSize(limits.sizes, { width, height })
  return fields.size !== undefined ? { size: `${size.width}x${size.height}` } : { width: size.width, height: size.height }
}

export function nearestAspect(aspects: readonly string[], ratio: number): string {
  const far = (aspect: string) => {
    const [wide = 1, high = 1] = aspect.split(':').map(Number)
    return Math.abs(Math.log(wide / high / ratio))
  }
  return aspects.reduce((best, aspect) => far(aspect) < far(best) ? aspect : best)
}

/** The model sees pictures in their order: each is bound to what it shows by that. */
export function withReferences({ prompt, references }: { prompt: string; references: readonly Reference[] }, { limits }: Pick<Entry, 'limits'>): string {
  const shown = references.slice(0, limits.references ?? 0)
  if (shown.length === 0) return prompt
  return `${prompt}\n\n${shown.map(({ of, name }, index) => `Image ${index + 1} ${bound[of](name)}`).join(' ')}`
}

const bound: Record<Reference['of'], (name: string) => string> = {
  cast: (name) => `is ${name}: keep this face, hair and costume wherever ${name} is seen.`,
  look: () => 'is the look: keep its medium, palette and light, not its content.',
  previous: () => 'is the frame before: keep the place, the people and the light continuous with it.',
  own: (name) => `is ${name === '' ? 'the picture to keep to' : name}: keep to it.`,
}

export async function sizeOf({ assets }: Pick<Desk, 'assets'>, picture: string) {
  const { width, height } = await loadImage(await assets.read(picture))
  return { width, height }
}
