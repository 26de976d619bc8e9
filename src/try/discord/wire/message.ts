import type { APIEmbed, APIMessage } from 'discord.js'
import type { Id, Message as Seen } from '../interface.ts'
import { attachment, linkTo } from '../world/files.ts'
import type { Component, Message } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { channelOnWire } from './channel.ts'
import { userOnWire } from './guild.ts'

/** A message with links that work now. */
export function messageOnWire(world: World, message: Message, { nested = false } = {}): Seen {
  const author = world.users.get(message.authorId)
  const replied = message.repliesTo?.type === 0 && !nested ? world.messages.get(message.repliesTo.messageId) : undefined
  const thread = message.threadId === undefined ? undefined : world.channels.get(message.threadId)
  const guildId = world.channels.get(message.channelId)?.guildId
  const onWire = {
    id: message.id, channel_id: message.channelId, type: message.type, content: message.content, tts: message.tts, pinned: message.pinnedAt !== undefined,
    author: author && userOnWire(author), timestamp: iso(message.createdAt), edited_timestamp: message.editedAt === undefined ? null : iso(message.editedAt),
    mention_everyone: message.mentionEveryone, mention_roles: message.mentionRoles,
    mentions: message.mentions.flatMap((id) => { const user = world.users.get(id); return user ? [userOnWire(user)] : [] }),
    attachments: message.files.filter(({ id }) => !message.placed.has(id)).map((file) => attachment(world, file, { ephemeral: message.visibleTo !== undefined })),
    embeds: message.embeds.map((embed) => embedWithLinks(world, embed)), components: message.components.map((component) => withLinks(world, component)),
    flags: message.flags,
    ...message.nonce !== undefined && { nonce: message.nonce },
    ...message.webhookId !== undefined && { webhook_id: message.webhookId },
    ...message.authorId === world.bot.id && { application_id: world.applicationId },
    ...message.reactions.size > 0 && { reactions: reactions(world, message) },
    ...message.interactionMetadata && { interaction_metadata: message.interactionMetadata },
    ...message.interactionMetadata && message.interactionName !== undefined && { interaction: { id: message.interactionMetadata.id, type: message.interactionMetadata.type, name: message.interactionName, user: message.interactionMetadata.user } },
    ...message.repliesTo && {
      message_reference: { type: message.repliesTo.type, message_id: message.repliesTo.messageId, channel_id: message.repliesTo.channelId, ...guildId !== undefined && { guild_id: guildId } },
      ...message.repliesTo.type === 0 && !nested && { referenced_message: replied ? messageOnWire(world, replied, { nested: true }) : null },
    },
    ...thread && { thread: channelOnWire(world, thread) },
    ...message.visibleTo !== undefined && { visibleTo: message.visibleTo },
  }
  return onWire as unknown as Seen // the components are the bot's own, checked when they came
}

/** As a bot gets it, which may not be allowed to read what people write. */
export function messageForBot(world: World, message: Message, readsContent: boolean): APIMessage {
  const { visibleTo: _, ...onWire } = messageOnWire(world, message)
  const channel = world.channels.get(message.channelId)
  if (readsContent || message.authorId === world.bot.id || channel?.guildId === undefined || message.mentions.includes(world.bot.id)) return onWire
  return { ...onWire, content: '', embeds: [], attachments: [], components: [] }
}

export const iso = (time: number) => new Date(time).toISOString().replace('Z', '000+00:00')

function reactions(world: World, message: Message) {
  return [...message.reactions].map(([key, users]) => {
    const [name, id] = key.split(':')
    return { emoji: { id: id ?? null, name }, count: users.size, count_details: { burst: 0, normal: users.size }, me: users.has(world.bot.id), me_burst: false, burst_colors: [] }
  })
}

/** `attachment://…` becomes the file's present link. */
function withLinks(world: World, component: Component): Component {
  const shown: Component = { ...component }
  for (const key of ['media', 'file']) if (isMedia(component[key])) shown[key] = mediaOnWire(world, component[key])
  if (Array.isArray(component['items'])) shown['items'] = component['items'].map((item: { media: Media }) => ({ spoiler: false, ...item, media: mediaOnWire(world, item.media) }))
  if (Array.isArray(component['components'])) shown['components'] = component['components'].map((child: Component) => withLinks(world, child))
  if (isComponent(component['accessory'])) shown['accessory'] = withLinks(world, component['accessory'])
  if (component.type === 13 && isMedia(component['file'])) {
    const file = fileOf(world, component['file'])
    if (file) Object.assign(shown, { name: file.name, size: file.bytes.byteLength })
  }
  return shown
}

/** Pictures of embeds may be uploads too. */
function embedWithLinks(world: World, embed: APIEmbed): APIEmbed {
  const shown = { type: 'rich', ...embed }
  for (const key of ['image', 'thumbnail', 'video'] as const) {
    const media = embed[key]
    if (isMedia(media)) shown[key] = mediaOnWire(world, media) as never // what the wire adds differs by kind
  }
  return shown as APIEmbed // `rich` is one of its types
}

type Media = { url: string; attachment_id?: Id }
const isMedia = (value: unknown): value is Media => typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string'
const isComponent = (value: unknown): value is Component => typeof value === 'object' && value !== null && 'type' in value

const fileOf = (world: World, media: Media) => media.attachment_id === undefined ? undefined : world.files.get(media.attachment_id)

function mediaOnWire(world: World, media: Media) {
  const file = fileOf(world, media)
  if (!file) return { ...media, proxy_url: media.url, loading_state: 2, flags: 0 }
  const url = linkTo(world, file)
  return {
    url, proxy_url: url, attachment_id: file.id, content_type: file.contentType, size: file.bytes.byteLength, loading_state: 2, flags: 0,
    ...file.width !== undefined ? { width: file.width, height: file.height } : { width: null, height: null },
  }
}
