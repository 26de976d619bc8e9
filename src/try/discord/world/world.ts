import { createHmac, randomBytes } from 'node:crypto'
import type { APIUser } from 'discord.js'
import type { Change, Id, Limits, Ref } from '../interface.ts'
import type { OpenInteraction } from '../people/open-interaction.ts'
import type { Channel, Commands, File, Guild, Message, User } from './records.ts'
import { snowflakes } from './snowflake.ts'

/** All that one small Discord knows. Every lookup is by key. */
export type World = ReturnType<typeof createWorld>

export function createWorld({ limits, now }: { limits: Limits; now: () => number }) {
  const nextId = snowflakes(now)
  const secret = randomBytes(16)
  const listeners = new Set<(change: Change) => void>()
  const applicationId = nextId()
  const bot: User = { ...newUser(applicationId, 'redcliff', 'Redcliff'), bot: true, locale: 'en-US', nitro: 0 }
  return {
    limits,
    now,
    nextId,
    url: '',
    token: `${Buffer.from(applicationId).toString('base64url')}.small.${randomBytes(20).toString('base64url')}`,
    publicKey: randomBytes(32).toString('hex'),
    applicationId,
    bot,
    /** The portal's switch for the message-content intent. */
    messageContent: true,
    users: new Map<Id, User>([[bot.id, bot]]),
    guilds: new Map<Id, Guild>(),
    channels: new Map<Id, Channel>(),
    messages: new Map<Id, Message>(),
    files: new Map<Id, File>(),
    directs: new Map<Id, Channel>(),
    globalCommands: new Map() as Commands,
    guildCommands: new Map<Id, Commands>(),
    interactions: new Map<Id, OpenInteraction>(),
    byToken: new Map<string, OpenInteraction>(),
    nonces: new Map<string, { messageId: Id; until: number }>(),
    oldEdits: new Map<Id, number[]>(),
    sign: (text: string) => createHmac('sha256', secret).update(text).digest('hex'),
    /** Set by the gateway: sends an event to every session that may see it. */
    dispatch: (() => {}) as Dispatch,
    listeners,
    tell: (change: Change) => {
      for (const listener of listeners) listener(change)
    },
  }
}

export type Dispatch = (event: {
  type: string
  guildId?: Id | undefined
  /** Any of these intents is enough; 0 needs none. */
  intents: number
  channel?: Channel | undefined
  /** The payload; called once for a bot that reads content and once for one that does not. */
  data: (readsContent: boolean) => unknown
}) => void

export const idOf = (ref: Ref): Id => typeof ref === 'string' ? ref : ref.id

export const newUser = (id: Id, username: string, globalName: string | null): APIUser => ({
  id, username, global_name: globalName, discriminator: '0', avatar: null, bot: false, system: false,
  banner: null, accent_color: null,
})

/** For what a person or a test asks about: a sentence instead of undefined. */
export function the<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`There is no ${what} in this small Discord.`)
  return thing
}
