import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import { GatewayIntentBits as intent } from 'discord.js'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import { guildCreate, memberOnWire, userOnWire } from '../wire/guild.ts'
import type { World } from '../world/world.ts'
import { dispatchTo, ofShard } from './dispatch.ts'
import { replay, sendEvent, type Session } from './session.ts'

export type Gateway = ReturnType<typeof openGateway>

/** The gateway socket: HELLO, IDENTIFY, heartbeats, RESUME with replay, and the close codes. */
export function openGateway(world: World, server: Server, broken: (rule: string, message: string, body: unknown) => void) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 })
  const sessions = new Map<string, Session>()
  let identifies = 0
  world.dispatch = dispatchTo(world, sessions)

  server.on('upgrade', (request: IncomingMessage, socket, head) => sockets.handleUpgrade(request, socket, head, (connection) => greet(connection)))

  function greet(connection: WebSocket) {
    let session: Session | undefined
    let received: number[] = []
    connection.on('error', () => connection.terminate())
    connection.send(JSON.stringify({ op: 10, s: null, t: null, d: { heartbeat_interval: world.limits.heartbeatMilliseconds } }))
    connection.on('message', (bytes) => {
      const text = String(bytes)
      if (Buffer.byteLength(text) > 4096) return refuse(connection, 4002, 'a payload of more than 4096 bytes', text.slice(0, 200))
      received = [...received.filter((at) => at > world.now() - 60_000), world.now()]
      if (received.length > world.limits.gatewaySendsPerMinute) return refuse(connection, 4008, `more than ${world.limits.gatewaySendsPerMinute} payloads a minute`, text.slice(0, 200))
      const payload = Payload.safeParse(parse(text))
      if (!payload.success) return refuse(connection, 4002, 'a payload that is no gateway payload', text.slice(0, 200))
      const { op, d } = payload.data
      if (op === 1) return connection.send('{"op":11,"s":null,"t":null,"d":null}')
      if (op === 2) session = session ? void refuse(connection, 4005, 'a second IDENTIFY', undefined) : identify(connection, d)
      else if (op === 6) session = resume(connection, d)
      else if (!session) refuse(connection, 4003, `op ${op} before IDENTIFY`, undefined)
      else if (op === 8) sendMembers(session, d)
      else if (![3, 4].includes(op)) refuse(connection, 4001, `op ${op}, which does not exist`, undefined)
    })
    connection.on('close', (code) => {
      if (!session || session.socket !== connection) return
      session.socket = undefined
      session.lostAt = world.now()
      if (code === 1000 || code === 1001) sessions.delete(session.id)
      world.tell({ kind: 'session', id: session.id, connected: false })
    })
  }

  function identify(connection: WebSocket, d: unknown): Session | undefined {
    const identity = Identify.safeParse(d)
    if (!identity.success) return void refuse(connection, 4002, 'an IDENTIFY without token, intents or properties', d)
    const { token, intents, shard } = identity.data
    if (token !== world.token) return void connection.close(4004, 'Authentication failed.')
    identifies += 1
    if (identifies > world.limits.identifies) return void connection.close(4004, 'Authentication failed: the token was reset after too many IDENTIFYs.')
    const [index, count] = shard
    if (index < 0 || count < 1 || index >= count) return void refuse(connection, 4010, `shard [${shard.join(', ')}]`, d)
    if (intents < 0 || intents >= 2 ** 26) return void refuse(connection, 4013, `intents ${intents}`, d)
    if ((intents & intent.MessageContent) !== 0 && !world.messageContent) return void connection.close(4014, 'Disallowed intent(s).')
    forgetOld()
    const session: Session = { id: randomUUID().replaceAll('-', ''), shard, intents, seq: 0, sent: [], socket: connection, lostAt: undefined }
    sessions.set(session.id, session)
    const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(world.bot.id) && ofShard(guild.id, shard))
    sendEvent(session, 'READY', JSON.stringify({
      v: 10, user: userOnWire(world.bot), guilds: guilds.map(({ id }) => ({ id, unavailable: true })), session_id: session.id, resume_gateway_url: world.url.replace('http', 'ws'),
      shard, application: { id: world.applicationId, flags: applicationFlags(world) }, private_channels: [], relationships: [], presences: [], session_type: 'normal', auth: {}, user_settings: {}, geo_ordered_rtc_regions: [], guild_join_requests: [], _trace: [],
    }))
    if ((intents & intent.Guilds) !== 0) for (const guild of guilds) sendEvent(session, 'GUILD_CREATE', JSON.stringify(guildCreate(world, guild)))
    world.tell({ kind: 'session', id: session.id, connected: true })
    return session
  }

  function resume(connection: WebSocket, d: unknown): Session | undefined {
    const wanted = Resume.safeParse(d)
    if (!wanted.success) return void refuse(connection, 4002, 'a RESUME without token, session_id or seq', d)
    if (wanted.data.token !== world.token) return void connection.close(4004, 'Authentication failed.')
    forgetOld()
    const session = sessions.get(wanted.data.session_id)
    if (!session) return void connection.send('{"op":9,"s":null,"t":null,"d":false}')
    session.socket?.terminate()
    session.socket = connection
    session.lostAt = undefined
    if (!replay(session, wanted.data.seq)) {
      sessions.delete(session.id)
      return void connection.close(4007, 'Invalid seq.')
    }
    sendEvent(session, 'RESUMED', '{"_trace":[]}')
    world.tell({ kind: 'session', id: session.id, connected: true })
    return session
  }

  /** Op 8, by ids or by the beginning of a name; all of them with the privileged intent. */
  function sendMembers(session: Session, d: unknown) {
    const wanted = Members.safeParse(d)
    const guild = wanted.success ? world.guilds.get(wanted.data.guild_id) : undefined
    if (!wanted.success || !guild) return
    const { query, limit, user_ids, nonce } = wanted.data
    const ids = user_ids === undefined ? undefined : [user_ids].flat()
    const mayList = ids !== undefined || query !== '' || (session.intents & intent.GuildMembers) !== 0
    const found = [...guild.members.values()].filter(({ userId }) => ids ? ids.includes(userId) : mayList && world.users.get(userId)?.username.startsWith(query ?? '') === true)
    const members = found.slice(0, limit === undefined || limit === 0 ? 1000 : limit).map((member) => memberOnWire(world, member))
    sendEvent(session, 'GUILD_MEMBERS_CHUNK', JSON.stringify({ guild_id: guild.id, members, chunk_index: 0, chunk_count: 1, not_found: ids?.filter((id) => !guild.members.has(id)) ?? [], nonce }))
  }

  function forgetOld() {
    for (const session of sessions.values()) {
      if (session.lostAt !== undefined && session.lostAt < world.now() - world.limits.resumeMilliseconds) sessions.delete(session.id)
    }
  }

  function refuse(connection: WebSocket, code: number, what: string, body: unknown) {
    broken(`gateway ${code}`, `The gateway was sent ${what}.`, body)
    connection.close(code, what)
  }

  return {
    sessions,
    identifiesLeft: () => Math.max(0, world.limits.identifies - identifies),
    drop({ resumable = true, code }: { resumable?: boolean | undefined; code?: number | undefined } = {}) {
      for (const session of [...sessions.values()]) {
        if (!resumable) sessions.delete(session.id)
        if (code === undefined) session.socket?.terminate()
        else session.socket?.close(code)
      }
    },
    askToReconnect() {
      for (const { socket } of sessions.values()) socket?.send('{"op":7,"s":null,"t":null,"d":null}')
    },
    close() {
      for (const connection of sockets.clients) connection.terminate()
      sockets.close()
    },
  }
}

/** GATEWAY_MESSAGE_CONTENT_LIMITED: the portal's switch for apps that are not verified. */
export const applicationFlags = (world: World) => (world.messageContent ? 1 << 19 : 0) | 1 << 23

const Payload = z.object({ op: z.int(), d: z.unknown() })
const Identify = z.object({ token: z.string(), intents: z.int(), properties: z.object({}), shard: z.tuple([z.int(), z.int()]).default([0, 1]) })
const Members = z.object({ guild_id: z.string(), query: z.string().optional(), limit: z.int().optional(), user_ids: z.union([z.string(), z.array(z.string())]).optional(), nonce: z.string().optional() })
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
