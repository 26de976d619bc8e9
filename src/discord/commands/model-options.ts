import type { AutocompleteInteraction } from 'discord.js'
import type { Studio } from '../../studio/studio.ts'
import { searched, type Told } from './slash.ts'

/** What people may choose a model for, as options of /settings models. */
export const modelOptions = [
  { option: 'pictures', capability: 'draw', name: ['pictures', '画面', '畫面'], description: ['Which model draws the frames; auto: the operator’s choice', '用哪个模型画画面；auto 为默认', '用哪個模型畫畫面；auto 為預設'] },
  { option: 'clips', capability: 'animate', name: ['clips', '镜头', '鏡頭'], description: ['Which model moves them; auto: the operator’s choice', '用哪个模型让画面动起来；auto 为默认', '用哪個模型讓畫面動起來；auto 為預設'] },
  { option: 'voices', capability: 'speak', name: ['voices', '配音', '配音'], description: ['Which model speaks; auto: the operator’s choice', '用哪个模型配音；auto 为默认', '用哪個模型配音；auto 為預設'] },
  { option: 'music', capability: 'compose', name: ['music', '配乐', '配樂'], description: ['Which model writes the score; auto: the operator’s choice', '用哪个模型配乐；auto 为默认', '用哪個模型配樂；auto 為預設'] },
] as const satisfies readonly { option: string; capability: 'draw' | 'animate' | 'speak' | 'compose'; name: Told; description: Told }[]

export const modelOptionsOf = () => modelOptions.map(({ name, description }) => searched(name, description))

/** The models that the option being typed can take. */
export async function offerModels(interaction: AutocompleteInteraction, studio: Pick<Studio, 'seenIn'>) {
  const { name, value } = interaction.options.getFocused(true)
  const typed = value.trim().toLowerCase()
  const option = modelOptions.find((each) => each.option === name)
  const models = option ? studio.seenIn(interaction.guildId).models(option.capability) : []
  const offered = models.map(({ id, label }) => ({ name: (label === id ? id : `${label} · ${id}`).slice(0, 100), value: id })).filter(({ value }) => value.length <= 100)
  await interaction.respond([...offered, { name: 'auto', value: 'auto' }].filter(({ name }) => name.toLowerCase().includes(typed)).slice(0, 25))
}
