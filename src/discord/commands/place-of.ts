import { ChannelType, type GuildBasedChannel, type BaseInteraction } from 'discord.js'
import type { Language } from '../../film/brief.ts'
import type { Place } from '../office.ts'
import type { GuildSettings } from '../settings.ts'
import { inLanguage } from './language.ts'
import { Refusal } from './refusal.ts'

export type Where = 'thread' | 'private' | 'here'

/** Where a new film is to live. `elsewhere` is a channel that was named; `taken`: a film already lives in this very thread. */
export function placeOf(interaction: BaseInteraction, { where, elsewhere, taken }: { where: Where | null; elsewhere: GuildBasedChannel | null; taken: boolean }, settings: GuildSettings): Place {
  const say = inLanguage(words, interaction)
  const { guildId: guild, locale, channel, channelId } = interaction
  if (guild === null || channelId === null) return { guild: null, channel: channelId ?? '', kind: 'here', locale }
  const thread = channel?.isThread() ? channel : null
  const wanted = where ?? (thread && !elsewhere && !taken ? 'here' : settings.private ? 'private' : 'thread')
  if (wanted === 'here') {
    if (taken) throw new Refusal(say.taken)
    if (elsewhere || !thread) throw new Refusal(say.hereIsNoThread)
    return { guild, channel: channelId, kind: 'here', locale }
  }
  const target = elsewhere ?? thread?.parent ?? channel
  const id = elsewhere?.id ?? thread?.parentId ?? channelId
  const forum = target?.type === ChannelType.GuildForum || target?.type === ChannelType.GuildMedia
  if (wanted === 'private' && (forum || target?.type === ChannelType.GuildAnnouncement)) throw new Refusal(say.noPrivate)
  return { guild, channel: id, kind: forum ? 'forum' : wanted === 'private' ? 'private' : 'message', locale }
}

const words: Record<Language, { taken: string; hereIsNoThread: string; noPrivate: string }> = {
  en: {
    taken: 'A film already lives in this thread. Leave `where` out, and the new one gets a thread of its own.',
    hereIsNoThread: '«Here» is for a thread, a forum post or a direct message. In a channel, leave `where` out: the film gets a thread of its own.',
    noPrivate: 'This kind of channel has no private threads. Use a text channel, or send me the film in a direct message.',
  },
  zh: {
    taken: '这个子区里已经有一部片子了。不选「地方」，新片会有自己的子区。',
    hereIsNoThread: '「就在这里」只用于子区、论坛帖或私信。在频道里请不选「地方」，片子会有自己的子区。',
    noPrivate: '这种频道不能开私密子区。请换一个文字频道，或者在私信里拍。',
  },
}
