import {
  type APIComponentInLabel, type APIModalInteractionResponseCallbackComponent, type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle,
} from 'discord.js'
import { bareLine, clip } from '../cards/safe-text.ts'
import { encodePress, type Press } from '../custom-id.ts'

/** A modal of at most five fields. Submitted, it comes back under the same custom_id. */
export const modal = (press: Press, title: string, ...components: APIModalInteractionResponseCallbackComponent[]): APIModalInteractionResponseCallbackData =>
  ({ custom_id: encodePress(press), title: bareLine(title, 45) || '…', components: components.slice(0, 5) })

export const field = (label: string, component: APIComponentInLabel, description?: string): APIModalInteractionResponseCallbackComponent =>
  ({ type: ComponentType.Label, label: bareLine(label, 45), ...(description ? { description: bareLine(description, 100) } : {}), component })

type Input = { value?: string; long?: boolean; required?: boolean; placeholder?: string; most?: number }

/** Discord takes no empty value: a field without one is left empty. */
export const input = (id: string, { value, long = false, required = false, placeholder, most = 4000 }: Input): APIComponentInLabel => ({
  type: ComponentType.TextInput,
  custom_id: id,
  style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
  required,
  max_length: most,
  ...(value?.trim() ? { value: clip(value.toWellFormed(), most) } : {}),
  ...(placeholder ? { placeholder: bareLine(placeholder, 100) } : {}),
})

export const pictureUpload = (id: string): APIComponentInLabel => ({ type: ComponentType.FileUpload, custom_id: id, required: false, min_values: 0, max_values: 1 })

export const words = (content: string): APIModalInteractionResponseCallbackComponent => ({ type: ComponentType.TextDisplay, content: clip(content, 1000) })
