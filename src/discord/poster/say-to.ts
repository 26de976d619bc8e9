import { MessageFlags, Routes } from 'discord.js'
import type { Card } from '../../mailbox/card.ts'
import { languageOf } from '../commands/language.ts'
import type { Desk } from './desk.ts'
import { fileBytes } from './file-bytes.ts'
import { codeOf } from './refusal.ts'

/**
 * What only the person who pressed is to see: a follow-up to that press, while its token lives. Whoever takes the row says it,
 * so that it is said at most once; a crash in between says nothing, and the thread shows what holds.
 */
export async function sayTo(desk: Desk, production: string, card: Card): Promise<void> {
  const { rows: [reply] } = await desk.store.pool.query(
    `delete from redcliff.replies where id = $1 returning application, token, locale, at > now() - interval '14 minutes' as alive`, [card.slot.slice('said:'.length)])
  if (!reply?.alive) return
  try {
    const { components, flags, allowed_mentions, files } = desk.render.card({ production, card, language: languageOf(reply.locale) })
    await desk.rest.post(Routes.webhook(reply.application, reply.token), {
      auth: false,
      query: new URLSearchParams({ wait: 'true' }),
      body: { components, flags: flags | MessageFlags.Ephemeral, allowed_mentions, attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })) },
      files: await Promise.all(files.map(async (file) => ({ name: file.name, data: await fileBytes(desk, production, file, () => null) }))),
      signal: desk.leaving,
    })
    desk.metrics.posted?.('said')
  } catch (error) {
    desk.metrics.refused?.('said', codeOf(error))
    desk.log('answer not said', { production, code: codeOf(error) })
  }
}

/** The tokens of interactions live for 15 minutes, and no longer here. */
export const dropOldReplies = ({ store }: Pick<Desk, 'store'>) =>
  store.pool.query(`delete from redcliff.replies where at < now() - interval '15 minutes'`)
