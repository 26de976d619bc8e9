import { type AutocompleteInteraction, ChannelType, type ChatInputCommandInteraction } from 'discord.js'
import { aspectChoices, definitionChoices, languageChoices, lookChoices } from '../src/discord/commands/film-terms.ts'
import { inLanguage } from '../src/discord/commands/language.ts'
import { modelOptionsOf, offerModels } from '../src/discord/commands/model-options.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { settingsMessage } from '../src/discord/commands/settings-message.ts'
import { changeOf } from '../src/discord/commands/settings-change.ts'
import { amount, channel, role, slash, subcommand, text, whole, yesNo } from '../src/discord/commands/slash.ts'
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
      text(['real-people', '真人出镜', '真人出鏡'], ['Whether people of the server may be shown', '服务器里的人能否出现在片中', '伺服器裡的人能否出現在片中'], { choices: [{ value: 'refuse', name: ['never', '不允许', '不允許'] }, { value: 'with-consent', name: ['with their consent', '本人同意即可', '本人同意即可'] }] }),
      yesNo(['confirm-pictures', '图片确认', '圖片確認'], ['Whoever brings a picture confirms once that they may use it', '第一次发图要确认有权使用', '第一次發圖要確認有權使用']),
      text(['aspect', '画幅', '畫幅'], ['Width to height of new films', '新片的宽高比', '新片的寬高比'], { choices: aspectChoices }),
      text(['size', '清晰度', '清晰度'], ['Lines of the picture', '画面线数', '畫面線數'], { choices: definitionChoices }),
      text(['look', '风格', '風格'], ['The look of new films', '新片的画面风格', '新片的畫面風格'], { choices: [...lookChoices, unset] }),
      whole(['candidates', '备选', '備選'], ['Pictures drawn for each shot', '每个镜头画几幅备选', '每個鏡頭畫幾幅備選'], { min_value: 1, max_value: 4 }),
      whole(['max-seconds', '最长秒数', '最長秒數'], ['Longest film', '片子最长多少秒', '片子最長多少秒'], { min_value: 3, max_value: 1800 }),
      whole(['max-films-per-person', '每人片数', '每人片數'], ['Films one person may have in the making', '每人同时可拍几部', '每人同時可拍幾部'], { min_value: 1, max_value: 100 }),
      whole(['max-films', '总片数', '總片數'], ['Films in the making on the whole server', '整个服务器同时可拍几部', '整個伺服器同時可拍幾部'], { min_value: 1, max_value: 1000 }),
    ]),
    subcommand(['models', '模型', '模型'], ['Which model makes what in new films', '新片的画面、镜头、配音、配乐各用哪个模型', '新片的畫面、鏡頭、配音、配樂各用哪個模型'], modelOptionsOf()),
    subcommand(['channels', '频道', '頻道'], ['Where films may be started; none listed means everywhere', '可以在哪些频道开片；不列则都可以', '可以在哪些頻道開片；不列則都可以'], [
      text(['what', '操作', '操作'], ['Add or remove', '加入或移除', '加入或移除'], { required: true, choices: [onOff('add'), onOff('remove')] }),
      channel(['channel', '频道', '頻道'], ['The channel or forum', '频道或论坛', '頻道或論壇'], [ChannelType.GuildText, ChannelType.GuildForum, ChannelType.GuildAnnouncement], { required: true }),
    ]),
    subcommand(['starters', '开片人', '開片人'], ['Which roles may start films; none listed means everybody', '哪些身份组可以开片；不列则谁都可以', '哪些身分組可以開片；不列則誰都可以'], [
      text(['what', '操作', '操作'], ['Add or remove', '加入或移除', '加入或移除'], { required: true, choices: [onOff('add'), onOff('remove')] }),
      role(['role', '身份组', '身分組'], ['The role', '身份组', '身分組'], { required: true }),
    ]),
    subcommand(['money', '花费', '花費'], ['What may be spent, in US dollars; 0 takes a cap away', '可以花多少（美元）；填 0 表示不限', '可以花多少（美元）；填 0 表示不限'], [
      amount(['film', '单部', '單部'], ['For one film, unless its producer sets less', '单部片子（制片可以定得更低）', '單部片子（製片可以定得更低）']),
      amount(['person-day', '每人每天', '每人每天'], ['For one person in a day', '每人每天', '每人每天']),
      amount(['person-month', '每人每月', '每人每月'], ['For one person in a month', '每人每月', '每人每月']),
      amount(['server-day', '服务器每天', '伺服器每天'], ['For the whole server in a day', '整个服务器每天', '整個伺服器每天']),
      amount(['server-month', '服务器每月', '伺服器每月'], ['For the whole server in a month', '整个服务器每月', '整個伺服器每月']),
      amount(['confirm-above', '超过要确认', '超過要確認'], ['What costs more is not begun before somebody says Go', '超过这个数要有人点「开工」', '超過這個數要有人點「開工」']),
      whole(['warn-at', '提醒百分比', '提醒百分比'], ['Per cent of a cap at which it is warned of', '用到上限的百分之几时提醒', '用到上限的百分之幾時提醒'], { min_value: 10, max_value: 100 }),
    ]),
    subcommand(['role-money', '身份组花费', '身分組花費'], ['What each person with a role may spend, in US dollars; 0 and 0 removes it', '有某身份组的每个人可以花多少（美元）；都填 0 则移除', '有某身分組的每個人可以花多少（美元）；都填 0 則移除'], [
      role(['role', '身份组', '身分組'], ['The role', '身份组', '身分組'], { required: true }),
      amount(['day', '每天', '每天'], ['In a day; left out: no cap', '每天；不填则不限', '每天；不填則不限']),
      amount(['month', '每月', '每月'], ['In a month; left out: no cap', '每月；不填则不限', '每月；不填則不限']),
    ]),
    subcommand(['reset', '还原', '還原'], ['Back to how it was at first', '恢复最初的设置', '恢復最初的設定']),
  ], { manage: true, guildOnly: true }),

  async execute(interaction: ChatInputCommandInteraction, { office, studio }: Desk) {
    await acknowledge(interaction)
    const { guildId, options } = interaction
    if (guildId === null) throw new Refusal(inLanguage(words, interaction).noServer)
    const before = await office.settings(guildId)
    const change = changeOf(options.getSubcommand(), interaction, before, studio)
    // Discord lets through whom the server's own overrides let through: their choice.
    const now = Object.keys(change).length === 0 ? before : await office.saveSettings(guildId, change)
    await tell(interaction, settingsMessage(now, interaction))
  },

  autocomplete: (interaction: AutocompleteInteraction, { studio }: Desk) => offerModels(interaction, studio),
} satisfies Command

const words = { en: { noServer: 'Settings belong to a server. Use this in one that you manage.' }, zh: { noServer: '设置是服务器的。请在你管理的服务器里用。' } }
