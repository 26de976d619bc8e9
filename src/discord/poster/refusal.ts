import { DiscordAPIError } from 'discord.js'

export type Refusal =
  /** The message, or the one to hang on or to answer to, was deleted. */
  | 'message gone'
  /** A message older than an hour was edited too often: a new one is made. */
  | 'worn out'
  | 'archived'
  /** Nothing can be posted there: the channel is gone, or we may not. */
  | 'lost'
  | 'too large'
  /** Our own fault; sending it again would be refused again. */
  | 'wrong'
  /** May be gone in a while: the network, Discord's own troubles. */
  | 'later'

/** Something of ours could not be rendered, drawn or read. Trying again would change nothing. */
export class OwnFault extends Error {
  override readonly name = 'OwnFault'
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof OwnFault) return 'wrong'
  if (!(error instanceof DiscordAPIError)) return 'later'
  const byCode = codes[Number(error.code)]
  if (byCode) return byCode
  if (error.status === 413) return 'too large'
  if (error.status === 403) return 'lost'
  return error.status === 401 || error.status === 408 || error.status === 429 || error.status >= 500 ? 'later' : 'wrong'
}

const codes: Record<number, Refusal> = {
  10008: 'message gone',
  30046: 'worn out',
  50083: 'archived',
  160005: 'archived',
  10003: 'lost', 10004: 'lost', 50001: 'lost', 50007: 'lost', 50013: 'lost', 160006: 'lost', 30033: 'lost', 40333: 'later',
  40005: 'too large', 50045: 'too large',
}

export const codeOf = (error: unknown): number | string =>
  error instanceof DiscordAPIError ? error.code : error instanceof Error ? error.name : 'unknown'
