import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js'
import { colours, frame, row, text } from '../cards/layout.ts'
import type { Office } from '../office.ts'
import { inLanguage, languageOf } from './language.ts'
import { commandId } from './command-id.ts'
import { Refusal } from './refusal.ts'

/** Who brings a picture, and where. */
export type Bringer = { locale: string; guildId: string | null; user: { id: string } }

/** Whose face is in a picture cannot be known here: whoever brings one confirms once, in words, that they may use what they bring. */
export async function mayUsePicture(asked: Bringer, { office }: { office: Pick<Office, 'settings' | 'consent'> }) {
  const { confirmPictures } = await office.settings(asked.guildId)
  if (!confirmPictures || await office.consent(asked.guildId, asked.user.id, 'pictures') !== null) return
  const language = languageOf(asked.locale)
  const { ask } = inLanguage(words, asked)
  // what is confirmed stands on the button, word for word
  const agree: APIButtonComponent = { type: ComponentType.Button, style: ButtonStyle.Primary, custom_id: commandId('consent', 'pictures'), label: confirmation[language] }
  throw new Refusal(inLanguage(words, asked).confirm, { shown: frame(colours.asking, [text(ask), row(agree)]) })
}

/** What is to be written, in either language; case and marks do not matter. */
export const confirmation = { en: 'I have the right to use this picture', zh: '我有权使用这张图片' }

export const confirms = (text: string) => Object.values(confirmation).some((each) => bare(text).includes(bare(each)))

const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/these pictures|the pictures i bring|my pictures/g, 'this picture').replace(/[^\p{L}\p{N}]/gu, '')

const words = {
  en: { ask: 'Before your first picture here: may you use what you bring, and does whoever is seen in it agree? Confirm it once, then bring it again.', confirm: `Before your first picture here, confirm once that you may use what you bring, and that whoever is seen in it agrees: **/consent pictures** with the words «${confirmation.en}». Then bring it again.` },
  zh: { ask: '第一次发图之前：图是你有权用的吗？图里的人也同意吗？确认一次，然后再发一次。', confirm: `第一次发图之前，请确认一次：图是你有权用的，图里的人也同意。用 **/consent pictures**，写上「${confirmation.zh}」，然后再发一次。` },
}
