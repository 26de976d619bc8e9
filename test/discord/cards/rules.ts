import { ComponentType } from 'discord.js'
import { expect } from 'vitest'
import type { Message } from '../../../src/discord/cards/message.ts'
import { decodePress, type Press } from '../../../src/discord/custom-id.ts'
import { messageRules } from '../../../src/try/discord/rules/message-rules.ts'

type Node = { type: number; content?: string; label?: string; custom_id?: string; style?: number; disabled?: boolean; emoji?: { name: string }; options?: { label: string; value: string }[]; components?: Node[]; media?: { url: string }; items?: { media: { url: string } }[]; file?: { url: string } }

/** What Discord would say of it, by the small Discord's rules; and that every button of ours can be read back. */
export function expectAccepted(message: Message) {
  const names = message.files.map(({ name }) => name)
  const body = {
    components: message.components, flags: message.flags, allowed_mentions: message.allowed_mentions,
    attachments: message.files.map(({ name, description }, index) => ({ id: String(index), filename: name, ...(description ? { description } : {}) })),
  }
  expect(messageRules(body, { fileNames: new Set(names), uploads: names.length, flags: 1 << 6 | 1 << 15 })).toEqual([])
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeLessThanOrEqual(10)
  for (const name of names) expect(name).toMatch(/^[\w-][\w.-]{0,99}$/)
  const shown = all(message).flatMap(({ items, file }) => [...(items ?? []).map(({ media }) => media.url), ...(file ? [file.url] : [])])
  expect(shown.sort()).toEqual(names.map((name) => `attachment://${name}`).sort())
  for (const { custom_id } of all(message)) if (custom_id !== undefined) expect(decodePress(custom_id), custom_id).not.toBeNull()
}

export const all = ({ components }: Pick<Message, 'components'>): Node[] => {
  const walk = (nodes: Node[]): Node[] => nodes.flatMap((node) => [node, ...walk(node.components ?? [])])
  // the wire's union is narrower than what is looked at here
  return walk(components as unknown as Node[])
}

export const texts = (message: Message) => all(message).flatMap(({ type, content }) => type === ComponentType.TextDisplay && content ? [content] : [])
export const said = (message: Message) => texts(message).join('\n')

/** Rows of buttons as a person sees them: `✅ Circle`. */
export const rows = (message: Message) => all(message).flatMap(({ type, components }) => type === ComponentType.ActionRow
  ? [(components ?? []).map(({ emoji, label, options }) => options ? `[${options.length}]` : [emoji?.name.replace('\ufe0f', ''), label].filter(Boolean).join(' ')).join(' | ')] : [])

export const presses = (message: Message): Press[] => all(message).flatMap(({ custom_id }) => custom_id === undefined ? [] : decodePress(custom_id) ?? [])
export const press = (message: Message, label: string): Press | null => {
  const found = all(message).find((node) => node.custom_id !== undefined && [node.emoji?.name.replace('\ufe0f', ''), node.label].filter(Boolean).join(' ') === label)
  return found?.custom_id === undefined ? null : decodePress(found.custom_id)
}
