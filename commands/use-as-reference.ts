import { ComponentType, type MessageComponentInteraction, type MessageContextMenuCommandInteraction, type ModalSubmitInteraction } from 'discord.js'
import { bareLine } from '../src/discord/cards/safe-text.ts'
import { colours, frame, text } from '../src/discord/cards/layout.ts'
import { commandId } from '../src/discord/commands/command-id.ts'
import { keepPicture } from '../src/discord/commands/keep-picture.ts'
import { inLanguage, languageOf } from '../src/discord/commands/language.ts'
import { replyOf, speakerOf } from '../src/discord/commands/person-of.ts'
import { pictureOf } from '../src/discord/commands/picture-of.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { onMessage } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmHere, need } from '../src/discord/commands/this-film.ts'
import { shotSizes } from '../src/film/shot-size.ts'
import type { ShotRecord } from '../src/production/shot-record.ts'
import type { Command, Desk } from './index.ts'

/** A picture from the film's thread becomes a shot's frame. Which shot is asked: a message's menu takes no options. */
export default {
  data: onMessage(['Use as reference', '用作参考图', '用作參考圖']),

  async execute(interaction: MessageContextMenuCommandInteraction, desk: Desk) {
    await acknowledge(interaction)
    const say = inLanguage(words, interaction)
    const film = await filmHere(interaction, desk)
    need('shots', film, interaction)
    const shots = await desk.office.shots(film.production.id)
    if (shots.length === 0) throw new Refusal(say.noShots)
    const picture = await keepPicture(pictureOf(interaction), desk, interaction)
    const said = [Buffer.from(picture.hash, 'hex').toString('base64url'), String(picture.width), String(picture.height)]
    await tell(interaction, frame(colours.asking, [text(say.which), ...selects(shots, said, languageOf(interaction.locale)), text(shots.length > 125 ? `-# ${say.more}` : null)]))
  },

  async answer(interaction: ModalSubmitInteraction | MessageComponentInteraction, [digest = '', width, height]: string[], desk: Desk) {
    if (!interaction.isStringSelectMenu()) return
    await interaction.deferUpdate()
    const say = inLanguage(words, interaction)
    const film = await filmHere(interaction, desk)
    need('shots', film, interaction)
    const hash = Buffer.from(digest, 'base64url').toString('hex')
    const shot = interaction.values[0] ?? ''
    // The custom_id came back from a person's machine: what it names must be here, and be a picture's size.
    if (!/^[0-9a-f]{64}$/.test(hash) || !await desk.office.assets.has(hash) || !isSize(width) || !isSize(height)) throw new Refusal(say.gone)
    const brought = { kind: 'brought', shot, picture: hash, width: Number(width), height: Number(height) }
    await desk.office.send(film.production.id, `i:${interaction.id}`, brought, { by: speakerOf(interaction, film.rights), reply: replyOf(interaction) })
    const place = await desk.office.posted(film.production.id, `shot:${shot}`)
    await interaction.editReply({ components: frame(colours.done, [text(`${say.done(shot)}${place ? ` ${place}` : ''}`)]).components, allowedMentions: { parse: [] } })
  },
} satisfies Command

const isSize = (value: string | undefined) => value !== undefined && /^[1-9]\d{0,4}$/.test(value)

/** Twenty-five to a select, five selects to a message. */
function selects(shots: readonly ShotRecord[], said: string[], language: 'en' | 'zh') {
  return [0, 1, 2, 3, 4].flatMap((page) => {
    const some = shots.slice(page * 25, page * 25 + 25)
    return some.length === 0 ? [] : [{
      type: ComponentType.ActionRow as const,
      components: [{
        type: ComponentType.StringSelect as const, custom_id: commandId('Use as reference', ...said, String(page)), placeholder: `${some[0]?.number} – ${some.at(-1)?.number}`,
        options: some.map(({ number, told }) => ({
          value: number, label: bareLine([number, shotSizes.find(({ name }) => name === told?.size)?.[language]].filter(Boolean).join(' · '), 100),
          ...(told?.scene ? { description: bareLine(told.scene, 100) } : {}),
        })),
      }],
    }]
  })
}

const words = {
  en: {
    which: 'Which shot is this picture for? It becomes the frame of that shot.', more: 'Only the first 125 shots fit here; for later ones, use 🔀 Remix at the shot and upload the picture there.',
    noShots: 'This film has no storyboard yet; shots come with it. With /film you can bring pictures for the first shots at once.',
    gone: 'This picture is not here any more. Use the command on its message once more.', done: (shot: string) => `It is the frame of shot ${shot} now.`,
  },
  zh: {
    which: '这张图用在哪个镜头？它会直接成为那个镜头的画面。', more: '这里只放得下前 125 个镜头；后面的请在镜头上点 🔀 上传图片。',
    noShots: '这部片子还没有分镜；有了分镜才有镜头。用 /film 可以一开始就给前几个镜头带图。',
    gone: '这张图已经不在了，请在那条消息上再用一次。', done: (shot: string) => `它现在是镜头 ${shot} 的画面了。`,
  },
}
