import { readFile } from 'node:fs/promises'
import type { AttachmentPayload } from 'discord.js'
import type { Desk } from '../../../commands/index.ts'
import type { Message, MessageFile } from '../cards/message.ts'
import { renderCard } from '../cards/render-card.ts'
import type { Card } from '../../mailbox/card.ts'
import type { Production } from '../office.ts'
import { fileBytes } from '../poster/file-bytes.ts'
import { languageOf } from './language.ts'
import type { Told } from './tell.ts'

/** A shot's card as its message stands in the thread, with the same live buttons. */
export async function showShot(production: Production, card: Card, number: string, { office }: Desk, { locale }: { locale: string }): Promise<Told> {
  const shot = await office.shot(production.id, number)
  const about = shot ? { shot: { prompt: shot.sheet.shot.prompt, picture: shot.sheet.shot.picture } } : {}
  const { components, files }: Message = renderCard({ production: production.id, card, language: languageOf(locale), about })
  const bytes = (file: MessageFile) => fileBytes(office, production.id, file, () => null)
  return { components, uploads: await Promise.all(files.map(async (file): Promise<AttachmentPayload> => ({ attachment: await bytes(file), name: file.name, ...(file.description ? { description: file.description } : {}) }))) }
}

/** An asset as a file of an answer; null when it is more than may be attached here. */
export async function attachable({ assets }: Desk['office'], hash: string, name: string, most: number): Promise<AttachmentPayload | null> {
  const attachment = await readFile(assets.path(hash)).catch(() => null)
  return attachment && attachment.length <= most ? { attachment, name } : null
}
