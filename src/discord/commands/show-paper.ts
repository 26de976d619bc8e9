import type { AttachmentPayload, ChatInputCommandInteraction } from 'discord.js'
import type { Desk } from '../../../commands/index.ts'
import { Script } from '../../film/script.ts'
import { Storyboard } from '../../film/storyboard.ts'
import { scriptMarkdown } from '../../reading/script-markdown.ts'
import { storyboardMarkdown } from '../../reading/storyboard-markdown.ts'
import { attached, colours, frame, gallery, text } from '../cards/layout.ts'
import type { MessageFile } from '../cards/message.ts'
import { safeLine, safeText } from '../cards/safe-text.ts'
import { inLanguage } from './language.ts'
import { Refusal } from './refusal.ts'
import { attachable } from './show-card.ts'
import { acknowledge, tell } from './tell.ts'
import { thisFilm } from './this-film.ts'

/** The script or the storyboard again: its first lines, the whole of it as a file that can be changed and brought back, and where its message is. */
export async function showPaper(interaction: ChatInputCommandInteraction, slot: 'script' | 'board', desk: Desk) {
  await acknowledge(interaction, { everyone: interaction.options.getBoolean('public') ?? false })
  const say = inLanguage(words, interaction)
  const { production } = await thisFilm(interaction, desk)
  const card = await desk.office.card(production.id, slot)
  const json = card?.media.find(({ kind }) => kind === 'json')
  if (!card || !json) throw new Refusal(say.notYet[slot])
  const written = papers[slot](await desk.office.assets.readJson(json.hash))
  const place = await desk.office.posted(production.id, slot)
  const sheets = slot === 'board' ? await sheetsOf(production.id, desk, interaction.attachmentSizeLimit) : []
  const paper: MessageFile = { name: slot === 'board' ? 'storyboard.md' : 'script.md', text: written }
  const shown: MessageFile[] = sheets.map(({ name = '' }) => ({ name, text: '' }))
  const { components } = frame(colours.writing, [
    text(`**${safeLine(card.title, 200)}**${place ? ` · ${place}` : ''}`),
    gallery(shown),
    sheets.length > 0 ? null : text(safeText(written.replace(/^#.*\n+/, ''), 3000)),
    attached(paper),
  ])
  await tell(interaction, { components, uploads: [...sheets, { attachment: Buffer.from(written), name: paper.name }] })
}

const papers = {
  script: (json: unknown) => scriptMarkdown(Script.parse(json)),
  board: (json: unknown) => storyboardMarkdown(Storyboard.parse(json)),
}

/** The sheet that was delivered with the film: drawing one is the worker's. */
async function sheetsOf(production: string, { office }: Desk, most: number): Promise<AttachmentPayload[]> {
  const film = await office.card(production, 'film')
  const sheets = film?.media.filter(({ kind, name }) => kind === 'image' && name.startsWith('storyboard')).slice(0, 8) ?? []
  const read = await Promise.all(sheets.map(({ hash, name }) => attachable(office, hash, name, Math.min(most, requestBytes / sheets.length))))
  return read.filter((sheet) => sheet !== null)
}

/** https://docs.discord.com/developers/resources/message#create-message: 25 MiB for a whole request, with room for the rest of it. */
const requestBytes = 24 * 1024 * 1024

const words = {
  en: { notYet: { script: 'There is no script yet; /status says what the crew is at. A finished storyboard table has none before the film is done.', board: 'There is no storyboard yet; /status says what the crew is at.' } },
  zh: { notYet: { script: '还没有剧本；/status 能看到剧组在忙什么。直接带来的分镜表，片子拍完前没有剧本。', board: '还没有分镜；/status 能看到剧组在忙什么。' } },
}
