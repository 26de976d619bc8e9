import { setTimeout as wait } from 'node:timers/promises'
import { Routes, type APIUser } from 'discord.js'
import { claim, letGo } from './poster/claim.ts'
import { usualTimes, type Desk, type PosterOptions } from './poster/desk.ts'
import { openLadder, sweepProxies } from './poster/ladder.ts'
import { owedProductions } from './poster/owed.ts'
import type { Resting } from './poster/own-progress.ts'
import { postProduction } from './poster/post-production.ts'
import { ThreadTaken } from './poster/post-rows.ts'
import { codeOf, OwnFault } from './poster/refusal.ts'
import { openRounds, type Nudge } from './poster/rounds.ts'
import { dropOldReplies } from './poster/say-to.ts'
import { renderCard } from './cards/render-card.ts'
import { renderProgress } from './cards/render-progress.ts'

export type { PosterMetrics, PosterOptions } from './poster/desk.ts'

export type Poster = {
  /** Looks at this production now. Cards and progress do so by themselves. */
  wake(production: string): void
  /** Finishes the requests in flight. */
  close(): Promise<void>
}

/**
 * Makes what stands in `redcliff.cards` true in Discord, effectively once. Any number may be open: each production's thread is held by one
 * of them while it posts there. A row says what is sent before it is sent, so nothing is lost and nothing doubled wherever a process dies.
 */
export async function openPoster(options: PosterOptions): Promise<Poster> {
  const { store, onError } = options
  const closing = new AbortController()
  const leaving = new AbortController()
  const desk = deskFor(options, closing.signal, leaving.signal)
  const { times } = desk
  const resting: Resting = new Map()
  const failures = new Map<string, number>()

  /** Everything that one production is owed. Returns in how many milliseconds to come again. */
  const post = async (production: string, nudge: Nudge): Promise<number | undefined> => {
    let held = false
    try {
      for (;;) {
        nudge.taken()
        const thread = await claim(store, production, times.lost)
        if (!thread) { held = false; return }
        held = true
        const { preparing = [], wakeMilliseconds = Infinity } = await postProduction(desk, thread, resting, nudge.came)
        failures.delete(production)
        if (closing.signal.aborted) return
        // Held while a film is encoded for it, so that no other process does the same.
        if (preparing.length > 0) await Promise.race([...preparing, nudge.next()])
        else if (!nudge.came()) return Number.isFinite(wakeMilliseconds) ? wakeMilliseconds : undefined
      }
    } catch (error) {
      if (closing.signal.aborted || error instanceof ThreadTaken) return
      const failed = failures.get(production) ?? 0
      failures.set(production, failed + 1)
      desk.log('posting failed', { production, code: codeOf(error), failed: failed + 1 })
      onError(error)
      return times.retry[Math.min(failed, times.retry.length - 1)]
    } finally {
      if (held) await letGo(store, production).catch(onError)
    }
  }
  const rounds = openRounds(post, { onError })

  const look = async () => {
    try {
      for (const production of await owedProductions(store.pool, times.lost)) rounds.wake(production)
      await dropOldReplies(desk)
      await sweepProxies(options.proxies, options.assets)
    } catch (error) { if (!closing.signal.aborted) onError(error) }
  }
  // What a server takes may change again.
  const forget = setInterval(() => desk.refused.clear(), 3_600_000)
  const hear = (payload: string) => {
    const { productions } = JSON.parse(payload) as { productions: string[] | null }
    for (const production of productions ?? []) rounds.wakeWithin(production, times.progressAfter, { unlessDue: true })
  }
  const deaf = [
    await store.listener.listen('redcliff_card', rounds.wake, () => void look()),
    await store.listener.listen('redcliff_progress', hear, () => undefined),
  ]
  await look()
  const watchman = setInterval(() => void look(), times.look)

  return {
    wake: rounds.wake,
    async close() {
      closing.abort()
      clearInterval(watchman)
      clearInterval(forget)
      for (const stop of deaf) await stop()
      // A request that waits for a rate limit may wait long. What it was about to send stands in its row.
      const ended = rounds.close()
      await Promise.race([ended, wait(times.closing, undefined, { ref: false })])
      leaving.abort(new Error('The poster is closing.'))
      await Promise.race([ended, wait(500, undefined, { ref: false })])
    },
  }
}

function deskFor(options: PosterOptions, closing: AbortSignal, leaving: AbortSignal): Desk {
  const { rest, once = rest, assets, ffmpeg, proxies, bot } = options
  let asked: Promise<string> | undefined = bot === undefined ? undefined : Promise.resolve(bot)
  return {
    ...options,
    once,
    render: { card: ours(renderCard), progress: ours(renderProgress), ...options.render },
    times: { ...usualTimes, ...options.times },
    metrics: options.metrics ?? {},
    log: options.log ?? (() => undefined),
    places: options.places ?? (() => 2),
    ladder: openLadder({ assets, ffmpeg, folder: proxies, signal: closing, onError: options.onError }),
    bot: () => asked ??= (rest.get(Routes.user(), { signal: leaving }) as Promise<APIUser>).then(({ id }) => id).catch((error: unknown) => { asked = undefined; throw error }),
    refused: new Map(),
    closing,
    leaving,
  }
}

/** What cannot be rendered is our own fault, and is not tried again for ever. */
const ours = <Given, Made>(render: (given: Given) => Made) => (given: Given): Made => {
  try { return render(given) } catch (cause) {
    throw new OwnFault(`A message could not be rendered: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
