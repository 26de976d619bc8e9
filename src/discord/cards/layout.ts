import {
  type APIActionRowComponent, type APIButtonComponentWithCustomId, type APIComponentInContainer, type APIComponentInMessageActionRow, type APISelectMenuOption, ButtonStyle,
  ComponentType, MessageFlags,
} from 'discord.js'
import { encodePress, type Press } from '../custom-id.ts'
import type { Message, MessageFile } from './message.ts'
import { bareLine, clip } from './safe-text.ts'

/** One message in one frame. Discord counts the characters of all its texts together: 4000. */
export function frame(accent: number, parts: readonly (APIComponentInContainer | null)[], files: MessageFile[] = [], { onlyFor = 'all' }: { onlyFor?: 'all' | 'one' } = {}): Message {
  let room = 4000
  const components = parts.flatMap((part) => {
    if (part?.type !== ComponentType.TextDisplay) return part ?? []
    const content = clip(part.content, room)
    room -= content.length
    return content.trim() === '' ? [] : { ...part, content }
  })
  return {
    flags: MessageFlags.IsComponentsV2 | (onlyFor === 'one' ? MessageFlags.Ephemeral : 0),
    components: [{ type: ComponentType.Container, accent_color: accent, components: components.length > 0 ? components : [{ type: ComponentType.TextDisplay, content: '…' }] }],
    allowed_mentions: { parse: [] },
    files: files.map(described),
  }
}

/** Alt text is at most 1024 characters, and none where there is nothing to say. */
function described({ description, ...file }: MessageFile): MessageFile {
  const said = bareLine(description ?? '', 1000)
  return said === '' ? file : { ...file, description: said }
}

export const colours = { writing: 0x8a8172, asking: 0xd9a441, working: 0x4f7ca8, take: 0x7d6bb0, done: 0x4c8f5e, trouble: 0xb5432f, quiet: 0x6b6b6b }

/** Lines that say nothing are left out. */
export const text = (...lines: (string | null | undefined)[]): APIComponentInContainer | null => {
  const content = lines.filter(Boolean).join('\n')
  return content === '' ? null : { type: ComponentType.TextDisplay, content }
}

export const rule = (): APIComponentInContainer => ({ type: ComponentType.Separator, divider: true, spacing: 1 })

/** Pictures and clips; Discord shows at most ten. */
export const gallery = (files: readonly MessageFile[]): APIComponentInContainer | null => files.length === 0 ? null : {
  type: ComponentType.MediaGallery,
  items: files.slice(0, 10).map(described).map(({ name, description }) => ({ media: { url: `attachment://${name}` }, ...(description ? { description } : {}) })),
}

export const attached = ({ name }: MessageFile): APIComponentInContainer => ({ type: ComponentType.File, file: { url: `attachment://${name}` } })

type Button = { label?: string; emoji?: string; style?: 'primary' | 'secondary' | 'success' | 'danger'; price?: number | null | undefined; disabled?: boolean }

export const button = (press: Press, { label, emoji, style = 'secondary', price, disabled = false }: Button): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  custom_id: encodePress(press),
  style: { primary: ButtonStyle.Primary, secondary: ButtonStyle.Secondary, success: ButtonStyle.Success, danger: ButtonStyle.Danger }[style] as APIButtonComponentWithCustomId['style'],
  ...(emoji ? { emoji: { name: emoji } } : {}),
  ...(label || !emoji || money(price) !== null ? { label: bareLine([label, money(price)].filter(Boolean).join(' · '), 80) || '…' } : {}),
  ...(disabled ? { disabled } : {}),
})

export const row = (...components: (APIComponentInMessageActionRow | null)[]): APIActionRowComponent<APIComponentInMessageActionRow> | null => {
  const kept = components.filter((component) => component !== null).slice(0, 5)
  return kept.length === 0 ? null : { type: ComponentType.ActionRow, components: kept }
}

/** A select has a row to itself. */
export const select = (press: Press, placeholder: string, options: readonly APISelectMenuOption[]) => row({
  type: ComponentType.StringSelect,
  custom_id: encodePress(press),
  placeholder: bareLine(placeholder, 150),
  options: options.slice(0, 25).map(({ label, description, ...rest }) => ({
    ...rest, label: bareLine(label, 100) || '…', ...(description && bareLine(description, 100) ? { description: bareLine(description, 100) } : {}),
  })),
})

/** What costs says so; what costs less than a cent says that, and what nobody knows the price of is not called free. */
export const money = (price: number | null | undefined): string | null =>
  price === null ? '$?' : price === undefined || !(price > 0) ? null : price < 0.01 ? '<$0.01' : `$${price.toFixed(2)}`
