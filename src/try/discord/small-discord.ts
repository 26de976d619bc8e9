import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openGateway } from './gateway/gateway.ts'
import type { Options, Refusal, SmallDiscord, Violation } from './interface.ts'
import { discordLimits } from './limits.ts'
import { serveFile } from './rest/cdn.ts'
import { faults } from './rest/faults.ts'
import { channelRoutes } from './rest/routes/channels.ts'
import { commandRoutes } from './rest/routes/commands.ts'
import { interactionRoutes } from './rest/routes/interactions.ts'
import { markRoutes } from './rest/routes/marks.ts'
import { messageRoutes } from './rest/routes/messages.ts'
import { placeRoutes } from './rest/routes/places.ts'
import { threadRoutes } from './rest/routes/threads.ts'
import { webhookRoutes } from './rest/routes/webhooks.ts'
import { restServer } from './rest/server.ts'
import { reading } from './reading.ts'
import { setting } from './setting.ts'
import { userOnWire } from './wire/guild.ts'
import { createWorld } from './world/world.ts'

export type * from './interface.ts'
export { discordLimits, generousLimits } from './limits.ts'
export { InteractionFailed } from './people/open-interaction.ts'

/** Opens a Discord on loopback, which the unmodified discord.js speaks to. */
export async function openSmallDiscord({ port = 0, check, limits = {}, now = Date.now }: Options = {}): Promise<SmallDiscord> {
  const world = createWorld({ limits: { ...discordLimits, ...limits }, now })
  const violations: Violation[] = []
  const refusals: Refusal[] = []
  const requests = new Map<string, number>()
  const violate = (violation: Violation) => {
    violations.push(violation)
    world.tell({ kind: 'violation', violation })
  }

  const server = createServer()
  const gateway = openGateway(world, server, (rule, message, body) => violate({ rule, where: 'gateway', message, request: { method: 'WS', path: '/', body } }))
  const misbehaviour = faults()
  const routes = [...messageRoutes, ...threadRoutes, ...channelRoutes, ...markRoutes, ...commandRoutes, ...interactionRoutes, ...webhookRoutes, ...placeRoutes(gateway)]
  const rest = restServer({ world, routes, faults: misbehaviour, record: { violate, refusals, requests }, check })
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', world.url)
    if (url.pathname.startsWith('/api/')) void rest(request, response, url)
    else if (!serveFile(world, request, response, url)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server, so an address with a port

  return {
    url: world.url, rest: { api: `${world.url}/api`, cdn: world.url }, token: world.token,
    application: { id: world.applicationId, publicKey: world.publicKey }, botUser: userOnWire(world.bot),
    violations, refusals, requests, limits: world.limits,
    ...setting(world),
    ...reading(world, gateway),
    failNext: misbehaviour.failNext,
    slow: misbehaviour.slow,
    dropGateway: gateway.drop,
    askToReconnect: gateway.askToReconnect,
    async close() {
      for (const { timer } of world.interactions.values()) clearTimeout(timer)
      world.listeners.clear()
      gateway.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
