import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileTypeFromBuffer } from 'file-type'
import { readBody, sendJson } from '../openai/http.ts'
import type { Job } from './engine.ts'
import type { Files } from './files.ts'
import type { NodeClass } from './known-nodes.ts'
import type { Queue } from './queue.ts'
import { validatePrompt, type Prompt } from './validate-prompt.ts'

type World = { version: 'new' | 'old' | 'oldest'; nodes: Record<string, NodeClass>; files: Files; queue: Queue; info: Record<string, object> }

export function handler({ version, nodes, files, queue, info }: World) {
  let number = 0
  const entry = ({ number: at, id, prompt, extra, good }: Job) => [at, id, prompt, extra, good]
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

  const order = (body: Record<string, any>, response: ServerResponse) => {
    if (body.prompt === undefined) return sendJson(response, { error: { type: 'no_prompt', message: 'No prompt provided', details: 'No prompt provided', extra_info: {} }, node_errors: {} }, 400)
    // a workflow as the browser saves it has lists where nodes should be, and the real server falls over it
    if (Object.values(body.prompt).some((node) => typeof node !== 'object' || node === null || Array.isArray(node))) throw new Error('list indices must be integers')
    if (version === 'new' && body.prompt_id !== undefined && !uuid.test(body.prompt_id)) return sendJson(response, { error: { type: 'invalid_prompt_id', message: 'prompt_id must be a UUID', details: '', extra_info: {} }, node_errors: {} }, 400)
    const { error, node_errors, good } = validatePrompt(body.prompt as Prompt, nodes, files.inputNames())
    if (error) return sendJson(response, { error, node_errors }, 400)
    if (version === 'new' && queue.has(body.prompt_id)) return sendJson(response, { error: 'prompt_id already exists' }, 409)
    const id = version === 'oldest' ? crypto.randomUUID() : String(body.prompt_id ?? crypto.randomUUID())
    const at = body.front ? -++number : ++number
    sendJson(response, { prompt_id: id, number: at, node_errors })
    const { api_key_comfy_org: _, ...extra } = (body.extra_data ?? {}) as Record<string, unknown>
    queue.add({ id, number: at, prompt: body.prompt as Prompt, extra, clientId: (body.client_id as string | undefined) ?? null, good, created: Date.now() })
  }
  const past = (id: string) => {
    const found = queue.history.get(id)
    return found && {
      prompt: entry(found), outputs: found.outputs, meta: {},
      status: { status_str: found.status === 'success' ? 'success' : 'error', completed: found.status === 'success', messages: found.messages },
    }
  }
  const job = (id: string) => {
    const waiting = queue.pending.find((each) => each.id === id)
    const found = queue.history.get(id)
    if (!waiting && !found && queue.running?.id !== id) return null
    const status = waiting ? 'pending' : found ? { success: 'completed', error: 'failed', interrupted: 'cancelled' }[found.status] : 'in_progress'
    return { id, status, priority: 0, create_time: 0, outputs_count: Object.keys(found?.outputs ?? {}).length, execution_error: found?.messages.find(([type]) => type === 'execution_error')?.[1] ?? null, ...(found ? { outputs: found.outputs } : {}) }
  }
  const cancel = (ids: string[]) => {
    const known = ids.filter((id) => queue.pending.some((each) => each.id === id) || queue.running?.id === id)
    queue.remove(ids)
    for (const id of ids) queue.interrupt(id)
    return known.length > 0
  }
  const view = async (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => {
    const file = files.view(query.get('type') ?? 'output', query.get('subfolder') ?? '', query.get('filename') ?? '')
    if (typeof file === 'number') return void response.writeHead(file).end()
    const headers = { 'content-type': (await fileTypeFromBuffer(file))?.mime ?? 'application/octet-stream', 'accept-ranges': 'bytes' }
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    if (from === undefined) return void response.writeHead(200, { ...headers, 'content-length': file.length }).end(file)
    const part = file.subarray(Number(from), to ? Number(to) + 1 : undefined)
    response.writeHead(206, { ...headers, 'content-length': part.length, 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${file.length}` }).end(part)
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL, path: string): Promise<void> => {
    const body = request.method === 'POST' ? await readBody(request) : {}
    const [, id = ''] = /^\/(?:history|object_info|api\/jobs)\/([^/]+)/.exec(path) ?? []
    const jobs = version === 'new' && path.startsWith('/api/jobs')
    if (request.method === 'POST') {
      if (path === '/prompt') return order(body, response)
      if (path === '/upload/image' || path === '/upload/mask') return sendJson(response, files.upload(body.image.bytes, body.image.name, body.subfolder ?? '', ['true', '1'].includes(body.overwrite ?? '')))
      if (path === '/queue') {
        queue.remove(body.clear ? queue.pending.map((each) => each.id) : body.delete ?? [])
        return void response.writeHead(200).end()
      }
      if (path === '/interrupt') {
        queue.interrupt(version === 'oldest' ? undefined : body.prompt_id as string | undefined)
        return void response.writeHead(200).end()
      }
      if (path === '/history') {
        if (body.clear) queue.history.clear()
        for (const each of body.delete ?? []) queue.history.delete(each)
        return void response.writeHead(200).end()
      }
      if (jobs && path.endsWith('/cancel')) return sendJson(response, { cancelled: cancel(id === 'cancel' ? body.job_ids : [id]) })
    } else {
      if (path === '/prompt') return sendJson(response, { exec_info: { queue_remaining: queue.remaining() } })
      if (path === '/queue') return sendJson(response, { queue_running: queue.running ? [entry(queue.running)] : [], queue_pending: queue.pending.map(entry) })
      if (path === '/history') return sendJson(response, Object.fromEntries([...queue.history.keys()].slice(-Number(url.searchParams.get('max_items') ?? 10_000)).map((each) => [each, past(each)])))
      if (path.startsWith('/history/')) return sendJson(response, past(id) ? { [id]: past(id) } : {})
      if (path === '/object_info') return sendJson(response, info)
      if (path.startsWith('/object_info/')) return sendJson(response, info[id] ? { [id]: info[id] } : {})
      if (path === '/view') return view(request, response, url.searchParams)
      if (path === '/system_stats') return sendJson(response, { system: { comfyui_version: version === 'new' ? '0.9.0' : '0.3.64' }, devices: [] })
      if (jobs && path === '/api/jobs') return sendJson(response, { jobs: [...queue.pending, ...queue.history.values()].map((each) => job(each.id)), pagination: { offset: 0, limit: 1, total: 0, has_more: false } })
      if (jobs && id) {
        const found = job(id)
        return found ? sendJson(response, found) : sendJson(response, { error: 'Job not found' }, 404)
      }
    }
    response.writeHead(404, { 'content-type': 'text/plain' }).end('404: Not Found')
  }
}
