import { type APIThreadChannel, Routes } from 'discord.js'
import { Script } from '../../film/script.ts'
import type { Thread } from './claim.ts'
import type { Desk } from './desk.ts'
import { threadName } from './open-thread.ts'
import { codeOf } from './refusal.ts'

/**
 * A film's thread begins with the wish and takes the film's title once its script is locked: once, for Discord renames a thread twice in ten
 * minutes at most. Whoever has named it by hand meant that.
 */
export async function nameThread(desk: Desk, thread: Thread, channel: string): Promise<void> {
  const title = thread.kind === 'here' ? null : await filmTitle(desk, thread.production)
  if (!title || title === thread.title) return
  await desk.store.pool.query('update redcliff.productions set title = $2 where id = $1', [thread.production, title])
  try {
    const { name } = await desk.rest.get(Routes.channel(channel), { signal: desk.leaving }) as APIThreadChannel
    if (name === threadName(thread)) await desk.rest.patch(Routes.channel(channel), { body: { name: threadName({ title }) }, signal: desk.leaving })
  } catch (error) {
    desk.log('thread not renamed', { production: thread.production, code: codeOf(error) })
  }
}

/** Null before the script is locked. */
async function filmTitle({ store, assets }: Desk, production: string): Promise<string | null> {
  const { rows: [row] } = await store.pool.query(
    `select media->>'hash' as hash from redcliff.cards, jsonb_array_elements(body->'media') media
      where production = $1 and slot = 'script' and not (body->>'asks')::boolean and media->>'kind' = 'json'`, [production])
  const script = row && Script.safeParse(await assets.readJson(row.hash).catch(() => null))
  return script?.success ? script.data.title.trim() || null : null
}
