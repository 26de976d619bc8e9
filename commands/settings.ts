import { ChannelType, type ChatInputCommandInteraction } from 'discord.js'
import { aspectChoices, definitionChoices, languageChoices, lookChoices } from '../src/discord/commands/film-terms.ts'
import { inLanguage } from '../src/discord/commands/language.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { settingsMessage } from '../src/discord/commands/settings-message.ts'
import { changeOf } from '../src/discord/commands/settings-change.ts'
import { channel, role, slash, subcommand, text, whole, yesNo } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import type { Command, Desk } from './index.ts'

const onOff = (what: 'add' | 'remove') => ({ value: what, name: what === 'add' ? ['add', '加入', '加入'] as const : ['remove', '移除', '移除'] as const })
const unset = { value: 'auto', name: ['leave it open', '不限定', '不限定'] as const }

export default {
  data: slash(['settings', '设置', '設定'], ['How films are made on this server', '这个服务器怎么拍片', '這個伺服器怎麼拍片'], [
    subcommand(['show', '查看', '檢視'], ['Show the settings', '查看设置', '檢視設定']),
    subcommand(['set', '修改', '修改'], ['Change settings; what is left out stays', '修改设置；不填的不变', '修改設定；不填的不變'], [
      text(['language', '语言', '語言'], ['The language the crew announces in', '剧组公告用的语言', '劇組公告用的語言'], { choices: [...languageChoices, unset] }),
      yesNo(['open-notes', '都可提意见', '都可提意見'], ["Everybody in a film's thread may give notes", '子区里的人都可以提意见', '討論串裡的人都可以提意見']),
      yesNo(['private', '私密', '私密'], ['New films begin in private threads', '新片都开在私密子区', '新片都開在私密討論串']),
      text(['aspect', '画幅', '畫幅'], ['Width to height of new films', '新片的宽高比', '新片的寬高比'], { choices: aspectChoices }),
      text(['size', '清晰度', '清晰度'], ['Lines of the picture', '画面线数', '畫面線數'], { choices: definitionChoices }),
      text(['look', '风格', '風格'], ['The look of new films', '新片的画面风格', '新片的畫面風格'], { choices: [...lookChoices, unset] }),
      whole(['candidates', '备选', '備選'], ['Pictures drawn for each shot', '每个镜头画几幅备选', '每個鏡頭畫幾幅備選'], { min_value: 1, max_value: 4 }),
      whole(['max-seconds', '最长秒数', '最長秒數'], ['Longest film', '片子最长多少秒', '片子最長多少秒'], { min_value: 3, max_value: 1800 }),
      whole(['max-films-per-person', '每人片数', '每人片數'], ['Films one person may have in the making', '每人同时可拍几部', '每人同時可拍幾部'], { min_value: 1, max_value: 100 }),
      whole(['max-films', '总片数', '總片數'], ['Films in the making on the whole server', '整个服务器同时可拍几部', '整個伺服器同時可拍幾部'], { min_value: 1, max_value: 1000 }),
    ]),
    subcommand(['channels', '频道', '頻道'], ['Where films may be started; none listed means everywhere', '可以在哪些频道开片；不列则都可以', '可以在哪些頻道開片；不列則都可以'], [
      text(['what', '操作', '操作'], ['Add or remove', '加入或移除', '加入或移除'], { required: true, choices: [onOff('add'), onOff('remove')] }),
      channel(['channel', '频道', '頻道'], ['The channel or forum', '频道或论坛', '頻道或論壇'], [ChannelType.GuildText, ChannelType.GuildForum, ChannelType.GuildAnnouncement], { required: true }),
    ]),
    subcommand(['starters', '开片人', '開片人'], ['Which roles may start films; none listed means everybody', '哪些身份组可以开片；不列则谁都可以', '哪些身分組可以開片；不列則誰都可以'], [
      text(['what', '操作', '操作'], ['Add or remove', '加入或移除', '加入或移除'], { required: true, choices: [onOff('add'), onOff('remove')] }),
      role(['role', '身份组', '身分組'], ['The role', '身份组', '身分組'], { required: true }),
    ]),
    subcommand(['reset', '还原', '還原'], ['Back to how it was at first', '恢复最初的设置', '恢復最初的設定']),
  ], { manage: true, guildOnly: true }),

  async execute(interaction: ChatInputCommandInteraction, { office }: Desk) {
    await acknowledge(interaction)
    const { guildId, options } = interaction
    if (guildId === null) throw new Refusal(inLanguage(words, interaction).noServer)
    const before = await office.settings(guildId)
    const change = changeOf(options.getSubcommand(), interaction, before)
    // Discord lets through whom the server's own overrides let through: their choice.
    const now = Object.keys(change).length === 0 ? before : await office.saveSettings(guildId, change)
    await tell(interaction, settingsMessage(now, interaction))
  },
} satisfies Command

const words = { en: { noServer: 'Settings belong to a server. Use this in one that you manage.' }, zh: { noServer: '设置是服务器的。请在你管理的服务器里用。' } }
