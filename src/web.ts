import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Registry } from 'prom-client'
import { ConfigError } from './config-error.ts'

export type Health = { ok: boolean } & Record<string, unknown>

export type Web = { url: string; close(): Promise<void> }

export type WebOptions = {
  port: number
  host: string
  health: () => Promise<Health>
  registry: Registry
  /** Path of a kept file by its address, for films that no message can hold. */
  file: (hash: string) => string
  /** Replicate's webhooks, where they are wanted: checked and answered there. */
  hear?: ((request: { headers: IncomingMessage['headers']; body: Buffer }) => { status: number }) | undefined
}

/** `/healthz` for whoever watches the process, `/metrics` for Prometheus, `/films/<hash>/<name>.mp4` for people with the link, `/replicate` for webhooks. */
export async function openWeb({ port, host, health, registry, file, hear }: WebOptions): Promise<Web> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://here').pathname
    if (path === '/healthz') {
      const found = await health()
      return void response.writeHead(found.ok ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(found))
    }
    if (path === '/metrics') return void response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics())
    const film = /^\/films\/([0-9a-f]{64})\/[^/]{1,200}\.mp4$/.exec(path)
    if (film?.[1]) return sendFilm(request, response, file(film[1]))
    if (path === '/replicate' && hear && request.method === 'POST') {
      const body = await readBody(request)
      return void response.writeHead(body === null ? 413 : hear({ headers: request.headers, body }).status).end()
    }
    response.writeHead(404).end('There is /healthz and /metrics here.\n')
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new ConfigError(`/healthz cannot be served on ${host}:${port} (${error.message}). Set REDCLIFF_PORT to a free port, or leave it empty to serve nothing.`)))
    server.listen(port, host, () => resolve())
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections() }),
  }
}

/** A prediction with its logs is some kilobytes; null where somebody sends more than a megabyte. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > 1_000_000) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Whole or the part that a player asks for. */
async function sendFilm(request: IncomingMessage, response: ServerResponse, path: string) {
  const found = await stat(path).catch(() => null)
  if (!found) return void response.writeHead(404).end()
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  const start = from !== '' ? Number(from) : to !== '' ? Math.max(0, found.size - Number(to)) : 0
  const end = from !== '' && to !== '' ? Math.min(Number(to), found.size - 1) : found.size - 1
  if (start > end) return void response.writeHead(416, { 'content-range': `bytes */${found.size}` }).end()
  const part = from !== '' || to !== ''
  response.writeHead(part ? 206 : 200, {
    'content-type': 'video/mp4', 'accept-ranges': 'bytes', 'content-length': end - start + 1,
    ...(part ? { 'content-range': `bytes ${start}-${end}/${found.size}` } : {}),
  })
  if (request.method === 'HEAD') return void response.end()
  createReadStream(path, { start, end }).on('error', () => response.destroy()).pipe(response)
}
