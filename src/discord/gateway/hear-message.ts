import { type Message, MessageType, PermissionFlagsBits } from 'discord.js'
import type { Person, Speaker } from '../../production/rights.ts'
import type { Production } from '../office.ts'
import type { GatewayDesk } from './desk.ts'
import { bringFiles } from './bring-files.ts'
import { shotIn, slotOf } from './shot-of.ts'
import { Refusal } from '../commands/refusal.ts'
import { welcomeWords } from '../commands/welcome-words.ts'
import { answerMessage, seen } from './answer-message.ts'
import { sayNotYours } from './say-not-yours.ts'
import { wordsFor } from './words-for-us.ts'

/** In a production's thread people just talk: what is said by somebody who may direct is direction. Edits and other bots are not heard. */
export async function hearMessage(message: Message, desk: GatewayDesk): Promise<void> {
  if (message.author.bot || message.system || message.webhookId !== null || !spoken.includes(message.type)) return
  const { channel } = message
  if (!channel.isThread() && !channel.isDMBased()) return
  const bot = message.client.user.id
  if (message.content === '' && message.attachments.size === 0) return
  const production = await desk.office.productionIn(message.channelId)
  if (!production || production.phase === 'cancelled') return
  const answered = message.reference?.messageId
  const toUs = message.mentions.users.has(bot) || message.mentions.repliedUser?.id === bot
  // people who turn to each other are left alone
  if (!toUs && toAnother(message, bot)) return
  const slot = await slotOf(desk.office, production.id, answered)
  const about = shotIn(slot)
  const by = await speakerOf(message, production, desk)
  const text = wordsFor(message.content, bot)
  if (text === '' && message.attachments.size === 0) return
  if (!by.rights.includes('note')) return sayNotYours(message, production, desk, { insist: toUs || about !== null, text })
  if (message.attachments.size > 0) await bringFiles(message, { production, by, slot, words: text }, desk)
  // there the words say whose picture it is
  if (slot === 'cast' && message.attachments.size > 0) return
  if (text === '') return
  const addressed = toUs || about !== null || channel.isDMBased()
  const welcome = addressed ? await welcomed(text, message, production, desk) : text.replace(/<@!?\d+>/g, production.locale.startsWith('zh') ? '某人' : 'somebody')
  if (welcome === null) return
  const fresh = await desk.office.send(production.id, `m:${message.id}`, { kind: 'noted', id: message.id, text: welcome, ...(about ? { about } : {}), ...(addressed ? {} : { addressed: false }) }, { by })
  if (fresh) await seen(message, desk)
}

const spoken: readonly MessageType[] = [MessageType.Default, MessageType.Reply]

/** Null where it is not welcome, which is told. What people say among themselves is not judged: what is made of it will be. */
async function welcomed(text: string, message: Message, { locale }: Production, desk: GatewayDesk): Promise<string | null> {
  try {
    return await welcomeWords(text, { locale, guildId: message.guildId }, desk)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await answerMessage(message, desk, error.message)
    return null
  }
}

/** It answers another person, or begins with another one's name. */
const toAnother = ({ mentions, content }: Message, bot: string) =>
  (mentions.repliedUser !== null && mentions.repliedUser.id !== bot) || /^\s*<@!?(\d+)>/.test(content)

async function speakerOf({ author, member, guildId }: Message, production: Production, { office }: GatewayDesk): Promise<Speaker> {
  const person: Person = {
    id: author.id,
    roles: guildId === production.guild ? [...(member?.roles.cache.keys() ?? [])] : [],
    moderates: member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
  }
  return { id: author.id, name: member?.displayName ?? author.displayName, rights: await office.rights(person, production) }
}
