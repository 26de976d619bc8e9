import { z } from 'zod'
import { fitSeconds } from './fit-seconds.ts'
import type { Capability, Model } from './model.ts'
import { type Measure, priceOf } from './price-of.ts'

/** US dollars that a request is expected to cost with this model; null where that is not known. */
export function expectedPrice({ price, limits }: Model, capability: Capability, request: unknown): number | null {
  const parsed = Request.safeParse(request)
  const asked: Request = parsed.success ? parsed.data : {}
  const measure = { call: 1, ...measures[capability](asked, limits) }
  const whens = [undefined, 'medium', 'standard', asked.width && asked.height ? `${asked.width}x${asked.height}` : undefined, asked.height ? `${Math.min(asked.width ?? asked.height, asked.height)}p` : undefined]
  // a price may hang on what only the provider chooses: then the first that fits is near enough
  for (const when of new Set(whens)) {
    const dollars = priceOf(price, when === undefined ? measure : { ...measure, when })
    if (dollars !== null) return dollars
  }
  return null
}

/** What measures a request, whatever it asks for. */
const Request = z.object({
  prompt: z.string(), inputs: z.unknown(), text: z.string(), pictures: z.array(z.string()), references: z.array(z.unknown()),
  count: z.number(), width: z.number(), height: z.number(), frames: z.number(), fps: z.number().positive(), seconds: z.number(), kind: z.string(), factor: z.number(),
}).partial()
type Request = z.infer<typeof Request>

type Measuring = (asked: Request, limits: Model['limits']) => Measure

const pixels = ({ width = 1280, height = 720 }: Request) => width * height / 1e6

const clip = (asked: Request, { seconds: lengths }: Model['limits']): Measure => {
  const seconds = asked.seconds ?? (asked.frames ?? 96) / (asked.fps ?? 24)
  const bought = fitSeconds(seconds, lengths)
  return { second: bought.reduce((sum, each) => sum + each.seconds, 0), call: bought.length, megapixel: pixels(asked) * seconds }
}

const picture: Measuring = (asked, { count: most }) => {
  const count = asked.count ?? 1
  const references = asked.references?.length ?? 0
  return {
    picture: count, call: Math.ceil(count / (most ?? count)), megapixel: count * pixels(asked),
    // a picture of medium quality, as the published tables have it
    '1M tokens in': tokensIn(asked.prompt ?? '') + 200, '1M image tokens in': references * 1500, '1M image tokens out': Math.ceil(count * pixels(asked) * 1010),
  }
}

const words = (given: number, answer: number): Measure => ({ '1M tokens in': given, '1M tokens in cached': 0, '1M tokens out': answer })

const mended: Measuring = (asked, limits) => asked.kind === 'video' || asked.frames !== undefined ? clip(asked, limits) : picture(asked, limits)

const measures: Record<Capability, Measuring> = {
  // the prompt's own text is about as long as half of ours are; the answer is some three times what it is about
  write: ({ inputs, pictures = [] }) => {
    const given = tokensIn(JSON.stringify(inputs ?? ''))
    return words(given + 1500 + pictures.length * 1000, Math.min(16_000, Math.max(800, given * 3)))
  },
  draw: picture,
  animate: clip,
  speak: ({ text = '' }) => ({ '1k characters': text.length, second: tokensIn(text) / 3.5, '1M tokens in': tokensIn(text), '1M tokens out': tokensIn(text) * 8 }),
  compose: clip,
  upscale: mended,
  restoreFaces: mended,
  replaceBackground: mended,
  syncLips: clip,
  inpaint: picture,
  moderate: ({ text = '', pictures = [] }) => words(tokensIn(text) + pictures.length * 1000, 50),
  review: ({ pictures = [] }) => words(pictures.length * 1000 + 600, 300),
}

/** About one a Chinese character, and one for four letters. */
const tokensIn = (text: string) => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return Math.ceil(han + (text.length - han) / 4)
}
