import { type Client, type ClientOptions, REST } from 'discord.js'
import type { Command, Desk } from '../../../commands/index.ts'
import type { Log } from '../../log.ts'
import { attachmentFetcher } from '../incoming/fetch-attachment.ts'
import { inviteLink } from '../invite.ts'
import type { GatewayDesk } from './desk.ts'
import { isContentRefused, logIn } from './log-in.ts'
import { listen } from './listen.ts'
import { openClient, type Shards } from './open-client.ts'
import { watchAcknowledgements } from './watch-acknowledgements.ts'
import { registerCommands } from './register-commands.ts'

export type GatewayOptions = Pick<Desk, 'office' | 'studio' | 'version' | 'workflows'> & Pick<GatewayDesk, 'metrics'> & {
  token: string
  /** Another Discord than the real one: `api` and `cdn`. */
  rest?: Partial<NonNullable<ClientOptions['rest']>> | undefined
  commands: readonly Command[]
  /** `auto`: with what people say, where the portal allows it, else without. */
  messageContent: 'auto' | 'on' | 'off'
  /** Commands are registered in this server only. */
  guild?: string | undefined
  shards?: Shards | undefined
  log: Log
  signal?: AbortSignal | undefined
}

export type Gateway = {
  client: Client<true>
  /** Whether it hears what is said without being mentioned. */
  messageContent: boolean
  /** By which it is put into a server. */
  invite: string
  /** Takes nothing new, ends what it has begun, and goes offline. */
  close(): Promise<void>
}

/** The bot's ears and quick tongue: it checks, acknowledges and mails. Nothing here waits for work to be done. */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { token, rest, log, messageContent: wanted } = options
  const { client, messageContent } = await enter(options, wanted !== 'off')
  const { token: _token, rest: _rest, signal: _signal, guild, shards, messageContent: _wanted, ...hands } = options
  const desk: GatewayDesk = {
    ...hands,
    messageContent,
    fetchAttachment: attachmentFetcher({ cdn: rest?.cdn }),
    rest: new REST(rest).setToken(token),
    told: new Map(),
  }
  watchAcknowledgements(client, desk.metrics)
  const ears = listen(client, desk)
  // every process of several shards registers the same; one is enough
  if (!shards || shards.ids.includes(0)) ears.track(registerCommands(client, options.commands.map(({ data }) => data), guild).then((changed) => log.info({ changed, guild: guild ?? null }, 'commands registered')))
  log.info({ servers: client.guilds.cache.size, messageContent }, 'listening')
  return {
    client,
    messageContent,
    invite: inviteLink(client.application.id),
    async close() {
      await ears.close()
      await client.destroy()
    },
  }
}

/** Each try has a client of its own: a refused one does not connect again. */
async function enter({ token, rest, shards, log, signal, messageContent: wanted }: GatewayOptions, messageContent: boolean): Promise<{ client: Client<true>; messageContent: boolean }> {
  const client = openClient({ messageContent, rest, shards })
  client.on('error', (err) => log.error({ err }, 'gateway'))
  client.on('shardError', (err, shard) => log.warn({ err, shard }, 'gateway connection'))
  client.on('shardReconnecting', (shard) => log.info({ shard }, 'reconnecting'))
  client.on('shardResume', (shard, replayed) => log.info({ shard, replayed }, 'resumed'))
  client.rest.on('invalidRequestWarning', ({ count, remainingTime }) => log.warn({ count, remainingTime }, 'many refused requests'))
  try {
    await logIn(client, token, signal)
  } catch (error) {
    if (!messageContent || wanted !== 'auto' || !isContentRefused(error)) throw error
    log.info('without the message content intent: hears mentions, replies, /say and the 📝 button')
    return enter({ token, rest, shards, log, signal, messageContent: wanted } as GatewayOptions, false)
  }
  if (!client.isReady()) throw new Error('Discord said ready, and the client did not believe it.')
  return { client, messageContent }
}
