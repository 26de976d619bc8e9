import { z } from 'zod'

/** US dollars; null: not known, which is never the same as nothing. */
export const Dollars = z.number().min(0).nullable()
export type Dollars = z.infer<typeof Dollars>

/** What a shot's picture, voice and clip cost each time they are made; left out where this machine makes them. */
export const ShotPrices = z.object({ draw: Dollars, speak: Dollars, animate: Dollars, fixes: z.record(z.string(), Dollars).optional() })
export type ShotPrices = z.infer<typeof ShotPrices>

/** Of the film: writing its storyboard, shooting it without its clips, all of it, and its score. */
export const FilmPrices = z.object({ board: Dollars, shooting: Dollars, film: Dollars, score: Dollars }).partial()
export type FilmPrices = z.infer<typeof FilmPrices>

/** Paid work that a note asks for, in figures; it waits for a «Go» where it costs more than the server lets pass. */
export const Proposal = z.object({
  /** Of the note that asked. */
  id: z.string(),
  note: z.string(),
  redraw: z.int(), speak: z.int(), animate: z.int(),
  /** Frames that were approved and are to be filmed. */
  film: z.int(),
  score: z.boolean(),
  /** All of it, and, where parts have no price, the sum of those that have one. */
  price: Dollars,
  known: z.number(),
})
export type Proposal = z.infer<typeof Proposal>

/** How a server wants money handled. */
export type House = { confirmAbove: number | null }
export const trusting: House = { confirmAbove: null }

export const costs = (price: Dollars | undefined): boolean => price !== undefined && price !== 0

/** What is not known is taken for dear. */
export const asksFirst = (price: Dollars | undefined, { confirmAbove }: House): boolean =>
  costs(price) && confirmAbove !== null && (price === null || price === undefined || price > confirmAbove)

export const total = (prices: readonly (Dollars | undefined)[]): Dollars =>
  prices.some((price) => price === null) ? null : prices.reduce<number>((sum, price) => sum + (price ?? 0), 0)
