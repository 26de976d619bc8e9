import type { BaseInteraction, ChatInputCommandInteraction } from 'discord.js'
import { z } from 'zod'
import { Language } from '../../film/brief.ts'
import { Aspect, Definition } from '../../film/frame-size.ts'
import { Look, looks, Mood } from '../../film/look.ts'
import { amount, searched, text, type Told, whole } from './slash.ts'

const moodNames: Record<Mood, Told> = {
  serene: ['serene', '宁静', '寧靜'], melancholy: ['melancholy', '忧伤', '憂傷'], epic: ['epic', '史诗', '史詩'], tense: ['tense', '紧张', '緊張'],
  joyful: ['joyful', '欢快', '歡快'], mysterious: ['mysterious', '神秘', '神祕'], romantic: ['romantic', '浪漫', '浪漫'], wonder: ['wonder', '奇妙', '奇妙'],
}
const traditional: Record<Look, string> = { 'ink-wash': '水墨', 'pencil': '鉛筆分鏡', 'flat': '扁平插畫', 'noir': '黑色電影', 'gouache': '水粉' }

export const lookChoices = looks.map(({ name, zh }) => ({ value: name, name: [name, zh, traditional[name]] as const }))
export const aspectChoices = Aspect.options.map((value) => ({ value, name: [value, value, value] as const }))
export const languageChoices = [{ value: 'en', name: ['English', '英文', '英文'] as const }, { value: 'zh', name: ['Chinese', '中文', '中文'] as const }]
export const definitionChoices = Definition.options.map((value) => ({ value, name: [value, value, value] as const }))

/** What can be asked of a whole film. */
export const filmTerms = [
  text(['aspect', '画幅', '畫幅'], ['Width to height', '画面宽高比', '畫面寬高比'], { choices: aspectChoices }),
  whole(['seconds', '秒数', '秒數'], ['Wanted length; the text decides where nothing is said', '想要的长度；不填则由内容决定', '想要的長度；不填則由內容決定'], { min_value: 3, max_value: 1800 }),
  text(['look', '风格', '風格'], ['How it looks; what suits the text where nothing is said', '画面风格；不填则按内容来', '畫面風格；不填則按內容來'], { choices: lookChoices }),
  text(['music', '配乐', '配樂'], ['The mood of the score', '配乐的情绪', '配樂的情緒'], { choices: [
    ...Mood.options.map((value) => ({ value, name: moodNames[value] })),
    { value: 'off', name: ['no music', '不要配乐', '不要配樂'] },
  ] }),
  searched(['voice', '旁白', '旁白'], ["The narrator's voice, or off", '旁白的声音，或 off（不要）', '旁白的聲音，或 off（不要）']),
  text(['language', '语言', '語言'], ['The language of the film', '片子的语言', '片子的語言'], { choices: languageChoices }),
  text(['size', '清晰度', '清晰度'], ['Lines of the picture', '画面线数', '畫面線數'], { choices: definitionChoices }),
  amount(['budget', '预算', '預算'], ['US dollars it may cost, where it costs any', '最多花多少美元（要花钱的话）', '最多花多少美元（要花錢的話）']),
]

const names = ['aspect', 'seconds', 'language', 'look', 'size', 'voice', 'music', 'where', 'channel', 'budget'] as const

/** The options as they were given, as words: a modal carries them while somebody pastes the text. */
export const asksFor = (options: ChatInputCommandInteraction['options']): string[] =>
  names.map((name) => String((name === 'channel' ? options.getChannel(name)?.id : options.get(name)?.value) ?? ''))

const Terms = z.object({
  aspect: Aspect.nullable(), seconds: z.coerce.number().int().min(3).max(1800).nullable(), language: Language.nullable(), look: Look.nullable(),
  size: Definition.nullable(), voice: z.string().max(40).nullable(), music: z.union([Mood, z.literal('off')]).nullable(),
  where: z.enum(['thread', 'private', 'here']).nullable(), channel: z.string().nullable(),
  budget: z.coerce.number().min(0).max(1_000_000).nullable(),
})

/** Read back: whoever forges what a modal carries gets a film without it. */
export function termsOf(asked: readonly string[], { guild }: BaseInteraction) {
  const read = Terms.safeParse(Object.fromEntries(names.map((name, index) => [name, asked[index] || null])))
  const { size, channel, ...terms } = read.data ?? Terms.parse(Object.fromEntries(names.map((name) => [name, null])))
  return { ...terms, definition: size, elsewhere: channel === null ? null : guild?.channels.cache.get(channel) ?? null }
}

export const asksForNothing = {
  aspect: null, seconds: null, language: null, look: null, definition: null, voice: null, music: null, where: null, elsewhere: null, budget: null,
} as const
