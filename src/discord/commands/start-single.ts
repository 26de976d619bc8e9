import type { Attachment } from 'discord.js'
import type { Desk } from '../../../commands/index.ts'
import { seedOf } from '../../single/child-of.ts'
import { readSingle } from '../../single/single-request.ts'
import type { Asked } from './answer-command.ts'
import { keepPicture } from './keep-picture.ts'
import { inLanguage, languageOf } from './language.ts'
import { mayPost } from './may-post.ts'
import { mayStart } from './may-start.ts'
import { productionId } from './start-film.ts'
import { welcomeWords } from './welcome-words.ts'
import { acknowledge, tell } from './tell.ts'

/** One shot at once. Its message comes into the channel where it was asked for. */
export async function startSingle(asked: Asked, { prompt, picture, animate }: { prompt: string; picture: Pick<Attachment, 'url' | 'name' | 'size'> | null; animate: boolean }, desk: Desk) {
  await acknowledge(asked)
  const settings = await desk.office.settings(asked.guildId)
  const place = { guild: asked.guildId, channel: asked.channelId ?? '', kind: 'here' as const, locale: asked.locale }
  await mayStart(asked, [asked.channelId, asked.channel?.isThread() ? asked.channel.parentId : null], desk, { ...settings, maxFilms: Infinity, maxFilmsPerPerson: Infinity })
  mayPost(asked, place)
  const id = productionId('s', asked.id)
  // What was written wrong is said before anything is fetched.
  const asking = { language: languageOf(asked.locale), animate, seed: seedOf(id) }
  const welcome = await welcomeWords(prompt, asked, desk)
  const read = readSingle(welcome, { ...asking, picture: picture && { hash: '0'.repeat(64), width: 1, height: 1 } })
  const own = picture && await keepPicture(picture, desk, asked)
  await desk.office.openSingle({ id, request: { ...read, picture: own }, place, owner: asked.user.id })
  await tell(asked, [inLanguage(words, asked).begun, ...read.remarks].join('\n'))
}

const words = {
  en: { begun: 'In the making: it comes right here.' },
  zh: { begun: '正在拍，做好就发在这里。' },
}
