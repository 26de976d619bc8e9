import { Routes, SnowflakeUtil, type APIMessage } from 'discord.js'
import type { Desk } from './desk.ts'
import { markOf } from './shown.ts'

/** The message that an earlier try sent, if it did: ours, sent since then, and marked with this nonce. */
export async function findMarked(desk: Desk, channel: string, nonce: string, since: Date): Promise<APIMessage | null> {
  const bot = await desk.bot()
  // Discord's clock and the database's may differ.
  let after = SnowflakeUtil.generate({ timestamp: since.getTime() - 60_000 }).toString()
  for (let page = 0; page < 10; page++) {
    const messages = await desk.rest.get(Routes.channelMessages(channel), { query: new URLSearchParams({ after, limit: '100' }), signal: desk.leaving }) as APIMessage[]
    const found = messages.find(({ author, components }) => author.id === bot && components?.[0]?.id === markOf(nonce))
    if (found) return found
    if (messages.length < 100) return null
    after = messages.map(({ id }) => id).sort((a, b) => Number(BigInt(a) - BigInt(b))).at(-1) ?? after
  }
  return null
}
