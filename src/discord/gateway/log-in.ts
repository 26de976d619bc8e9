import { type Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayCloseCodes } from 'discord.js'
import { ConfigError } from '../../config-error.ts'

/** Resolves when the bot is there. Throws a ConfigError for what will not get better by trying again. */
export async function logIn(client: Client, token: string, signal?: AbortSignal): Promise<void> {
  const refused = Promise.withResolvers<never>()
  const ready = Promise.withResolvers<void>()
  client.once(Events.ClientReady, () => ready.resolve())
  const hear = ({ code }: { code: number }) => refused.reject(new GatewayRefusal(code))
  const stop = () => refused.reject(signal?.reason)
  client.once(Events.ShardDisconnect, hear)
  signal?.addEventListener('abort', stop)
  // who loses a race is not heard any more
  refused.promise.catch(() => undefined)
  const login = client.login(token)
  login.catch(() => undefined)
  try {
    signal?.throwIfAborted()
    await Promise.race([login.then(() => ready.promise), refused.promise])
  } catch (error) {
    await client.destroy()
    throw explained(error)
  } finally {
    client.off(Events.ShardDisconnect, hear)
    signal?.removeEventListener('abort', stop)
  }
}

/** Discord closed the connection and will not have it again. */
export class GatewayRefusal extends Error {
  override name = 'GatewayRefusal'
  readonly code: number
  constructor(code: number) {
    super(`Discord's gateway closed with ${code}.`)
    this.code = code
  }
}

export const isContentRefused = (error: unknown) =>
  [error, (error as Error | undefined)?.cause].some((each) => each instanceof GatewayRefusal && each.code === GatewayCloseCodes.DisallowedIntents)

function explained(error: unknown): unknown {
  if (error instanceof GatewayRefusal) return new ConfigError(refusals[error.code] ?? `${error.message} See https://docs.discord.com/developers/topics/opcodes-and-status-codes.`, { cause: error })
  const wrongToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid
  return wrongToken ? new ConfigError(refusals[GatewayCloseCodes.AuthenticationFailed], { cause: error }) : error
}

const refusals: Record<number, string> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not know this token. Copy it again (Developer Portal → your application → Bot → Reset Token) into DISCORD_TOKEN.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not let this bot read messages yet. Turn on «Message Content Intent» (Developer Portal → your application → Bot), '
    + 'or start with DISCORD_MESSAGE_CONTENT=off: it then hears mentions, replies to it, /say and the 📝 button.',
  [GatewayCloseCodes.ShardingRequired]: 'This bot is in too many servers for one connection. Start it with DISCORD_SHARDS=auto.',
  [GatewayCloseCodes.InvalidShard]: 'Discord refused this number of shards. Start with DISCORD_SHARDS=auto.',
}
