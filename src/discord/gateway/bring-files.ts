import type { Attachment, Message } from 'discord.js'
import type { Speaker } from '../../production/rights.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { keepPicture } from '../commands/keep-picture.ts'
import { languageOf } from '../commands/language.ts'
import { Refusal } from '../commands/refusal.ts'
import { need } from '../commands/this-film.ts'
import type { Production } from '../office.ts'
import { safeLine } from '../cards/safe-text.ts'
import { answerMessage, seen } from './answer-message.ts'
import type { GatewayDesk } from './desk.ts'
import { shotIn } from './shot-of.ts'
import { gatewayWords } from './words.ts'

type Bringing = { production: Production; by: Speaker; /** The slot whose message is answered. */ slot: string | null; words: string }

/** Files in a thread: a picture in answer to a shot is that shot's frame, in answer to the cast somebody's sheet; for the rest it is said what can be done. */
export async function bringFiles(message: Message, { production, by, slot, words }: Bringing, desk: GatewayDesk) {
  const locale = production.locale
  const say = gatewayWords[languageOf(locale)]
  const files = [...message.attachments.values()].slice(0, 4)
  const picture = files.find(looksLikePicture)
  try {
    if (!picture) return await answerMessage(message, desk, sayAbout(files[0], say))
    const about = shotIn(slot)
    if (about === null && slot !== 'cast') return await answerMessage(message, desk, say.pictureWhere)
    need('shots', { production, rights: by.rights }, { locale })
    const { hash, width, height } = await keepPicture(picture, desk, { locale, guildId: message.guildId, user: message.author })
    const brought = about === null ? { kind: 'sheet-brought', named: words, picture: hash } : { kind: 'brought', shot: about, picture: hash, width, height }
    if (await desk.office.send(production.id, `m:${message.id}:picture`, { ...brought, to: message.id }, { by })) await seen(message, desk)
  } catch (error) {
    if (!(error instanceof ReadingError || error instanceof Refusal)) throw error
    await answerMessage(message, desk, error.message)
  }
}

/** Only to ask the right question; what it is, its bytes will tell. */
const looksLikePicture = ({ contentType, name }: Attachment) => contentType?.startsWith('image/') ?? /\.(png|jpe?g|webp|gif)$/i.test(name)
const looksLikeText = ({ contentType, name }: Attachment) => contentType?.startsWith('text/') || /\.(txt|md|markdown|csv|tsv|fountain|json)$/i.test(name)

const sayAbout = (file: Attachment | undefined, say: (typeof gatewayWords)['en']) =>
  file && looksLikeText(file) ? say.textFile(safeLine(file.name, 60)) : say.otherFile(safeLine(file?.name ?? '', 60))
