import type { Id, SmallDiscord } from '../../discord/small-discord.ts'

export type Reactions = { has: (messageId: Id, emoji: string, userId: Id) => boolean; forget: () => void }

/** A message says how many reacted, and «me» only for the bot: who of our people did is remembered here. */
export function rememberReactions(discord: SmallDiscord): Reactions {
  const given = new Set<string>()
  const forget = discord.on((change) => {
    if (change.kind !== 'reaction') return
    const key = `${change.messageId} ${change.emoji} ${change.userId}`
    if (change.added) given.add(key)
    else given.delete(key)
  })
  return { has: (messageId, emoji, userId) => given.has(`${messageId} ${emoji} ${userId}`), forget }
}
