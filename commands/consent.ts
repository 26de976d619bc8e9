import type { ChatInputCommandInteraction, MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js'
import { colours, frame, text as line } from '../src/discord/cards/layout.ts'
import { bareLine } from '../src/discord/cards/safe-text.ts'
import { inLanguage, languageOf } from '../src/discord/commands/language.ts'
import { confirmation, confirms } from '../src/discord/commands/may-use-picture.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { slash, subcommand, text } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { namedPeople } from '../src/safety/real-people.ts'
import type { Command, Desk } from './index.ts'

/** For oneself alone: nobody can agree for another. */
export default {
  data: slash(['consent', '同意', '同意'], ['What you agree to here: to be shown, to answer for your pictures', '你在这里同意什么：出现在片中、为自己的图负责', '你在這裡同意什麼：出現在片中、為自己的圖負責'], [
    subcommand(['give', '出镜', '出鏡'], ['You may be shown in films of this server, until you take it back', '你可以出现在本服务器的片子里，随时可以收回', '你可以出現在本伺服器的片子裡，隨時可以收回'], [
      text(['name', '名字', '名字'], ['What you are called in films', '片子里怎么称呼你', '片子裡怎麼稱呼你'], { min_length: 1, max_length: 60 }),
    ]),
    subcommand(['pictures', '图片', '圖片'], ['Confirm once that you may use the pictures you bring', '确认一次：你有权使用自己发的图片', '確認一次：你有權使用自己發的圖片'], [
      text(['words', '原话', '原話'], [confirmation.en, confirmation.zh, '我有权使用这张图片'], { required: true, max_length: 200 }),
    ]),
    subcommand(['revoke', '收回', '收回'], ['Take it back', '收回同意', '收回同意'], [
      text(['what', '哪一项', '哪一項'], ['Which of the two', '收回哪一项', '收回哪一項'], { required: true, choices: [
        { value: 'likeness', name: ['to be shown', '出镜', '出鏡'] }, { value: 'pictures', name: ['my pictures', '图片', '圖片'] },
      ] }),
    ]),
    subcommand(['show', '查看', '檢視'], ['What you agreed to here', '你在这里同意了什么', '你在這裡同意了什麼']),
  ]),

  async execute(interaction: ChatInputCommandInteraction, { office }: Desk) {
    await acknowledge(interaction)
    const { guildId: guild, user, options } = interaction
    const say = inLanguage(words, interaction)
    switch (options.getSubcommand()) {
      case 'give': {
        const name = bareLine(options.getString('name') ?? user.globalName ?? user.username, 60)
        // nobody becomes somebody famous by saying so
        if (name === '' || namedPeople(name).length > 0) throw new Refusal(say.another)
        await office.giveConsent(guild, user.id, 'likeness', name)
        const { realPeople } = await office.settings(guild)
        return tell(interaction, realPeople === 'refuse' ? `${say.given(name)} ${say.closed}` : say.given(name))
      }
      case 'pictures': {
        const said = options.getString('words', true)
        if (!confirms(said)) throw new Refusal(say.words)
        await office.giveConsent(guild, user.id, 'pictures', said)
        return tell(interaction, say.pictures)
      }
      case 'revoke': return tell(interaction, await office.revokeConsent(guild, user.id, options.getString('what', true) === 'pictures' ? 'pictures' : 'likeness') ? say.revoked : say.none)
      default: {
        const [name, confirmed] = await Promise.all([office.consent(guild, user.id, 'likeness'), office.consent(guild, user.id, 'pictures')])
        return tell(interaction, [name === null ? say.notShown : say.given(name), confirmed === null ? say.notConfirmed : say.confirmed(bareLine(confirmed, 200))].join('\n'))
      }
    }
  },

  /** The button of the question before somebody's first picture. */
  async answer(interaction: ModalSubmitInteraction | MessageComponentInteraction, [what]: string[], { office }: Desk) {
    if (what !== 'pictures' || !interaction.isButton()) return
    await interaction.deferUpdate()
    await office.giveConsent(interaction.guildId, interaction.user.id, 'pictures', confirmation[languageOf(interaction.locale)])
    await interaction.editReply({ components: frame(colours.done, [line(inLanguage(words, interaction).pictures)]).components, allowedMentions: { parse: [] } })
  },
} satisfies Command

const words = {
  en: {
    given: (name: string) => `You may be shown in films of this server, as «${name}». /consent revoke takes it back at any time.`,
    closed: 'For now the server shows no real people at all.', another: 'Choose another name: this one belongs to somebody widely known, or holds no letters.',
    words: `Write it in these words: «${confirmation.en}».`, pictures: 'Noted. Bring your picture now.', revoked: 'Taken back. What was made before is not changed: ask its owner to /delete it, or whoever manages the server.', none: 'There was nothing to take back.',
    notShown: 'You are not shown in films of this server.', notConfirmed: 'You have not confirmed the right to pictures that you bring.', confirmed: (said: string) => `You confirmed: «${said}».`,
  },
  zh: {
    given: (name: string) => `你可以以「${name}」之名出现在本服务器的片子里。随时可用 /consent revoke 收回。`,
    closed: '不过这个服务器目前不允许真实的人出镜。', another: '请换一个名字：这个名字属于知名人物，或者没有文字。',
    words: `请写这句话：「${confirmation.zh}」。`, pictures: '记下了，现在可以发图了。', revoked: '已收回。之前做好的不会变：可以请片主 /delete，或找管理服务器的人。', none: '没有可以收回的。',
    notShown: '你不会出现在本服务器的片子里。', notConfirmed: '你还没有确认过有权使用自己发的图片。', confirmed: (said: string) => `你确认过：「${said}」。`,
  },
}
