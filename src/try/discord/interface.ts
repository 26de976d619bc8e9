import type {
  APIApplicationCommand, APIChannel, APIGuild, APIInteraction, APIMessage, APIMessageTopLevelComponent, APIModalInteractionResponseCallbackData, APIUser,
  ChannelType, InteractionResponseType, InteractionType,
} from 'discord.js'

/** A loopback Discord. Everything it is and can do is on this object; several may be open at once. */
export type SmallDiscord = {
  /** `http://127.0.0.1:<port>`. For discord.js: `rest: { api: small.rest.api, cdn: small.rest.cdn }`. */
  url: string
  rest: { api: string; cdn: string }
  token: string
  application: { id: string; publicKey: string }
  botUser: APIUser
  /** What a correct bot never does: malformed requests, broken component rules, a second answer's modal … A suite fails if there is one. */
  violations: Violation[]
  /** Every request that was refused, for whatever reason (violations too, missing permissions, unknown ids, 429 …), the newest 1000. */
  refusals: Refusal[]
  /** Every request, counted by `POST /channels/{channel_id}/messages`. */
  requests: ReadonlyMap<string, number>
  limits: Limits

  addGuild(guild: { name: string; premiumTier?: 0 | 1 | 2 | 3; locale?: string; owner?: Id; withoutBot?: boolean }): APIGuild
  addChannel(guild: Ref, channel: NewChannel): APIChannel
  addUser(user: NewUser): APIUser
  /** The language that the person chose in the client: it comes with each interaction. */
  setLocale(user: Ref, locale: string): void
  addMember(guild: Ref, user: Ref, member?: { roles?: Ref[]; nick?: string }): void
  addRole(guild: Ref, role: { name: string; permissions?: bigint; colour?: number; position?: number }): { id: Id; name: string }
  setRoles(guild: Ref, user: Ref, roles: Ref[]): void
  /** What the bot's own role grants; `overwrite` in one channel when a channel is named. */
  setBotPermissions(guild: Ref, permissions: bigint): void
  setOverwrite(channel: Ref, overwrite: NewOverwrite): void
  inviteBot(guild: Ref): void
  kickBot(guild: Ref): void
  deleteMessage(message: Ref): void
  archiveThread(thread: Ref, archived?: boolean): void
  lockThread(thread: Ref, locked?: boolean): void
  deleteChannel(channel: Ref): void
  /** The switch «Message Content Intent» in the developer portal. On unless said otherwise. */
  setMessageContentIntent(allowed: boolean): void

  /** Somebody who sits in front of Discord. */
  as(user: Ref): Person

  guild(id: Id): APIGuild | undefined
  guilds(): APIGuild[]
  user(id: Id): APIUser | undefined
  users(): APIUser[]
  /** The language of their client. */
  locale(user: Ref): string
  roles(guild: Ref): { id: Id; name: string; colour: number; permissions: bigint }[]
  member(guild: Ref, user: Ref): { roles: Id[]; nick: string | undefined } | undefined
  channel(id: Id): APIChannel | undefined
  /** The guild's channels without threads. */
  channels(guild: Ref): APIChannel[]
  /** In the order they were sent. Ephemeral messages only for the person they are for. */
  messages(channel: Ref, as?: Ref): Message[]
  message(id: Id): Message | undefined
  threads(guild: Ref, of?: { archived?: boolean; parent?: Ref }): APIChannel[]
  /** The global commands, or a guild's own. */
  commands(guild?: Ref): APIApplicationCommand[]
  /** What this person could use in this channel: global and guild commands by permission. */
  commandsFor(user: Ref, channel: Ref): APIApplicationCommand[]
  /** The sum of what a member may do in a channel. */
  permissions(user: Ref, channel: Ref): bigint
  /** A private thread is seen by its members and by those who manage threads. */
  sees(user: Ref, channel: Ref): boolean
  /** The bytes of an attachment, whatever its link says now. */
  file(attachmentId: Id): { name: string; contentType: string; bytes: Uint8Array } | undefined
  /** The newest interactions first, at most 1000. */
  interactions(): Interaction[]
  /** Gateway sessions that have identified, connected or resumable. */
  sessions(): { id: string; shard: [number, number]; intents: number; connected: boolean }[]

  /** Every change of the world, after it happened. Returns how to stop listening. */
  on(listener: (change: Change) => void): () => void
  /** Looks at once and after every change; resolves with what `look` returns as soon as that is not undefined, null or false. */
  waitFor<T>(look: () => T, options?: { signal?: AbortSignal; milliseconds?: number; what?: string }): Promise<NonNullable<Exclude<T, false>>>

  /** The next `times` requests of this route fail. After the effect: the request works, and its answer is lost. */
  failNext(failure: { route: string; status: number; code?: number; message?: string; times?: number; after?: 'before effect' | 'after effect'; retryAfter?: number; scope?: 'user' | 'global' | 'shared' }): () => void
  /** This route is answered later, until stopped. */
  slow(route: string, milliseconds: number): () => void
  /** Every connection is lost: without a goodbye (resumable), or with an invalid session. */
  dropGateway(how?: { resumable?: boolean; code?: number }): void
  /** Op 7: asks every client to connect again and resume. */
  askToReconnect(): void
  close(): Promise<void>
}

export type Id = string
/** An id, or anything that has one. */
export type Ref = Id | { id: Id }

export type Options = {
  port?: number
  /** Asked about every request: returns what is wrong with it (the official specification, in our tests). */
  check?: (request: SpecCheck) => readonly string[] | void
  limits?: Partial<Limits>
  now?: () => number
}

export type SpecCheck = { method: string; template: string; path: string; query: Record<string, string>; body: unknown; contentType: 'json' | 'multipart' | 'none' }

export type Violation = { rule: string; where: string; message: string; request: { method: string; path: string; body: unknown } }
export type Refusal = { method: string; path: string; status: number; code: number; message: string }

export type Limits = {
  /** An interaction not answered by then has failed. */
  answerMilliseconds: number
  /** How long an interaction's token lives. */
  tokenMilliseconds: number
  /** A send with the same enforced nonce gives the same message for this long. */
  nonceMilliseconds: number
  /** Requests a second, callbacks and webhooks aside. */
  globalPerSecond: number
  /** Multiplies each bucket's size; Infinity turns buckets off. */
  bucketFactor: number
  requestBytes: number
  fileBytes: number
  /** How long a signed link lives. */
  linkMilliseconds: number
  /** How long a lost session can be resumed. */
  resumeMilliseconds: number
  heartbeatMilliseconds: number
  identifies: number
  /** IDENTIFYs in five seconds: more let shards start together. */
  maxConcurrency: number
  gatewaySendsPerMinute: number
  /** Edits an hour of messages older than an hour; the next is 30046. */
  oldEditsPerHour: number
}

export type NewUser = { username: string; globalName?: string; locale?: string; /** The upload limit that Nitro gives. */ nitro?: number; bot?: boolean }
export type NewOverwrite = { role?: Ref; user?: Ref; allow?: bigint; deny?: bigint }
export type NewChannel = {
  name: string
  type?: 'text' | 'forum' | 'announcement' | 'category' | 'voice' | ChannelType
  parent?: Ref
  topic?: string
  overwrites?: NewOverwrite[]
  tags?: { name: string; moderated?: boolean }[]
  requireTag?: boolean
  nsfw?: boolean
}

export type Message = APIMessage & { /** Ephemeral: who alone sees it. */ visibleTo?: Id }

export type Upload = { name: string; bytes: Uint8Array; contentType?: string; description?: string }
/** Users, roles and channels as their ids, or things that have one. */
export type OptionValue = string | number | boolean | Upload | { id: Id }

export type Person = {
  user: APIUser
  /** `subcommand`: «set», or «group set». */
  command(channel: Ref, name: string, options?: Record<string, OptionValue>, more?: { subcommand?: string }): Interaction
  contextMenu(channel: Ref, name: string, target: { message: Ref } | { user: Ref }): Interaction
  /** What the bot offers while `focused` is typed. */
  autocomplete(channel: Ref, name: string, options: Record<string, OptionValue>, focused: string, more?: { subcommand?: string }): Promise<{ name: string; value: string | number }[]>
  /** By custom id, by label, or by emoji. */
  press(message: Ref, button: string): Interaction
  select(message: Ref, customIdOrPlaceholder: string, values: readonly (string | { id: Id })[]): Interaction
  /** Fills in the modal that was shown. Values by custom id; uploads for a file upload; an array for selects and checkbox groups. */
  submit(shown: Interaction | Modal, values: Record<string, ModalValue>): Interaction
  say(channel: Ref, text: string, more?: { attachments?: Upload[]; replyTo?: Ref; pingsReply?: boolean }): Message
  edit(message: Ref, text: string): void
  delete(message: Ref): void
  dismiss(message: Ref): void
  react(message: Ref, emoji: string): void
  unreact(message: Ref, emoji: string): void
  joinThread(thread: Ref): void
  /** Opens the direct messages with the bot. */
  dm(): APIChannel
}
export type ModalValue = string | boolean | readonly (string | { id: Id })[] | readonly Upload[]

export type Modal = APIModalInteractionResponseCallbackData & { interactionId: Id; userId: Id }

/** One thing a person did that the bot must answer, and how that went. */
export type Interaction = {
  id: Id
  type: InteractionType
  userId: Id
  channelId: Id
  token: string
  /** As the gateway sent it. */
  payload: APIInteraction
  state: 'sent' | 'acknowledged' | 'answered' | 'failed'
  /** How long until the first answer, undefined until there is one. */
  acknowledgedAfter: number | undefined
  callback: InteractionResponseType | undefined
  /** Milliseconds until the first answer. Rejects with «This interaction failed» when three seconds pass. */
  acknowledged: Promise<number>
  /** What the person sees at last: after a «thinking …», what took its place. */
  response: Promise<InteractionAnswer>
  followUps: Message[]
}
export type InteractionAnswer =
  | { kind: 'message'; message: Message; ephemeral: boolean }
  | { kind: 'update'; message: Message }
  | { kind: 'deferred update' }
  | { kind: 'modal'; modal: Modal }
  | { kind: 'choices'; choices: { name: string; value: string | number }[] }

export type Change =
  | { kind: 'message create' | 'message update'; message: Message }
  | { kind: 'message delete'; id: Id; channelId: Id; visibleTo?: Id }
  | { kind: 'reaction'; messageId: Id; channelId: Id; userId: Id; emoji: string; added: boolean }
  | { kind: 'channel create' | 'channel update' | 'channel delete'; channel: APIChannel }
  | { kind: 'thread members'; threadId: Id; added: Id[]; removed: Id[] }
  | { kind: 'typing'; channelId: Id; userId: Id }
  | { kind: 'interaction'; interaction: Interaction }
  | { kind: 'modal'; modal: Modal }
  | { kind: 'commands'; guildId: Id | undefined }
  | { kind: 'guild'; guildId: Id }
  | { kind: 'session'; id: string; connected: boolean }
  | { kind: 'violation'; violation: Violation }

export type Component = APIMessageTopLevelComponent
