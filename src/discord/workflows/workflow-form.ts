import { type APIModalInteractionResponseCallbackData, ButtonStyle, ComponentType } from 'discord.js'
import type { Language } from '../../film/brief.ts'
import { placeOf } from '../../studio/comfyui/bind/rebind.ts'
import { sayProblem, type Problem } from '../../studio/comfyui/problem.ts'
import { type Binding, type Role, Tool, ToolCapability } from '../../studio/comfyui/tool.ts'
import { colours, frame, row, text } from '../cards/layout.ts'
import type { Message } from '../cards/message.ts'
import { safeLine } from '../cards/safe-text.ts'
import { commandId } from '../commands/command-id.ts'
import { Refusal } from '../commands/refusal.ts'
import { field, input } from '../modals/modal-form.ts'
import type { Submitted } from '../modals/submitted.ts'
import { workflowWords } from './workflow-words.ts'
import type { Confirmed, Dropped } from './workflows.ts'

/** What was understood, with a button that opens the form. */
export function understood({ from, binding, capability }: Dropped, hash: string, { problems, partners }: { problems: readonly Problem[]; partners: readonly string[] }, language: Language): Message {
  const say = workflowWords[language]
  const bound = Object.entries(binding.inputs).map(([role, slots]) => `- ${say.roles[role as Role] ?? role} → \`${slots.map(placeOf).join(', ').replaceAll('`', '')}\``)
  return frame(colours.asking, [
    text(say.read(safeLine(from, 100)), capability && `- ${say.capability} → ${say.capabilities[capability]}`, ...bound),
    text(...problemLines(problems, language)),
    text(partners.length ? say.paid(safeLine(partners.join(', '), 300)) : null),
    again(hash, language),
  ])
}

export function unusable(file: string, problems: readonly Problem[], language: Language): Message {
  const say = workflowWords[language]
  return frame(colours.trouble, [text(say.unusable(safeLine(file, 100)), ...problemLines(problems, language)), text(say.fixable)])
}

/** What was wrong in the form, which can be opened again. */
export const notYet = (lines: readonly string[], hash: string, language: Language): Message =>
  frame(colours.trouble, [text(workflowWords[language].notYet, ...lines.map((line) => `- ${line}`)), again(hash, language)])

export function problemLines(problems: readonly Problem[], language: Language): string[] {
  const lines = [...new Set(problems.map((problem) => `- ${safeLine(sayProblem(problem, language), 300)}`))]
  return lines.length > 12 ? [...lines.slice(0, 11), `- ${workflowWords[language].more(lines.length - 11)}`] : lines
}

const again = (hash: string, language: Language) =>
  row({ type: ComponentType.Button as const, custom_id: commandId('workflow', 'name', hash), style: ButtonStyle.Primary as const, label: workflowWords[language].confirm })

/** The roles that a person confirms; the others are as they were understood. */
const asked = ({ inputs }: Binding): Role[] => ['prompt', inputs.image || !inputs.video ? 'image' : 'video', 'seed']

export function workflowForm(dropped: Dropped, hash: string, language: Language): APIModalInteractionResponseCallbackData {
  const say = workflowWords[language]
  const { name, capability, binding } = dropped
  return {
    custom_id: commandId('workflow', 'keep', hash), title: say.title,
    components: [
      field(say.name, input('name', { value: name, required: true, most: 60 })),
      field(say.capability, {
        type: ComponentType.StringSelect, custom_id: 'capability', required: true, min_values: 1, max_values: 1,
        options: ToolCapability.options.map((value) => ({ value, label: say.capabilities[value], ...(value === capability ? { default: true } : {}) })),
      }),
      ...asked(binding).map((role) => field(say.goes(role), input(role, { value: binding.inputs[role]?.map(placeOf).join(', ') ?? '', placeholder: say.goesWhere, most: 400 }), say.goesHint)),
    ],
  }
}

export function readWorkflowForm(values: Submitted, { binding }: Dropped, language: Language): Confirmed {
  const name = Tool.shape.name.safeParse(values['name']?.[0]?.normalize('NFC').trim())
  const capability = ToolCapability.safeParse(values['capability']?.[0])
  if (!name.success || !capability.success) throw new Refusal(workflowWords[language].badName)
  return { name: name.data, capability: capability.data, places: Object.fromEntries(asked(binding).map((role) => [role, values[role]?.[0] ?? ''])) }
}
