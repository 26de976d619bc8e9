import { type AutocompleteInteraction, type BaseInteraction, type ChatInputCommandInteraction, type MessageComponentInteraction, type ModalSubmitInteraction, PermissionFlagsBits } from 'discord.js'
import { attached, colours, frame, text } from '../src/discord/cards/layout.ts'
import { safeLine } from '../src/discord/cards/safe-text.ts'
import { inLanguage, languageOf } from '../src/discord/commands/language.ts'
import { Refusal } from '../src/discord/commands/refusal.ts'
import { file, searched, slash, subcommand } from '../src/discord/commands/slash.ts'
import { acknowledge, tell } from '../src/discord/commands/tell.ts'
import { submitted } from '../src/discord/modals/submitted.ts'
import { keepWorkflows } from '../src/discord/workflows/keep-workflows.ts'
import { notYet, problemLines, readWorkflowForm, understood, unusable, workflowForm } from '../src/discord/workflows/workflow-form.ts'
import { workflowWords } from '../src/discord/workflows/workflow-words.ts'
import { Dropped } from '../src/discord/workflows/workflows.ts'
import { ProviderError } from '../src/studio/provider-error.ts'
import type { Command, Desk } from './index.ts'

const nameOption = searched(['name', '名字', '名字'], ['Which workflow', '哪个工作流', '哪個工作流'], { required: true })

/** A workflow that somebody drops becomes a named tool of the server. */
export default {
  data: slash(['workflow', '工作流', '工作流'], ['ComfyUI workflows as tools of this server', '把 ComfyUI 工作流变成服务器的工具', '把 ComfyUI 工作流變成伺服器的工具'], [
    subcommand(['add', '添加', '新增'], ['Drop a workflow: JSON, or a picture or clip that ComfyUI made', '拖进一个工作流：JSON，或 ComfyUI 生成的图片、视频', '拖進一個工作流：JSON，或 ComfyUI 產生的圖片、影片'], [
      file(['file', '文件', '檔案'], ['JSON, PNG, WebP, MP4 … (25 MB at most)', 'JSON、PNG、WebP、MP4……（最大 25 MB）', 'JSON、PNG、WebP、MP4……（最大 25 MB）'], { required: true }),
    ]),
    subcommand(['list', '列表', '列表'], ['The workflows there are', '有哪些工作流', '有哪些工作流']),
    subcommand(['remove', '移除', '移除'], ['Take a workflow away', '移除一个工作流', '移除一個工作流'], [nameOption]),
    subcommand(['export', '导出', '匯出'], ['A workflow as a file to share', '导出成可以分享的文件', '匯出成可以分享的檔案'], [nameOption]),
  ], { guildOnly: true }),

  async execute(interaction: ChatInputCommandInteraction, desk: Desk) {
    await acknowledge(interaction)
    const subcommand = interaction.options.getSubcommand()
    const guild = guildOf(interaction)
    if (subcommand === 'add') return add(interaction, desk)
    const say = inLanguage(workflowWords, interaction)
    const kept = keepWorkflows(desk.office.store)
    if (subcommand === 'list') {
      const lines = (await kept.all(guild)).map(({ tool, person, at }) => `- ${[
        `**${safeLine(tool.name, 80)}**`, say.capabilities[tool.capability], tool.partners.length ? say.credits : '', person ? `<@${person}>` : '', `<t:${Math.floor(at.getTime() / 1000)}:d>`,
      ].filter(Boolean).join(' · ')}`)
      return tell(interaction, lines.length === 0 ? say.none : frame(colours.quiet, [text(say.list, ...lines)]))
    }
    const name = interaction.options.getString('name', true)
    if (subcommand === 'remove') {
      mayManage(interaction)
      if (!await kept.remove(guild, name)) throw new Refusal(say.unknownName(safeLine(name, 80)))
      return tell(interaction, say.removed(safeLine(name, 80)))
    }
    const found = (await kept.all(guild)).find(({ tool }) => tool.name === name)
    if (!found) throw new Refusal(say.unknownName(safeLine(name, 80)))
    const paper = { name: `${name.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '') || 'workflow'}.json`, text: '' }
    return tell(interaction, {
      ...frame(colours.quiet, [text(say.exported(safeLine(name, 80))), attached(paper)]),
      uploads: [{ attachment: Buffer.from(JSON.stringify(found.tool, null, 2)), name: paper.name }],
    })
  },

  async autocomplete(interaction: AutocompleteInteraction, { office }: Desk) {
    const typed = interaction.options.getFocused().toLowerCase()
    const all = interaction.guildId === null ? [] : await keepWorkflows(office.store).all(interaction.guildId)
    await interaction.respond(all.filter(({ tool }) => tool.name.toLowerCase().includes(typed)).slice(0, 25).map(({ tool }) => ({ name: tool.name, value: tool.name })))
  },

  /** The button shows the form; the form, sent, makes the tool. */
  async answer(interaction: ModalSubmitInteraction | MessageComponentInteraction, [, hash = '']: string[], desk: Desk) {
    const language = languageOf(interaction.locale)
    const say = workflowWords[language]
    mayManage(interaction)
    if (interaction.isMessageComponent()) {
      await interaction.showModal(workflowForm(await dropped(hash, desk, language), hash, language))
      return
    }
    await acknowledge(interaction)
    const guild = guildOf(interaction)
    const workflow = await dropped(hash, desk, language)
    const confirmed = readWorkflowForm(submitted(interaction.fields.fields.values()), workflow, language)
    const { tool, problems, unknown } = await reach(desk, language, (workflows) => workflows.make(workflow, confirmed, AbortSignal.timeout(60_000)))
    if (!tool) {
      const lines = unknown.map(({ place, possible }) => say.unknown(safeLine(place, 60), safeLine(possible.join(', '), 300)))
      return tell(interaction, notYet([...lines, ...problemLines(problems, language).map((line) => line.replace(/^- /, ''))], hash, language))
    }
    const outcome = await keepWorkflows(desk.office.store).save(guild, tool, interaction.user.id)
    if (outcome === 'taken') return tell(interaction, notYet([say.taken(safeLine(tool.name, 80))], hash, language))
    return tell(interaction, frame(colours.done, [text(say.kept(safeLine(tool.name, 80), say.capabilities[tool.capability], `comfyui/${tool.name}`), outcome === 'replaced' ? say.replaced : null, tool.partners.length ? say.paid(safeLine(tool.partners.join(', '))) : null)]))
  },
} satisfies Command

async function add(interaction: ChatInputCommandInteraction, desk: Desk) {
  mayManage(interaction)
  const language = languageOf(interaction.locale)
  if (!desk.workflows) throw new Refusal(workflowWords[language].unconfigured)
  const given = interaction.options.getAttachment('file', true)
  const bytes = await desk.fetchAttachment(given, { limit: 25 * 1024 * 1024, language })
  const { dropped, ...told } = await reach(desk, language, (workflows) => workflows.read(bytes, given.name, AbortSignal.timeout(60_000)))
  await tell(interaction, dropped ? understood(dropped, await desk.office.assets.putJson(dropped), told, language) : unusable(given.name, told.problems, language))
}

async function reach<Result>({ workflows }: Desk, language: 'zh' | 'en', ask: (workflows: NonNullable<Desk['workflows']>) => Promise<Result>): Promise<Result> {
  const say = workflowWords[language]
  if (!workflows) throw new Refusal(say.unconfigured)
  try {
    return await ask(workflows)
  } catch (error) {
    if (error instanceof ProviderError || error instanceof Error && error.name === 'TimeoutError') throw new Refusal(say.away, { cause: error })
    throw error
  }
}

async function dropped(hash: string, { office: { assets } }: Desk, language: 'zh' | 'en'): Promise<Dropped> {
  const known = /^[0-9a-f]{64}$/.test(hash) && await assets.has(hash) ? Dropped.safeParse(await assets.readJson(hash)).data : undefined
  if (!known) throw new Refusal(workflowWords[language].gone)
  return known
}

function guildOf(interaction: BaseInteraction): string {
  if (interaction.guildId === null) throw new Refusal(inLanguage(workflowWords, interaction).noServer)
  return interaction.guildId
}

function mayManage(interaction: BaseInteraction) {
  if (!interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) throw new Refusal(inLanguage(workflowWords, interaction).mayNot)
}
