import type { Message } from 'discord.js'
import { languageOf } from '../commands/language.ts'
import { Refusal } from '../commands/refusal.ts'
import { need } from '../commands/this-film.ts'
import { button, row } from '../cards/layout.ts'
import type { Production } from '../office.ts'
import { answerMessage } from './answer-message.ts'
import type { GatewayDesk } from './desk.ts'
import { gatewayWords } from './words.ts'

/**
 * Kindly, who may direct here, with a button by which one of those takes the note over. Somebody who chats on is told once in a while
 * and not at every sentence; who turns to the bot is told every time.
 */
export async function sayNotYours(message: Message, production: Production, desk: GatewayDesk, { insist, text }: { insist: boolean; text: string }) {
  const whom = `${production.id} ${message.author.id}`
  const now = message.createdTimestamp
  if (!insist && now - (desk.told.get(whom) ?? 0) < quiet) return
  remember(desk.told, whom, now)
  // nobody's locale comes with a message: the film's own is what the thread speaks
  const { locale } = production
  const take = text === '' ? null : row(button({ production: production.id, act: 'take-note', message: message.id }, { label: gatewayWords[languageOf(locale)].takeNote }))
  await answerMessage(message, desk, whoMay(production, locale), take ? [take] : [])
}

function whoMay(production: Production, locale: string): string {
  try {
    need('note', { production, rights: [] }, { locale })
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
  return ''
}

const quiet = 10 * 60_000

function remember(told: Map<string, number>, whom: string, now: number) {
  told.delete(whom)
  told.set(whom, now)
  const oldest = told.keys().next().value
  if (told.size > 1000 && oldest !== undefined) told.delete(oldest)
}
