import { type Client, Events } from 'discord.js'
import type { GatewayDesk } from './desk.ts'
import { answerInteraction } from './answer-interaction.ts'
import { tryLostAgain } from '../poster/lost.ts'
import { hearMessage } from './hear-message.ts'
import { saveUpload, sayHello } from './servers.ts'

type Ears = {
  /** Begun here, to be ended before the gateway closes. */
  track(work: Promise<unknown>): void
  close(): Promise<void>
}

/** Each event is worked on by itself; none waits for another, and what fails in one is logged and ends there. */
export function listen(client: Client<true>, desk: GatewayDesk): Ears {
  const { office, log } = desk
  const running = new Set<Promise<unknown>>()
  let closed = false
  const track = (work: Promise<unknown>) => {
    const tracked: Promise<unknown> = work.catch((err: unknown) => log.error({ err }, 'gateway event')).finally(() => running.delete(tracked))
    running.add(tracked)
  }
  const on = (work: () => Promise<unknown>) => { if (!closed) track(work()) }

  client.on(Events.InteractionCreate, (interaction) => on(() => answerInteraction(interaction, desk)))
  client.on(Events.MessageCreate, (message) => on(() => hearMessage(message, desk)))
  client.on(Events.MessageDelete, ({ id }) => on(() => office.messageGone(id)))
  client.on(Events.MessageBulkDelete, (messages) => on(() => Promise.all(messages.map(({ id }) => office.messageGone(id)))))
  client.on(Events.ThreadDelete, ({ id }) => on(() => office.threadGone(id, 'deleted')))
  client.on(Events.ChannelDelete, ({ id }) => on(() => office.threadGone(id, 'deleted')))
  // not emitted for an outage: that is guildUnavailable
  client.on(Events.GuildDelete, ({ id }) => on(() => office.guildGone(id, 'kicked')))
  client.on(Events.GuildCreate, (guild) => on(async () => {
    await saveUpload(guild, office)
    await office.guildBack(guild.id)
    await sayHello(guild, desk)
  }))
  client.on(Events.GuildUpdate, (_, guild) => on(() => saveUpload(guild, office)))
  // whatever may have given back a permission: what could not be posted is tried again at once
  const tryAgain = (guild: string) => on(() => tryLostAgain(office.store, guild))
  client.on(Events.ChannelUpdate, (_, channel) => { if (!channel.isDMBased()) tryAgain(channel.guildId) })
  client.on(Events.ThreadUpdate, (before, { guildId, locked }) => { if (before.locked && !locked) tryAgain(guildId) })
  client.on(Events.GuildRoleUpdate, (before, { guild, permissions }) => { if (before.permissions.bitfield !== permissions.bitfield) tryAgain(guild.id) })
  client.on(Events.GuildMemberUpdate, (_, { id, guild }) => { if (id === client.user.id) tryAgain(guild.id) })
  client.on(Events.GuildAvailable, (guild) => on(() => saveUpload(guild, office)))
  track((async () => { for (const guild of client.guilds.cache.values()) await saveUpload(guild, office) })())

  return {
    track,
    async close() {
      closed = true
      const late = new Promise((resolve) => setTimeout(resolve, 5000).unref())
      await Promise.race([Promise.all(running), late])
    },
  }
}
