import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiRefusal, readBody, sendJson, sendRefusal } from './http.ts'
import { offeredModel } from './offered-models.ts'
import { openRoutes } from './routes.ts'
import { openFaults, type ServerFault } from './server-fault.ts'
import { verdict } from './verdict.ts'
import type { Answerer } from './write-answer.ts'

export type OpenAiOrder = { route: string; model: string; body: Record<string, any> }

export type OpenAiServerOptions = {
  key?: string
  /** Seconds that an order takes. */
  latency?: number
  answer?: Answerer
  flag?: (text: string, pictures: number) => string | null
  /** Serves `/v1/videos` with this clip; OpenAI itself no longer does. */
  video?: () => Promise<Buffer>
  /** Complains about a request that is not as the specification has it; null where it is. */
  check?: (method: string, path: string, body: unknown, contentType: string) => string | null
  /** Told of every paid order. Bodies are kept only where this is left out. */
  onOrder?: (order: OpenAiOrder) => void
}

export type OpenAiServer = Awaited<ReturnType<typeof openOpenAiServer>>

/** Something on loopback that behaves as OpenAI's API does, for rehearsals and tests. What it charges for is counted. */
export async function openOpenAiServer({ key = 'sk-loopback-0123456789', latency = 0, answer = () => undefined, flag = () => null, video, check = () => null, onOrder }: OpenAiServerOptions = {}) {
  const faults = openFaults()
  const orders: OpenAiOrder[] = []
  const problems: string[] = []
  const calls: Record<string, number> = {}
  let taken = 0
  const take = (route: string, body: Record<string, any>) => {
    taken++
    const order = { route, model: String(body['model'] ?? ''), body }
    if (onOrder) onOrder(order)
    else orders.push(order)
  }
  const routes = openRoutes({ latency, answer, video, take })

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://loopback')
    const path = pathname.replace(/^\/v1/, '')
    const method = request.method ?? 'GET'
    calls[`${method} ${path.replace(/\/(resp|video)_\w+/, '/{id}')}`] = (calls[`${method} ${path.replace(/\/(resp|video)_\w+/, '/{id}')}`] ?? 0) + 1
    const body = await readBody(request)
    if (request.headers.authorization !== `Bearer ${key}`) throw new ApiRefusal(401, 'invalid_api_key', `Incorrect API key provided: ${String(request.headers.authorization).slice(7, 14)}****.`)
    const complaint = method === 'POST' ? check(method, path, body, request.headers['content-type'] ?? '') : null
    if (complaint !== null) {
      problems.push(`${method} ${path}: ${complaint}`)
      throw new ApiRefusal(400, 'invalid_value', complaint)
    }
    if (method === 'GET' && path.startsWith('/models/')) {
      const model = offeredModel(decodeURIComponent(path.slice('/models/'.length)))
      if (!model) throw new ApiRefusal(404, 'model_not_found', `The model '${path.slice('/models/'.length)}' does not exist`)
      return sendJson(response, model)
    }
    if (method === 'POST' && path === '/moderations') {
      const busy = faults.next(['busy', 'error'])
      if (busy) throw refusalOf(busy)
      return sendJson(response, verdict(body['input'], flag))
    }
    const free = routes.look(method, path)
    if (free) {
      const blind = faults.next(['blind'])
      if (blind?.kind === 'blind') throw new ApiRefusal(blind.status, 'server_error', 'The server had an error.', { type: 'server_error' })
      return free(response)
    }
    const route = routes.paid(method, path)
    if (!route) throw new ApiRefusal(404, null, path.startsWith('/videos') ? 'The Videos API has been shut down.' : `Unknown request URL: ${method} ${pathname}.`)
    const fault = faults.next()
    if (fault?.kind === 'busy' || fault?.kind === 'error') throw refusalOf(fault)
    if (fault?.kind === 'drop' && !fault.after) return void request.socket.destroy()
    if (fault?.kind === 'broken' && !fault.after) throw broken
    const send = await route(body, fault)
    if (fault?.kind === 'drop') return void request.socket.destroy()
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'broken') throw broken
    await send(response)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent || request.socket.destroyed) return response.destroy()
      if (!(error instanceof ApiRefusal)) problems.push(error instanceof Error ? error.stack ?? error.message : String(error))
      sendRefusal(response, error instanceof ApiRefusal ? error : broken)
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    key,
    orders,
    /** How many orders were taken that would be charged for. */
    count: () => taken,
    /** Calls by route. */
    calls,
    /** What was wrong with requests. */
    problems,
    fault: (fault: ServerFault | null) => faults.set(fault),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => { server.close(resolve) })
      await sleep(0)
    },
  }
}

const broken = new ApiRefusal(500, null, 'The server had an error while processing your request. Sorry about that!', { type: 'server_error' })

function refusalOf(fault: ServerFault): ApiRefusal {
  if (fault.kind === 'error') return new ApiRefusal(fault.status, fault.code, fault.message, { headers: fault.headers ?? {}, bare: fault.bare ?? false })
  const seconds = fault.kind === 'busy' ? fault.retryAfter ?? 1 : 1
  return new ApiRefusal(429, 'rate_limit_exceeded', 'Rate limit reached. Please try again later.', { type: 'requests', headers: { 'retry-after': String(Math.ceil(seconds)), 'retry-after-ms': String(seconds * 1000) } })
}
