import type { APIEmbed } from 'discord.js'
import { messageRules } from '../rules/message-rules.ts'
import { fieldsOf, isFields, type Fields } from '../rules/problems.ts'
import { keepFile } from '../world/files.ts'
import type { AllowedMentions } from '../world/messages.ts'
import type { Channel, Component, File, Message } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { ApiError, refuse } from './api-error.ts'
import type { Call } from './route.ts'

/** What came to be posted or to replace: checked, sizes too, its files kept. Absent fields are undefined. */
export function readMessage(call: Pick<Call, 'world' | 'uploads' | 'body'>, { channel, existing, flags, fileBytes, folder, at = [] }: {
  channel: Channel; existing?: Message | undefined; flags?: number; fileBytes?: number | undefined; folder?: string; at?: readonly string[]
}) {
  const { world, uploads } = call
  const body = fieldsOf(call.body)
  const most = fileBytes ?? fileLimit(world, channel)
  for (const { bytes } of uploads.values()) if (bytes.byteLength > most) throw new ApiError([413, 40005, 'Request entity too large'])
  const retained = retain(body, existing, uploads.size)
  const problems = messageRules(body, {
    fileNames: new Set([...retained.flatMap(({ name, uploadedName }) => [name, uploadedName]), ...[...uploads.values()].map(({ name }) => name)]), uploads: uploads.size, ...flags !== undefined && { flags },
    existing: existing && { flags: existing.flags, content: existing.content, embeds: existing.embeds.length, components: existing.components.length, files: existing.files.length, fileIds: new Set(existing.files.map(({ id }) => id)) },
  })
  refuse(problems.map((problem) => ({ ...problem, path: [...at, ...problem.path] })))
  if (retained.length + uploads.size > 10) throw new ApiError([400, 30015, 'Maximum number of attachments reached (10)'], { violation: true })
  const listed = new Map(list(body['attachments']).map((one) => [Number(one['id']), one]))
  const added = [...uploads].map(([index, upload]) => {
    const about = listed.get(index)
    return keepFile(world, { ...upload, name: text(about?.['filename']) ?? upload.name, description: text(about?.['description']), spoiler: about?.['is_spoiler'] === true }, folder ?? `attachments/${channel.id}`)
  })
  return {
    content: body['content'] === null ? '' : text(body['content']),
    embeds: body['embeds'] === undefined ? undefined : list(body['embeds']) as APIEmbed[], // checked by the rules above
    components: body['components'] === undefined ? undefined : list(body['components']) as Component[], // checked by the rules above
    files: existing && added.length === 0 && body['attachments'] === undefined ? undefined : [...retained, ...added],
    flags: body['flags'] === undefined || body['flags'] === null ? undefined : Number(body['flags']),
    nonce: typeof body['nonce'] === 'string' || typeof body['nonce'] === 'number' ? body['nonce'] : undefined,
    tts: body['tts'] === true,
    allowedMentions: isFields(body['allowed_mentions']) ? body['allowed_mentions'] as AllowedMentions : undefined, // checked by the rules above
  }
}

/** Files that stay: all when `attachments` is absent, else those that it lists. */
function retain(body: Fields, existing: Message | undefined, uploads: number): File[] {
  if (!existing) return []
  if (body['attachments'] === undefined) return existing.files
  const kept = new Map(list(body['attachments']).filter((one) => !(Number(one['id']) < uploads)).map((one) => [String(one['id']), one]))
  return existing.files.filter(({ id }) => kept.has(id)).map((file) => {
    const description = text(kept.get(file.id)?.['description'])
    if (description !== undefined) file.description = description
    return file
  })
}

/** Boost gives a guild more; 10 MiB otherwise. */
export function fileLimit(world: World, channel: Channel) {
  const tier = channel.guildId === undefined ? 0 : world.guilds.get(channel.guildId)?.premiumTier ?? 0
  return Math.max(world.limits.fileBytes, [0, 0, 50, 100][tier] as number * 2 ** 20) // four tiers, four numbers
}

const list = (value: unknown): Fields[] => Array.isArray(value) ? value.map(fieldsOf) : []
const text = (value: unknown) => typeof value === 'string' ? value : undefined
