import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openFaults, type Door, type Fault } from './faults.ts'
import { openMedia } from './media.ts'
import { openApiOf, smallModels, wrongWith, type SmallModel } from './models.ts'
import { isCharged, makeFiles, newJob, shown, statusOf, type Job, type Life } from './predictions.ts'

export type ReplicateServerOptions = {
  /** The packaged one will do: it makes clips out of nothing. */
  ffmpeg: string
  token?: string
  clock?: () => number
  /** Milliseconds in the queue and at work. */
  starting?: number
  working?: number
  keepSeconds?: number
  /** Creates in a minute before it answers 429. */
  perMinute?: number
  /** Models that differ from, or come to, those of the catalogue. */
  models?: readonly SmallModel[]
  /** Clips show the picture that they were ordered with, where somebody will look at them. */
  shows?: boolean
  /** A port, where it must stay the same. */
  port?: number
}

export type ReplicateServer = Awaited<ReturnType<typeof openReplicateServer>>

/** A small Replicate on loopback: its rules, its delays and its ways to fail. Nothing in it costs anything. */
export async function openReplicateServer({ ffmpeg, token = 'r8_small', clock = Date.now, starting = 15, working = 30, keepSeconds = 3600, perMinute = 600, models = smallModels, shows = false, port = 0 }: ReplicateServerOptions) {
  const life: Life = { clock, starting, working, keepSeconds }
  const media = openMedia({ ffmpeg })
  const faults = openFaults()
  const jobs = new Map<string, Job>()
  const files = new Map<string, { bytes: Buffer; type: string; name: string; metadata: unknown; at: number }>()
  const requests: string[] = []
  const creates: { id: string; model: string; input: Record<string, unknown>; ignored: string[]; headers: IncomingMessage['headers'] }[] = []
  const webhookSecret = `whsec_${randomBytes(24).toString('base64')}`
  const byId = new Map(models.map((model) => [model.id, model]))
  const hooks = new Set<Promise<unknown>>()
  let home = ''

  const answer = (response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}) => {
    if (response.destroyed || response.writableEnded) return
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
  }
  const problem = (response: ServerResponse, status: number, title: string, detail: string, headers: Record<string, string> = {}) => answer(response, status, { title, detail, status }, headers)

  /** True where the fault was the answer. `after`: once the effect has happened. */
  const misbehave = (response: ServerResponse, fault: Fault | null, after: boolean): boolean => {
    if (!fault) return false
    if (!after && fault.kind === 'busy') {
      if (fault.lowCredit) answer(response, 429, { detail: `Request was throttled. Your rate limit resets in ~${fault.retryAfter ?? 1}s.`, status: 429 })
      else problem(response, 429, 'Too many requests', 'Request was throttled.', { 'retry-after': String(fault.retryAfter ?? 1) })
      return true
    }
    if (!after && fault.kind === 'hang') return true
    if (fault.kind === 'drop' && fault.after === after) { response.destroy(); return true }
    if (fault.kind === 'broken' && fault.after === after) { response.writeHead(500, { 'content-type': 'text/html' }).end('<html><h1>500 Internal Server Error</h1></html>'); return true }
    if (after && fault.kind === 'malformed') { response.writeHead(200, { 'content-type': 'application/json' }).end('{"detail": "o'); return true }
    return false
  }

  const read = async (address: unknown): Promise<Buffer> => {
    const [, data] = /^data:[^,]*;base64,(.*)$/s.exec(String(address)) ?? []
    if (data !== undefined) return Buffer.from(data, 'base64')
    return files.get(String(address).split('/').at(-1) ?? '')?.bytes ?? Buffer.alloc(0)
  }

  const create = async (request: IncomingMessage, response: ServerResponse, body: Record<string, any>, named: string | null) => {
    const version = String(body['version'] ?? '')
    const model = named !== null ? byId.get(named) : models.find((each) => each.version === version || `${each.id}:${each.version}` === version || (each.official && each.id === version))
    if (!model || (named !== null && !model.official)) return problem(response, 404, 'Not found', 'The requested resource could not be found.')
    const fault = faults.next('create')
    if (misbehave(response, fault, false)) return
    const since = clock() - 60_000
    if ([...jobs.values()].filter(({ createdAt }) => createdAt > since).length >= perMinute) return problem(response, 429, 'Too many requests', 'Request was throttled. Your rate limit resets in ~1s.', { 'retry-after': '1' })
    const input = (body['input'] ?? {}) as Record<string, unknown>
    if (fault?.kind === 'refuse') return problem(response, 422, 'Input validation failed', 'The input was flagged as sensitive. Please try again with different inputs. (E005)')
    const wrong = wrongWith(model, input)
    if (wrong.length > 0) return answer(response, 422, { title: 'Input validation failed', detail: wrong.map(({ field, description }) => `- ${field}: ${description}\n`).join(''), status: 422, invalid_fields: wrong.map((each) => ({ type: 'invalid', ...each })) })
    const job = newJob(model, input, typeof body['webhook'] === 'string' ? body['webhook'] : undefined, fault, life)
    jobs.set(job.id, job)
    creates.push({ id: job.id, model: model.id, input, ignored: Object.keys(input).filter((name) => !(name in model.fields)), headers: request.headers })
    if (job.webhook !== undefined) tell(job, job.webhook)
    // a job that takes its time is at work meanwhile
    if (working >= 1000) makeFiles(job, media, read, shows).catch(() => undefined)
    if (misbehave(response, fault, true)) return
    answer(response, 201, shown(job, life, home))
  }

  const tell = (job: Job, webhook: string) => {
    const timer = setTimeout(() => {
      const sending = sendWebhook(webhook, shown(job, life, home)).catch(() => undefined).finally(() => hooks.delete(sending))
      hooks.add(sending)
    }, Math.max(0, job.ends - clock()) + 5)
    timer.unref()
  }
  const sendWebhook = async (url: string, value: unknown, { id = `msg_${randomUUID()}`, at = clock() } = {}) => {
    const body = JSON.stringify(value)
    return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...signed(body, { id, at }) } })
  }
  const signed = (body: string, { id = `msg_${randomUUID()}`, at = clock() } = {}) => {
    const timestamp = String(Math.floor(at / 1000))
    const signature = createHmac('sha256', Buffer.from(webhookSecret.slice(6), 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64')
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
  }

  const routes: [method: string, path: RegExp, door: Door | null, run: (given: { request: IncomingMessage; response: ServerResponse; parts: string[]; url: URL }) => Promise<void> | void][] = [
    ['GET', /^\/v1\/models\/([^/]+)\/([^/]+)$/, 'model', ({ response, parts: [owner, name] }) => {
      const model = byId.get(`${owner}/${name}`)
      if (!model) return problem(response, 404, 'Not found', 'The requested resource could not be found.')
      answer(response, 200, { url: `https://replicate.com/${model.id}`, owner, name, visibility: 'public', is_official: model.official, run_count: 7, latest_version: { id: model.version, created_at: new Date(0).toISOString(), cog_version: '0.16', openapi_schema: model.schema ? openApiOf(model) : null } })
    }],
    ['GET', /^\/v1\/models\/([^/]+)\/([^/]+)\/versions\/(\w+)$/, 'model', ({ response, parts: [owner, name, version] }) => {
      const model = byId.get(`${owner}/${name}`)
      if (model?.version !== version || model === undefined) return problem(response, 404, 'Not found', 'The requested resource could not be found.')
      answer(response, 200, { id: version, created_at: new Date(0).toISOString(), cog_version: '0.16', openapi_schema: model.schema ? openApiOf(model) : null })
    }],
    ['POST', /^\/v1\/models\/([^/]+)\/([^/]+)\/predictions$/, null, async ({ request, response, parts: [owner, name] }) => create(request, response, await json(request), `${owner}/${name}`)],
    ['POST', /^\/v1\/predictions$/, null, async ({ request, response }) => create(request, response, await json(request), null)],
    ['GET', /^\/v1\/predictions$/, 'list', ({ response, url }) => {
      const all = [...jobs.values()].toReversed()
      const from = Number(url.searchParams.get('cursor') ?? 0)
      const next = from + 100 < all.length ? `${home}/v1/predictions?cursor=${from + 100}` : null
      // neither logs nor the webhook's address are in the list
      answer(response, 200, { previous: null, next, results: all.slice(from, from + 100).map((job) => { const { webhook: _, logs: __, ...rest } = shown(job, life, home) as Record<string, unknown>; return rest }) })
    }],
    ['GET', /^\/v1\/predictions\/(\w+)$/, 'get', ({ response, parts: [id = ''] }) => {
      const job = jobs.get(id)
      if (!job) return problem(response, 404, 'Not found', 'The requested resource could not be found.')
      answer(response, 200, shown(job, life, home))
    }],
    ['POST', /^\/v1\/predictions\/(\w+)\/cancel$/, 'cancel', ({ response, parts: [id = ''] }) => {
      const job = jobs.get(id)
      if (!job) return problem(response, 404, 'Not found', 'The requested resource could not be found.')
      job.cancelledAt ??= clock()
      answer(response, 200, shown(job, life, home))
    }],
    ['POST', /^\/v1\/files$/, 'upload', async ({ request, response }) => {
      const form = await new Response(new Uint8Array(await bytesOf(request)), { headers: { 'content-type': String(request.headers['content-type']) } }).formData()
      const content = form.get('content')
      if (!(content instanceof File)) return problem(response, 400, 'Bad request', 'Missing content.')
      if (content.size > 100e6) return problem(response, 413, 'Too large', 'Files may have 100 MB.')
      const id = randomUUID()
      const metadata = form.get('metadata')
      files.set(id, { bytes: Buffer.from(await content.arrayBuffer()), type: content.type, name: content.name, metadata: JSON.parse(metadata instanceof File ? await metadata.text() : String(metadata ?? '{}')), at: clock() })
      answer(response, 201, fileOf(id))
    }],
    ['GET', /^\/v1\/files$/, null, ({ response }) => answer(response, 200, { previous: null, next: null, results: [...files.keys()].toReversed().slice(0, 100).map(fileOf) })],
    ['GET', /^\/v1\/webhooks\/default\/secret$/, null, ({ response }) => answer(response, 200, { key: webhookSecret })],
    ['GET', /^\/delivery\/(\w+)\/out-(\d+)\.\w+$/, 'file', async ({ response, parts: [id = '', index = '0'] }) => {
      const job = jobs.get(id)
      if (!job || statusOf(job, life) !== 'succeeded' || clock() - job.ends > keepSeconds * 1000) return problem(response, 404, 'Not found', 'This file is gone.')
      const made = (await makeFiles(job, media, read, shows))[Number(index)]
      if (!made) return problem(response, 404, 'Not found', 'There is no such file.')
      response.writeHead(200, { 'content-type': made.type, 'content-length': made.bytes.length }).end(made.bytes)
    }],
  ]
  const fileOf = (id: string) => {
    const file = files.get(id)
    return { id, name: file?.name, content_type: file?.type, size: file?.bytes.length, metadata: file?.metadata, created_at: new Date(file?.at ?? 0).toISOString(), expires_at: null, urls: { get: `${home}/v1/files/${id}` } }
  }

  const server = createServer((request, response) => void (async () => {
    const url = new URL(request.url ?? '/', home)
    requests.push(`${request.method} ${url.pathname}`)
    if (!url.pathname.startsWith('/delivery/') && request.headers.authorization !== `Bearer ${token}`) return problem(response, 401, 'Unauthenticated', 'You did not pass a valid authentication token')
    for (const [method, path, door, run] of routes) {
      const found = request.method === method ? path.exec(url.pathname) : null
      if (!found) continue
      const fault = door === null ? null : faults.next(door)
      if (misbehave(response, fault, false)) return
      if (fault && misbehave(response, fault, true)) return
      return run({ request, response, parts: found.slice(1), url })
    }
    problem(response, 404, 'Not found', 'The requested resource could not be found.')
  })().catch((error: unknown) => problem(response, 500, 'Internal error', String(error))))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    baseUrl: `${home}/v1`, token, webhookSecret, jobs, files, creates, requests,
    fault: (fault: Fault) => { faults.add(fault) },
    clearFaults: faults.clear,
    /** Orders that it would charge for. */
    charged: () => [...jobs.values()].filter((job) => isCharged(job, life)).length,
    signed, sendWebhook, shown: (id: string) => { const job = jobs.get(id); return job ? shown(job, life, home) : null },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await Promise.allSettled(hooks)
    },
  }
}

const bytesOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
const json = async (request: IncomingMessage) => JSON.parse((await bytesOf(request)).toString() || '{}') as Record<string, any>
