import type { APIEmbed, APIMessageInteractionMetadata } from 'discord.js'
import type { Id } from '../interface.ts'
import { announce } from './announce.ts'
import { placeFiles } from './place-files.ts'
import type { Channel, Component, File, Message } from './records.ts'
import { wake } from './threads.ts'
import type { World } from './world.ts'

export type Draft = {
  channel: Channel
  authorId: Id
  content?: string | undefined
  embeds?: APIEmbed[] | undefined
  components?: Component[] | undefined
  files?: File[] | undefined
  flags?: number | undefined
  type?: number | undefined
  nonce?: string | number | undefined
  tts?: boolean | undefined
  allowedMentions?: AllowedMentions | undefined
  repliesTo?: Message['repliesTo']
  interactionMetadata?: APIMessageInteractionMetadata | undefined
  interactionName?: string | undefined
  webhookId?: Id | undefined
  visibleTo?: Id | undefined
  token?: string | undefined
  /** The message that opens a thread has the thread's id. */
  id?: Id
}
export type AllowedMentions = { parse?: string[] | undefined; users?: Id[] | undefined; roles?: Id[] | undefined; replied_user?: boolean | undefined }

export function postMessage(world: World, draft: Draft): Message {
  const { channel } = draft
  const placed = placeFiles(world, draft.components ?? [], draft.embeds ?? [], draft.files ?? [])
  const message: Message = {
    id: draft.id ?? world.nextId(), channelId: channel.id, authorId: draft.authorId, type: draft.type ?? (draft.repliesTo?.type === 0 ? 19 : 0),
    content: draft.content ?? '', ...placed, files: draft.files ?? [], ...mentionsOf(world, draft),
    flags: draft.flags ?? 0, createdAt: world.now(), editedAt: undefined, nonce: draft.nonce, pinnedAt: undefined, tts: draft.tts ?? false, reactions: new Map(),
    repliesTo: draft.repliesTo, interactionMetadata: draft.interactionMetadata, interactionName: draft.interactionName, webhookId: draft.webhookId, threadId: undefined, visibleTo: draft.visibleTo, token: draft.token,
  }
  if (message.visibleTo === undefined) wake(world, channel)
  channel.messages.set(message.id, message)
  world.messages.set(message.id, message)
  if (message.visibleTo === undefined) channel.lastMessageId = message.id
  if (channel.thread && message.visibleTo === undefined) {
    channel.thread.sent += 1
    if (!channel.thread.members.has(message.authorId)) {
      channel.thread.members.set(message.authorId, world.now())
      announce.threadMembers(world, channel, [message.authorId], [])
    }
  }
  announce.message(world, message, 'create')
  return message
}

export type Edit = { content?: string | undefined; embeds?: APIEmbed[] | undefined; components?: Component[] | undefined; files?: File[] | undefined; flags?: number | undefined; allowedMentions?: AllowedMentions | undefined }

/** What is not named stays. */
export function editMessage(world: World, message: Message, edit: Edit): Message {
  const files = edit.files ?? message.files
  for (const gone of message.files) if (!files.includes(gone)) world.files.delete(gone.id)
  const placed = placeFiles(world, edit.components ?? message.components, edit.embeds ?? message.embeds, files)
  Object.assign(message, {
    ...placed, files, editedAt: world.now(), flags: edit.flags ?? message.flags,
    ...edit.content !== undefined && { content: edit.content, ...mentionsOf(world, { content: edit.content, components: placed.components, allowedMentions: edit.allowedMentions }) },
  })
  announce.message(world, message, 'update')
  return message
}

export function removeMessage(world: World, message: Message) {
  forget(world, message)
  announce.messageDelete(world, message)
}

export function forget(world: World, message: Message) {
  world.messages.delete(message.id)
  const channel = world.channels.get(message.channelId)
  channel?.messages.delete(message.id)
  if (channel?.lastMessageId === message.id && channel.messages.size === 0) channel.lastMessageId = undefined
  for (const file of message.files) world.files.delete(file.id)
}

/** Whom the text pings: named in it and allowed. */
function mentionsOf(world: World, { content = '', components = [], allowedMentions, repliesTo }: Pick<Draft, 'content' | 'components' | 'allowedMentions' | 'repliesTo'>) {
  const text = [content, ...texts(components)].join('\n')
  const allowed = (kind: 'users' | 'roles', id: Id) => !allowedMentions || allowedMentions.parse?.includes(kind) === true || allowedMentions[kind]?.includes(id) === true
  const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))]
  const users = named(/<@!?(\d+)>/g).filter((id) => world.users.has(id) && allowed('users', id))
  const replied = repliesTo?.type === 0 ? world.messages.get(repliesTo.messageId)?.authorId : undefined
  const pingsReplied = replied !== undefined && (allowedMentions ? allowedMentions.replied_user === true : true)
  return {
    mentions: pingsReplied && !users.includes(replied) ? [...users, replied] : users,
    mentionRoles: named(/<@&(\d+)>/g).filter((id) => allowed('roles', id)),
    mentionEveryone: /@(everyone|here)\b/.test(text) && (!allowedMentions || allowedMentions.parse?.includes('everyone') === true),
  }
}

function texts(components: readonly Component[]): string[] {
  return components.flatMap((component) => [
    ...component.type === 10 && typeof component['content'] === 'string' ? [component['content']] : [],
    ...Array.isArray(component['components']) ? texts(component['components']) : [],
  ])
}
