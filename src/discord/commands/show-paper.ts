import type { AttachmentPayload, ChatInputCommandInteraction } from 'discord.js'
import type { Desk } from '../../../commands/index.ts'
import { moveName } from '../../reading/parse-move.ts'
import { Script } from '../../film/script.ts'
import { shotSizes } from '../../film/shot-size.ts'
import { Storyboard } from '../../film/storyboard.ts'
import { scriptMarkdown } from '../../reading/script-markdown.ts'
import { storyboardMarkdown } from '../../reading/storyboard-markdown.ts'
import { attached, colours, frame, gallery, text } from '../cards/layout.ts'
import type { MessageFile } from '../cards/message.ts'
import { clip, safeLine } from '../cards/safe-text.ts'
import { discordWords } from '../words.ts'
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
  const { written, seen } = papers[slot](await desk.office.assets.readJson(json.hash))
  const place = await desk.office.posted(production.id, slot)
  const sheets = slot === 'board' ? await sheetsOf(production.id, desk, interaction.attachmentSizeLimit) : []
  const paper: MessageFile = { name: slot === 'board' ? 'storyboard.md' : 'script.md', text: written }
  const shown: MessageFile[] = sheets.map(({ name = '' }) => ({ name, text: '' }))
  const { components } = frame(colours.writing, [
    text(`**${safeLine(card.title, 200)}**${place ? ` · [${say.message}](${place})` : ''}`),
    gallery(shown),
    sheets.length > 0 ? null : text(clip(seen.join('\n'), 3000)),
    attached(paper),
  ])
  await tell(interaction, { components, uploads: [...sheets, { attachment: Buffer.from(written), name: paper.name }] })
}

const papers = {
  script(json: unknown): Paper {
    const script = Script.parse(json)
    const acts = script.acts.flatMap(({ title, place, beats }) => [
      `**${safeLine(title, 120)}**${place ? ` · ${safeLine(place, 120)}` : ''}`,
      ...beats.map(({ action, line }) => line ? `${line.speaker ? `**${safeLine(line.speaker, 60)}** ` : ''}${safeLine(line.text, 400)}` : `-# ${safeLine(action, 300)}`),
    ])
    return { written: scriptMarkdown(script), seen: [`-# ${safeLine(script.logline, 400)}`, ...acts] }
  },
  board(json: unknown): Paper {
    const board = Storyboard.parse(json)
    const named = <Item extends { name: string; en: string; zh: string }>(list: readonly Item[], name: string) => list.find((item) => item.name === name)?.[board.language] ?? name
    return {
      written: storyboardMarkdown(board),
      seen: board.shots.flatMap(({ number, size, move, frames, scene, picture, written }) => [
        `**${number}** · ${safeLine(written.size ?? named(shotSizes, size), 40)} · ${safeLine(written.move ?? moveName(move, board.language), 40)} · ${discordWords[board.language].seconds(String(Number((frames / board.fps).toFixed(1))))}`,
        `-# ${safeLine([scene, picture].filter(Boolean).join(' / '), 160)}`,
      ]),
    }
  },
}

/** The whole of it for a file, and its lines as they are read in a message. */
type Paper = { written: string; seen: string[] }

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
  en: { message: 'its message', notYet: { script: 'There is no script yet; /status says what the crew is at. A finished storyboard table has none before the film is done.', board: 'There is no storyboard yet; /status says what the crew is at.' } },
  zh: { message: '看消息', notYet: { script: '还没有剧本；/status 能看到剧组在忙什么。直接带来的分镜表，片子拍完前没有剧本。', board: '还没有分镜；/status 能看到剧组在忙什么。' } },
}
