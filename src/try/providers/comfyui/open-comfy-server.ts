import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openEngine, type Knobs } from './engine.ts'
import { openFaults, type ComfyFault } from './faults.ts'
import { openFiles } from './files.ts'
import { customNodes, describe, knownNodes } from './known-nodes.ts'
import { openQueue } from './queue.ts'
import { handler } from './routes.ts'
import { openSockets } from './sockets.ts'

export type ComfyServerOptions = {
  /** `old`: v0.3.64, which takes any id twice and has no jobs API; `oldest`: takes no id of ours at all. */
  version?: 'new' | 'old' | 'oldest'
  /** Custom nodes that are installed. */
  installed?: readonly string[]
  /** A header that a proxy wants. */
  wants?: { header: string; value: string }
}

export type ComfyServer = Awaited<ReturnType<typeof openComfyServer>>

/** A ComfyUI on loopback that behaves as the real one and paints what it was asked for. */
export async function openComfyServer({ version = 'new', installed = customNodes, wants }: ComfyServerOptions = {}) {
  const nodes = Object.fromEntries(Object.entries(knownNodes).filter(([name]) => !customNodes.includes(name) || installed.includes(name)))
  const files = openFiles()
  const faults = openFaults()
  const knobs: Knobs = { seconds: 0, failAt: null }
  /** How often each order was begun, by its id of ours. */
  const runs = new Map<string, number>()
  const requests: string[] = []
  let down = false
  const may = (request: IncomingMessage) => !wants || request.headers[wants.header.toLowerCase()] === wants.value

  const sockets = openSockets({ may, remaining: () => queue.remaining() })
  const engine = openEngine({
    nodes, files, knobs,
    tell: (type, data, to) => {
      sockets.tell(type, data, to)
      if (type === 'progress') sockets.preview(to)
    },
  })
  const queue = openQueue({
    run: (job, stop) => {
      const ours = String(job.extra.redcliff ?? job.id)
      runs.set(ours, (runs.get(ours) ?? 0) + 1)
      return engine.run(job, stop).then((past) => {
        setImmediate(() => sockets.tell('executing', { node: null, prompt_id: job.id }, job.clientId))
        return past
      })
    },
    changed: () => sockets.changed(),
  })
  const handle = handler({ version, nodes, files, queue, info: Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, describe(name, node)])) })

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://small')
    const path = /^\/api\/jobs/.test(url.pathname) ? url.pathname : url.pathname.replace(/^\/api(?=\/)/, '')
    if (down) return void request.socket.destroy()
    requests.push(`${request.method} ${path}`)
    if (!may(request)) return void response.writeHead(403, { 'content-type': 'text/html' }).end('<html>Forbidden</html>')
    const origin = request.headers.origin
    if (origin !== undefined && new URL(origin).host !== request.headers.host) return void response.writeHead(403).end()
    const fault = faults.take(request.method ?? 'GET', path)
    if (fault) return faulty(fault, request, response, () => handle(request, response, url, path))
    await handle(request, response, url, path)
  }
  const http = createServer((request, response) => {
    answer(request, response).catch(() => { if (!response.headersSent) response.writeHead(500).end('500 Internal Server Error\n\nServer got itself in trouble') })
  })
  http.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head))
  http.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    knobs, sockets: sockets.knobs, files, queue, runs, requests,
    fault: (fault: ComfyFault | null) => fault ? faults.add(fault) : faults.clear(),
    /** All runs that were begun. */
    begun: () => runs.values().reduce((sum, times) => sum + times, 0),
    dropSockets: () => sockets.drop(),
    /** Forgets everything that it did not write to its disk, and is away for a moment. */
    async restart(seconds = 0.15) {
      down = true
      queue.restart()
      engine.forget()
      sockets.drop()
      http.closeAllConnections()
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
      down = false
    },
    async close() {
      queue.restart()
      sockets.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

async function faulty({ kind, retryAfter = 1 }: ComfyFault, request: IncomingMessage, response: ServerResponse, handle: () => Promise<void> | void) {
  if (kind === 'hang') return
  if (kind === 'busy') return void response.writeHead(429, { 'retry-after': String(retryAfter) }).end('slow down')
  if (kind === 'refuse') return void response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { type: 'prompt_outputs_failed_validation', message: 'Prompt outputs failed validation', details: 'this is not shown here', extra_info: {} }, node_errors: {} }))
  if (kind === 'drop before') return void request.socket.destroy()
  if (kind === 'broken before') return void response.writeHead(500, { 'content-type': 'text/html' }).end('<html>bad gateway</html>')
  // it takes the order, and what it says is lost
  const { writeHead, end } = response
  response.writeHead = () => response
  response.end = () => {
    Object.assign(response, { writeHead, end })
    if (kind === 'drop after') request.socket.destroy()
    else if (kind === 'broken after') response.writeHead(502, { 'content-type': 'text/html' }).end('<html>bad gateway</html>')
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please log in</html>')
    return response
  }
  await handle()
}
