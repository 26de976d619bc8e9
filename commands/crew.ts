import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import { inLanguage } from '../src/discord/commands/language.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { mentionable, slash, subcommand, text, user } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { filmOption, need, offerFilms, thisFilm, type ThisFilm } from '../src/discord/commands/this-film.ts'
import { colours, frame, text as textDisplay } from '../src/discord/cards/layout.ts'
import { safeLine } from '../src/discord/cards/safe-text.ts'
import type { Production } from '../src/discord/office.ts'
import { CrewRole, type CrewPlace } from '../src/production/rights.ts'
import type { Command, Desk } from './index.ts'

const roleChoices = [
  { value: 'producer', name: ['producer: everything but deleting the film', '制片：除删除片子外都可以', '製片：除刪除片子外都可以'] as const },
  { value: 'director', name: ['director: ideas, script, greenlight, shots, cut', '导演：创意、剧本、开拍、镜头、剪辑', '導演：創意、劇本、開拍、鏡頭、剪輯'] as const },
  { value: 'editor', name: ['editor: shots and cut', '剪辑：镜头和剪辑', '剪輯：鏡頭和剪輯'] as const },
]

export default {
  data: slash(['crew', '剧组', '劇組'], ['Who may decide what in a film', '谁在片子里能定什么', '誰在片子裡能定什麼'], [
    subcommand(['show', '查看', '檢視'], ['Show the crew', '看剧组', '看劇組'], [filmOption]),
    subcommand(['add', '加入', '加入'], ['Give a place in the crew to a person or a role', '让某人或某个身份组加入剧组', '讓某人或某個身分組加入劇組'], [
      mentionable(['who', '谁', '誰'], ['A person, or everybody with a role', '某人，或有某身份组的所有人', '某人，或有某身分組的所有人'], { required: true }),
      text(['place', '职位', '職位'], ['What they may decide', '能定什么', '能定什麼'], { required: true, choices: roleChoices }),
      filmOption,
    ]),
    subcommand(['remove', '移出', '移出'], ['Take a person or a role out of the crew', '把某人或某个身份组移出剧组', '把某人或某個身分組移出劇組'], [
      mentionable(['who', '谁', '誰'], ['A person or a role', '某人或某身份组', '某人或某身分組'], { required: true }), filmOption,
    ]),
    subcommand(['owner', '转交', '轉交'], ['Hand the film over to somebody else', '把片子转交给别人', '把片子轉交給別人'], [
      user(['to', '给', '給'], ['The new owner', '新的发起人', '新的發起人'], { required: true }), filmOption,
    ]),
  ]),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    await acknowledge(interaction)
    const film = await thisFilm(interaction, desk)
    const what = interaction.options.getSubcommand()
    if (what !== 'show') need('crew', film, interaction)
    const changed = await changes[what]?.(interaction, film, desk) ?? film.production
    await tell(interaction, crewMessage(changed, interaction))
  },

  autocomplete: (interaction: AutocompleteInteraction, desk: Desk) => offerFilms(interaction, desk),
} satisfies Command

const changes: Record<string, (interaction: ChatInputCommandInteraction, film: ThisFilm, desk: Desk) => Promise<Production>> = {
  async add(interaction, { production }, { office }) {
    const { id, kind } = whoOf(interaction)
    const place: CrewPlace = { role: CrewRole.parse(interaction.options.getString('place', true)), kind, id }
    // One place each: the newer holds.
    const crew = [...production.crew.filter((each) => each.id !== id), place]
    if (crew.length > mostPlaces) throw new Refusal(inLanguage(words, interaction).full(mostPlaces))
    await office.setCrew(production.id, crew)
    return { ...production, crew }
  },
  async remove(interaction, { production }, { office }) {
    const { id } = whoOf(interaction)
    const crew = production.crew.filter((each) => each.id !== id)
    if (crew.length === production.crew.length) throw new Refusal(inLanguage(words, interaction).notIn)
    await office.setCrew(production.id, crew)
    return { ...production, crew }
  },
  async owner(interaction, { production }, { office }) {
    const say = inLanguage(words, interaction)
    const to = interaction.options.getUser('to', true)
    if (production.owner !== interaction.user.id) throw new Refusal(say.onlyOwner(production.owner))
    if (to.bot) throw new Refusal(say.bot)
    // who hands a film over goes on producing it, unless the new owner decides otherwise
    const crew: CrewPlace[] = [...production.crew.filter(({ id }) => id !== to.id && id !== production.owner), { role: 'producer', kind: 'user', id: production.owner }]
    await office.setOwner(production.id, to.id, crew)
    return { ...production, owner: to.id, crew }
  },
}

const mostPlaces = 50

function whoOf(interaction: ChatInputCommandInteraction): { id: string; kind: CrewPlace['kind'] } {
  const who = interaction.options.getMentionable('who', true)
  const person = interaction.options.resolved?.users?.has('id' in who ? who.id : '') ?? false
  const id = 'id' in who ? who.id : ''
  const say = inLanguage(words, interaction)
  if (person && interaction.options.resolved?.users?.get(id)?.bot) throw new Refusal(say.bot)
  // a film in a direct message has no roles, and nobody else is there
  if (interaction.guildId === null) throw new Refusal(say.alone)
  return { id, kind: person ? 'user' : 'role' }
}

function crewMessage({ title, owner, crew }: Production, interaction: ChatInputCommandInteraction) {
  const say = inLanguage(words, interaction)
  const places = CrewRole.options.map((role) => {
    const names = crew.filter((place) => place.role === role).map(({ kind, id }) => kind === 'user' ? `<@${id}>` : `<@&${id}>`)
    return names.length > 0 ? `**${say.roles[role]}** ${names.join(' ')}` : null
  })
  return frame(colours.quiet, [textDisplay(`**${safeLine(title, 120)}**`, `**${say.owner}** <@${owner}>`, ...places, crew.length === 0 ? `-# ${say.nobody}` : null)])
}

const words = {
  en: {
    owner: 'Owner', roles: { producer: 'Producer', director: 'Director', editor: 'Editor' },
    nobody: 'Nobody else yet. /crew add gives somebody a place.', notIn: 'They have no place in this crew, so nothing was changed. /crew show lists who has.',
    onlyOwner: (owner: string) => `Only its owner, <@${owner}>, can hand the film over.`, bot: 'A bot cannot be in the crew. Choose a person.',
    alone: 'A film in a direct message has nobody else in it. Start it in a server to work together.', full: (most: number) => `A crew has at most ${most} places. Give one to a role instead of to each person.`,
  },
  zh: {
    owner: '发起人', roles: { producer: '制片', director: '导演', editor: '剪辑' },
    nobody: '还没有别人。用 /crew add 让人加入。', notIn: '对方不在剧组里，什么都没改。/crew show 能看到有谁。',
    onlyOwner: (owner: string) => `只有发起人 <@${owner}> 能转交这部片子。`, bot: '机器人不能进剧组，请选一个人。',
    alone: '私信里的片子没有别人。想一起拍，请在服务器里开片。', full: (most: number) => `剧组最多 ${most} 个位置。可以给一个身份组，而不是一个个加人。`,
  },
}
