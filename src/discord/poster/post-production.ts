import { Routes } from 'discord.js'
import { codeOf, refusalOf } from './refusal.ts'
import type { Thread } from './claim.ts'
import type { Desk } from './desk.ts'
import { noteFound, noteLost } from './lost.ts'
import { nameThread } from './name-thread.ts'
import { openThread } from './open-thread.ts'
import { owedSlots } from './owed.ts'
import { showProgress, type Resting } from './own-progress.ts'
import { postCard } from './post-card.ts'

/** When to look at it again, and what is being prepared for it. */
export type Outcome = { wakeMilliseconds?: number; preparing?: Promise<unknown>[] }

/** Makes all that stands of a production true in its thread, one message after another. What cannot be done there is noted, not thrown. */
export async function postProduction(desk: Desk, thread: Thread, resting: Resting, nudged: () => boolean): Promise<Outcome> {
  if (thread.lost !== null && !thread.due) return {}
  try {
    const outcome = await post(desk, thread, resting, nudged)
    if (thread.lost !== null) await noteFound(desk, thread)
    return outcome
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal !== 'lost' && refusal !== 'archived') throw error
    await noteLost(desk, thread, error)
    return {}
  }
}

async function post(desk: Desk, thread: Thread, resting: Resting, nudged: () => boolean): Promise<Outcome> {
  const opened = await openThread(desk, thread)
  if ('waitMilliseconds' in opened) return { wakeMilliseconds: opened.waitMilliseconds }
  const { channel } = opened
  const outcome: Required<Outcome> = { wakeMilliseconds: Infinity, preparing: [] }
  for (const owed of await owedSlots(desk.store.pool, thread.production)) {
    if (desk.closing.aborted) return {}
    const later = await awake(desk, thread, channel, () => postCard(desk, thread, channel, owed))
    if (owed.slot === 'script') await nameThread(desk, thread, channel)
    // Somebody may wait for an answer, which goes before what is still owed.
    if (nudged()) break
    if (!later) continue
    if ('preparing' in later) outcome.preparing.push(later.preparing)
    else outcome.wakeMilliseconds = Math.min(outcome.wakeMilliseconds, later.wakeMilliseconds)
  }
  if (desk.closing.aborted) return {}
  const due = await awake(desk, thread, channel, () => showProgress(desk, thread, channel, resting))
  return { ...outcome, wakeMilliseconds: Math.min(outcome.wakeMilliseconds, due ?? Infinity) }
}

/** Sending wakes an archived thread by itself, editing does not. */
async function awake<T>(desk: Desk, { production }: Thread, channel: string, work: () => Promise<T>): Promise<T> {
  try { return await work() } catch (error) {
    if (refusalOf(error) !== 'archived') throw error
    desk.log('thread woken', { production, code: codeOf(error) })
    await desk.rest.patch(Routes.channel(channel), { body: { archived: false }, signal: desk.leaving }).catch((refused: unknown) => {
      // A locked thread only opens for who manages threads: that it is locked is the news, not that we may not.
      throw refusalOf(refused) === 'later' ? refused : error
    })
    return work()
  }
}
