import type { REST } from 'discord.js'
import type { Ffmpeg } from '../../edit/find-ffmpeg.ts'
import type { Assets } from '../../lab/assets.ts'
import type { Store } from '../../store/open-store.ts'
import type { Message, Rendering } from '../cards/message.ts'
import type { ProgressRendering } from '../cards/render-progress.ts'
import type { Ladder } from './ladder.ts'

export type PosterOptions = {
  store: Store
  assets: Assets
  /** With the bot's token. Files of 10 MiB and more take a while: give it a `timeout` of a minute or two. */
  rest: REST
  /** The same without retries of its own, for what must not be sent twice (a forum's post). */
  once?: REST
  ffmpeg: Ffmpeg
  /** Where smaller encodes of films are kept: `<home>/proxies`. */
  proxies: string
  /** The bot's user id; asked of Discord when it is needed and not given. */
  bot?: string
  /** Where an asset can be had by everybody, when there is such a place. */
  link?: (hash: string, name: string) => string | undefined
  /** How many works of a craft are done at once, for «about how long». */
  places?: (craft: string) => number
  metrics?: PosterMetrics
  /** What happened, without anybody's words in it. */
  log?: (what: string, facts: Record<string, string | number | boolean | null>) => void
  onError: (error: unknown) => void
  times?: Partial<Times>
  render?: Renderers
}

export type Renderers = { card: (rendering: Rendering) => Message; progress: (progress: ProgressRendering) => Message }

/** Counters; every one may be missing. `slot` is a slot's kind: `shot`, `reply`, `progress` … */
export type PosterMetrics = {
  posted?(slot: string): void
  edited?(slot: string): void
  unchanged?(slot: string): void
  refused?(slot: string, code: number | string): void
  /** From the card's change to the message's, in seconds. */
  lag?(slot: string, seconds: number): void
}

/** All in milliseconds. */
export type Times = {
  /** Looks for what was missed. */
  look: number
  /** How long a thread waits for the message that it is to hang on. */
  starter: number
  /** How long a shot waits for an earlier one that is being drawn. */
  order: number
  /** Within this, Discord answers the same nonce with the same message. «A few minutes» is all it promises. */
  nonce: number
  /** Between two edits of the progress message, in its first minute and later. */
  progress: number
  progressLater: number
  /** Work that is shorter is not announced, and a pause that is shorter is none. */
  progressAfter: number
  /** Until a thread that was lost is tried again; each time twice as long, at most an hour. */
  lost: number
  retry: readonly number[]
  /** What closing waits for requests in flight. */
  closing: number
}

export const usualTimes: Times = {
  look: 5000, starter: 30_000, order: 4000, nonce: 120_000, progress: 5000, progressLater: 10_000, progressAfter: 1500, lost: 180_000,
  retry: [500, 1000, 2000, 5000, 15_000, 30_000], closing: 4000,
}

/** What everybody at the poster works with. */
export type Desk = Omit<PosterOptions, 'times' | 'render' | 'once' | 'log' | 'metrics' | 'bot' | 'places'> & {
  once: REST
  render: Renderers
  times: Times
  metrics: PosterMetrics
  log: NonNullable<PosterOptions['log']>
  places: (craft: string) => number
  ladder: Ladder
  /** Bytes that a server refused lately, though it should have taken them. */
  refused: Map<string, number>
  /** Asked once. */
  bot: () => Promise<string>
  /** The poster is closing: nothing new is begun. */
  closing: AbortSignal
  /** Closing took too long: what is in flight is let go. */
  leaving: AbortSignal
}

export const slotKind = (slot: string) => slot.replace(/:.*/, '')
