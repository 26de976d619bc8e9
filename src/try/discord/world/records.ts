import type { APIApplicationCommand, APIEmbed, APIMessageInteractionMetadata, APIUser } from 'discord.js'
import type { Id } from '../interface.ts'

/** What the small Discord remembers. The wire's form of each is made when it is asked for (`../wire/`). */
export type User = APIUser & { locale: string; nitro: number }

export type Role = { id: Id; name: string; permissions: bigint; managed: boolean; position: number; color: number; botId?: Id }
export type Member = { userId: Id; guildId: Id; roles: Set<Id>; joinedAt: number; nick?: string | undefined }

export type Guild = {
  id: Id
  name: string
  ownerId: Id
  premiumTier: 0 | 1 | 2 | 3
  locale: string
  roles: Map<Id, Role>
  members: Map<Id, Member>
  channels: Set<Id>
  threads: Set<Id>
  joinedAt: number
  /** Who is no bot has it, once the bot's permissions have been set apart. */
  peopleRole?: Id
}

export type Overwrite = { id: Id; type: 0 | 1; allow: bigint; deny: bigint }
export type Tag = { id: Id; name: string; moderated: boolean; emoji_id: null; emoji_name: string | null }

export type Channel = {
  id: Id
  type: number
  guildId: Id | undefined
  name: string
  parentId: Id | undefined
  topic: string | null
  overwrites: Overwrite[]
  position: number
  nsfw: boolean
  flags: number
  rateLimitPerUser: number
  tags: Tag[]
  lastMessageId: Id | undefined
  /** In the order they were sent, so ids ascend. */
  messages: Map<Id, Message>
  recipients: Id[]
  thread: Thread | undefined
}

export type Thread = {
  ownerId: Id
  archived: boolean
  locked: boolean
  invitable: boolean
  autoArchive: number
  archivedAt: number
  createdAt: number
  members: Map<Id, number>
  sent: number
  appliedTags: Id[]
}

export type File = { id: Id; name: string; /** As it was uploaded: Discord keeps only plain characters in `name`. */ uploadedName: string; bytes: Uint8Array; contentType: string; width?: number | undefined; height?: number | undefined; description?: string | undefined; spoiler: boolean; folder: string }

export type Component = { type: number; id?: number; [key: string]: unknown }

export type Message = {
  id: Id
  channelId: Id
  authorId: Id
  type: number
  content: string
  embeds: APIEmbed[]
  components: Component[]
  files: File[]
  /** Files that components or embeds show: Discord leaves them out of `attachments`. */
  placed: Set<Id>
  mentions: Id[]
  mentionRoles: Id[]
  mentionEveryone: boolean
  flags: number
  createdAt: number
  editedAt: number | undefined
  nonce: string | number | undefined
  pinnedAt: number | undefined
  tts: boolean
  reactions: Map<string, Set<Id>>
  repliesTo: { messageId: Id; channelId: Id; type: number } | undefined
  interactionMetadata: APIMessageInteractionMetadata | undefined
  /** The command that was used: an old field, which clients show as «… used /film». */
  interactionName: string | undefined
  webhookId: Id | undefined
  threadId: Id | undefined
  /** Ephemeral: who alone sees it. */
  visibleTo: Id | undefined
  /** The interaction's channel and token it was sent with, for the webhook routes. */
  token: string | undefined
}

export type Commands = Map<Id, APIApplicationCommand>
