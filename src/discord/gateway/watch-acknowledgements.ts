import { type Client, Events, SnowflakeUtil } from 'discord.js'
import type { Metrics } from '../../metrics.ts'
import { kindOf } from './answer-interaction.ts'

/** From an interaction's birth at Discord until Discord has taken our first answer: what the person at the other end waits. */
export function watchAcknowledgements(client: Client, { acknowledged }: Pick<Metrics, 'acknowledged'>) {
  const open = new Map<string, string>()
  client.on(Events.InteractionCreate, (interaction) => {
    open.set(interaction.id, kindOf(interaction))
    // an answer that never came is not waited for
    if (open.size > 2000) open.delete([...open.keys()][0] ?? '')
  })
  client.rest.on('response', ({ path }, { status }) => {
    const id = /^\/interactions\/(\d+)\/[^/]+\/callback/.exec(path)?.[1]
    const kind = id === undefined ? undefined : open.get(id)
    if (id === undefined || kind === undefined || status >= 300) return
    open.delete(id)
    acknowledged(kind, Math.max(0, Date.now() - SnowflakeUtil.timestampFrom(id)) / 1000)
  })
}
