import { StateSchema, UntrackedValue } from '@langchain/langgraph'
import { z } from 'zod'
import { AssetHash } from '../film/cut.ts'
import { Look, Mood } from '../film/look.ts'
import { Composed } from '../studio/provider.ts'
import type { Effects } from '../mailbox/effects.ts'
import { Delivery, FilmMade, TitlesMade, type ProductionEvent } from './event.ts'
import { FilmPrices, type House, Proposal } from './prices.ts'
import { CastSheets } from './cast-sheets.ts'
import { noShots, Tally, type ShotRecord } from './shot-record.ts'

export const Phase = z.enum(['opening', 'pitch', 'script', 'board', 'shooting', 'cut', 'locked', 'delivered', 'cancelled'])
export type Phase = z.infer<typeof Phase>

/** What was said over the brief's head, in the thread. Null: as the brief or the script has it. */
export const Terms = z.object({
  title: z.string().nullable(),
  look: Look.nullable(),
  seconds: z.number().nullable(),
  music: z.union([Mood, z.literal('off')]).nullable(),
  voice: z.string().nullable(),
  /** Models by what they do; the studio's choice where nothing is said. */
  models: z.partialRecord(z.enum(['draw', 'animate', 'speak', 'compose']), z.string()).optional(),
})
export type Terms = z.infer<typeof Terms>

/** What a production is, in hashes and phases: about a kilobyte, whatever the length of the film. */
export const ProductionState = z.object({
  version: z.literal(1),
  phase: Phase,
  brief: AssetHash.nullable(),
  terms: Terms,
  /** Raised by «more ideas» and by notes that ask for the text again. */
  round: z.int(),
  pitch: AssetHash.nullable(),
  idea: z.int().nullable(),
  script: AssetHash.nullable(),
  board: AssetHash.nullable(),
  /** Key of the title and credits the storyboard asks for, and its mood. */
  asks: z.object({ titles: z.string(), mood: Mood }).nullable(),
  /** Earlier storyboards and what was said over them, newest last: undo goes back through them. */
  past: z.array(z.object({ board: AssetHash, terms: Terms })).max(50),
  tally: Tally,
  titles: TitlesMade.extend({ for: z.string() }).nullable(),
  score: Composed.extend({ for: z.string() }).nullable(),
  cut: FilmMade.extend({ for: z.string() }).nullable(),
  delivery: Delivery.extend({ for: z.string() }).nullable(),
  /** Sheets of the cast and the look; left out where whoever draws cannot keep to pictures. */
  cast: CastSheets.optional(),
  prices: FilmPrices.optional(),
  /** Paid work that waits for a «Go». */
  proposed: Proposal.nullable().optional(),
})
export type ProductionState = z.infer<typeof ProductionState>

export const openingState: ProductionState = {
  version: 1,
  phase: 'opening',
  brief: null,
  terms: { title: null, look: null, seconds: null, music: null, voice: null },
  round: 0,
  pitch: null,
  idea: null,
  script: null,
  board: null,
  asks: null,
  past: [],
  tally: noShots,
  titles: null,
  score: null,
  cut: null,
  delivery: null,
}

/** What a note made stale, what it costs, and whether it waits. */
export type Stale = Proposal & { waits: boolean }

/** The shots an event may read: the one it names, or all of them. A null in a patch drops the shot. */
export type Shots = Record<string, ShotRecord>
export type ShotPatch = Record<string, ShotRecord | null>

/**
 * The graph's channels. Only `production` is checkpointed. The event and the shots it concerns come in, what follows goes out:
 * the transaction around the graph reads and writes the shots' rows, so an event of a 600-shot film costs what one of a 15-shot film does.
 */
export const ProductionChannels = new StateSchema({
  production: ProductionState.default(openingState),
  event: new UntrackedValue<ProductionEvent>(),
  shots: new UntrackedValue<Shots>(),
  patch: new UntrackedValue<ShotPatch>(),
  /** What the fold had to say about an event that changed nothing: «already chosen: 2». */
  said: new UntrackedValue<string | null>(),
  /** What a note made stale and costs something. */
  stale: new UntrackedValue<Stale | null>(),
  /** What waited, and has its «Go» now. */
  gone: new UntrackedValue<Proposal | null>(),
  house: new UntrackedValue<House>(),
  effects: new UntrackedValue<Effects>(),
})
