import type { REST } from 'discord.js'
import type { Command, Desk } from '../../../commands/index.ts'
import type { Log } from '../../log.ts'
import type { Metrics } from '../../metrics.ts'

/** What everybody at the gateway works with. */
export type GatewayDesk = Desk & {
  commands: readonly Command[]
  /** Ordinary messages, by the bot's token and inside its limit of requests; answers to interactions have none. */
  rest: REST
  log: Log
  metrics: Pick<Metrics, 'acknowledged' | 'interaction'>
  /** Whom it was told, and when, that they may not direct: nobody is told it at every sentence. */
  told: Map<string, number>
}
