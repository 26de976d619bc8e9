import { createHash } from 'node:crypto'
import type { APIAttachment, APIMessage } from 'discord.js'
import type { Message, MessageFile } from '../cards/message.ts'

/** What a message shows: its words and buttons by hash, its files by what they were made of. `id` is the attachment's, to keep it on an edit. */
export type Shown = { body: string; files: Record<string, { key: string; id?: string }> }

export function shownBy({ components, files }: Message): Shown {
  return {
    body: digest(components),
    files: Object.fromEntries(files.map((file) => [file.name, { key: fileKey(file) }])),
  }
}

/** The same words, buttons and files, whatever the attachments' ids. */
export const showsSame = (one: Shown, other: Shown) => one.body === other.body && digest(keys(one)) === digest(keys(other))

const keys = ({ files }: Shown) => Object.entries(files).map(([name, { key }]) => [name, key]).sort()

/** Files that the message has already and that stay as they are. */
export const keptFiles = (before: Shown | null, after: Shown): string[] =>
  Object.keys(after.files).filter((name) => before?.files[name]?.id !== undefined && before.files[name].key === after.files[name]?.key)

/** With the ids that Discord gave the attachments, found by name; Discord may have changed a name, then the order tells. */
export function withIds(shown: Shown, answer: Pick<APIMessage, 'attachments' | 'components'>): Shown {
  const attachments = answer.attachments.length > 0 ? answer.attachments : inComponents(answer.components)
  const names = Object.keys(shown.files)
  const sameCount = attachments.length === names.length
  return {
    ...shown,
    files: Object.fromEntries(Object.entries(shown.files).map(([name, { key }], index) => {
      const id = (attachments.find(({ filename }) => filename === name) ?? (sameCount ? attachments[index] : undefined))?.id
      return [name, id === undefined ? { key } : { key, id }]
    })),
  }
}

/** Where components show the files, they are where the attachments' ids stand: `{ url, attachment_id }`. */
function inComponents(part: unknown): Pick<APIAttachment, 'id' | 'filename'>[] {
  if (typeof part !== 'object' || part === null) return []
  const { attachment_id: id, url } = part as { attachment_id?: unknown; url?: unknown }
  const own = typeof id === 'string' && typeof url === 'string' ? [{ id, filename: decodeURIComponent(url.replace(/[?#].*/, '').split('/').at(-1) ?? '') }] : []
  return [...own, ...Object.values(part).flatMap(inComponents)]
}

export function readShown(kept: string | null): Shown | null {
  if (kept === null) return null
  try { return JSON.parse(kept) as Shown } catch { return null }
}

const fileKey = ({ name: _name, ...source }: MessageFile) => digest(source)

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)

/**
 * The id that our message's first component carries: by it a message is found again of which we do not know whether it was sent.
 * Discord numbers components from 1 where no id is given, so ours are large.
 */
export const markOf = (nonce: string) => 2 ** 24 + createHash('sha256').update(nonce).digest().readUInt32BE() % (2 ** 31 - 2 ** 24)

export const marked = (components: Message['components'], nonce: string): Message['components'] =>
  components.map((component, index) => (index === 0 ? { ...component, id: markOf(nonce) } : component))
