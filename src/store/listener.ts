import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

/** Hears LISTEN channels. `onConnect` runs after every (re)connection: what was said meanwhile is lost, so look again. */
export type Listener = {
  listen(channel: string, onPayload: (payload: string) => void, onConnect: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

type Ear = { channel: string; onPayload: (payload: string) => void; onConnect: () => void }

/** One connection for the life of the store; `greet` makes it what it must be each time it is made anew. */
export async function openListener(url: string, application: string, greet: (client: Client) => Promise<unknown>): Promise<Listener> {
  const ears = new Set<Ear>()
  let closed = false
  let client = await connect()

  async function connect() {
    const next = new Client({ connectionString: url, application_name: application, keepAlive: true, connectionTimeoutMillis: 10_000 })
    next.on('error', () => undefined)
    next.on('notification', ({ channel, payload }) => {
      for (const ear of ears) if (ear.channel === channel) ear.onPayload(payload ?? '')
    })
    try {
      await next.connect()
      await greet(next)
      for (const { channel } of ears) await next.query(`listen ${next.escapeIdentifier(channel)}`)
    } catch (error) {
      await next.end().catch(() => undefined)
      throw error
    }
    next.on('end', () => { if (!closed) void reconnect() })
    return next
  }

  async function reconnect() {
    for (let pause = 50; !closed; pause = Math.min(pause * 2, 5000)) {
      try {
        client = await connect()
        if (closed) return await client.end()
        for (const ear of ears) ear.onConnect()
        return
      } catch { await wait(pause, undefined, { ref: false }) }
    }
  }

  return {
    async listen(channel, onPayload, onConnect) {
      const ear = { channel, onPayload, onConnect }
      ears.add(ear)
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
      return async () => {
        ears.delete(ear)
        if (closed || [...ears].some((other) => other.channel === channel)) return
        await client.query(`unlisten ${client.escapeIdentifier(channel)}`).catch(() => undefined)
      }
    },
    async close() {
      closed = true
      await client.end().catch(() => undefined)
    },
  }
}
