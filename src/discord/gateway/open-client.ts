import { Client, GatewayIntentBits, Options, Partials, type ClientOptions } from 'discord.js'

export type Shards = { ids: number[]; count: number }

/**
 * A client that remembers servers, channels and roles, and no more: messages and members come with what is about them.
 * Answers to interactions are outside of the bot's global limit, and it sends little else: fifty presses a second must not queue.
 */
export function openClient({ messageContent, rest = {}, shards }: { messageContent: boolean; rest?: Partial<NonNullable<ClientOptions['rest']>> | undefined; shards?: Shards | undefined }): Client {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits
  return new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(messageContent ? [MessageContent] : [])],
    // direct messages that were not opened by us, and messages that were written before we came
    partials: [Partials.Channel, Partials.Message],
    rest: { globalRequestsPerSecond: 1000, ...rest },
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    waitGuildTimeout: 5000,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
      // its own place in a server tells the bot what it may do there
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    ...(shards ? { shards: shards.ids, shardCount: shards.count } : {}),
  })
}
