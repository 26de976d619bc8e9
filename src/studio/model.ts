import { z } from 'zod'

/** What a studio may be asked for. */
export const Capability = z.enum([
  'write', 'draw', 'animate', 'speak', 'compose', 'upscale', 'restoreFaces', 'replaceBackground', 'syncLips', 'inpaint', 'moderate', 'review',
])
export type Capability = z.infer<typeof Capability>

/** What a model can take, known before anything is asked. A field left out is not limited, or does not concern it. */
export const Limits = z.object({
  /** Lengths it makes: just these, or any between. */
  seconds: z.union([z.array(z.number().positive()), z.object({ min: z.number(), max: z.number() })]).optional(),
  /** Pixels: just these sizes, or a range. */
  sizes: z.union([
    z.array(z.object({ width: z.int(), height: z.int() })),
    z.object({ multipleOf: z.int(), minPixels: z.int(), maxPixels: z.int(), maxRatio: z.number() }),
  ]).optional(),
  /** Aspects by name, where a model takes no size. */
  aspects: z.array(z.string()).optional(),
  /** Pictures it keeps to; 0: it cannot. */
  references: z.int().optional(),
  /** Pictures in one order. */
  count: z.int().optional(),
  /** Whether a clip may be given its last frame too. */
  lastFrame: z.boolean().optional(),
  /** Characters of a prompt or a line. */
  characters: z.int().optional(),
  seed: z.boolean().optional(),
})
export type Limits = z.infer<typeof Limits>

/** US dollars for one unit; several parts add up (a call and its seconds). An empty list costs nothing. */
export const Price = z.array(z.object({
  dollars: z.number().nonnegative(),
  per: z.enum(['call', 'picture', 'second', 'megapixel', '1k characters', '1M tokens in', '1M tokens in cached', '1M tokens out', '1M image tokens in', '1M image tokens out']),
  /** Only for orders of this kind: `1080p`, `high`. */
  when: z.string().optional(),
}))
export type Price = z.infer<typeof Price>

/** One model of a provider, as data: an operator may override any of it. */
export const Model = z.object({
  /** `openai/gpt-image-2.6-flare`: the provider, then what the provider calls it. */
  id: z.string().regex(/^[\w.-]+\/.+$/),
  capability: Capability,
  /** As people know it. */
  label: z.string(),
  limits: Limits.default({}),
  /** Null: not known. */
  price: Price.nullable(),
  /** The Discord server that brought it: nobody else is offered it, or may use it. */
  server: z.string().optional(),
})
export type Model = z.infer<typeof Model>
