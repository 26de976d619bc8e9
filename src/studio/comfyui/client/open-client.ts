import { z } from 'zod'
import type { Assets } from '../../../lab/assets.ts'
import type { Api } from '../api.ts'
import { readObjectInfo, type ObjectInfo } from '../object-info.ts'
import { answerOf, asker, refusal } from './ask-server.ts'
import { fetchFile, type Fetched } from './fetch-file.ts'
import { askJobs, askQueueThenHistory, findOrder, isOurs, queueOf, type File, type JobState } from './job-state.ts'
import type { Server } from './server.ts'
import { openSocket, type Listening } from './socket.ts'
import { submitPrompt } from './submit.ts'

export type Client = {
  server: Server
  socket: Listening
  /** What it can run, as it said at most `seconds` ago. */
  objectInfo(seconds?: number, signal?: AbortSignal): Promise<ObjectInfo>
  /** Jobs that wait or run there. */
  load(signal?: AbortSignal): Promise<number>
  /** Once begun it is not stopped: its answer says what to cancel. */
  submit(order: { id: string; prompt: Api; comfyOrgKey?: string | undefined }): Promise<string>
  /** Under what id it took an order of ours; null: it knows of none. */
  find(id: string): Promise<string | null>
  job(id: string, signal?: AbortSignal): Promise<JobState>
  /** Takes it out of the queue, or stops it at its next step. */
  cancel(id: string): Promise<void>
  /** The name it has on the server, for a node that loads it. */
  upload(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<string>
  /** A picture with the transparency of a mask, for a node that gives both. */
  uploadMask(mask: Uint8Array, name: string, original: string, signal: AbortSignal): Promise<string>
  fetch(file: File, assets: Assets, signal: AbortSignal): Promise<Fetched | null>
  close(): void
}

const age = (at: number) => (Date.now() - at) / 1000

/** One server. It is asked once what it is, and again when that is old: it may have been updated meanwhile. */
export function openClient(server: Server, { fetchIt = fetch, socket = openSocket(server) }: { fetchIt?: typeof fetch; socket?: Listening } = {}): Client {
  const ask = asker(server, fetchIt)
  let info: { at: number; known: Promise<ObjectInfo> } | undefined
  let jobs: { at: number; there: Promise<boolean> } | undefined

  /** Whether it has the jobs API (2026), which also takes an order's id twice as one. */
  const hasJobs = (signal?: AbortSignal) => {
    if (jobs && age(jobs.at) < 600) return jobs.there
    const there = ask('/api/jobs?limit=1', { signal }).then(async (response) => {
      await response.body?.cancel()
      if (!response.ok && response.status !== 404 && response.status !== 405) throw await refusal(response, server)
      // a server whose page answers every address is an old one
      return response.ok && (response.headers.get('content-type') ?? '').includes('json')
    })
    there.catch(() => { jobs = undefined })
    jobs = { at: Date.now(), there }
    return there
  }
  const upload = async (path: string, form: FormData, signal: AbortSignal) => {
    // whole bytes: where a form is sent piece by piece and the sending is stopped, Node 24 throws where nobody can catch it
    const whole = new Response(form)
    const headers = { 'content-type': whole.headers.get('content-type') ?? '' }
    const { name, subfolder } = await answerOf(Uploaded, await ask(path, { method: 'POST', body: await whole.bytes(), headers, signal, seconds: 300 }), server)
    return subfolder ? `${subfolder}/${name}` : name
  }

  return {
    server, socket,
    objectInfo(seconds = 600, signal) {
      if (info && age(info.at) < seconds) return info.known
      const known = ask('/object_info', { signal, seconds: 60 }).then(async (response) => readObjectInfo(await answerOf(z.record(z.string(), z.unknown()), response, server)))
      known.catch(() => { info = undefined })
      info = { at: Date.now(), known }
      return known
    },
    load: async (signal) => (await answerOf(Load, await ask('/prompt', { signal, seconds: 10 }), server)).exec_info.queue_remaining,
    async submit({ id, prompt, comfyOrgKey }) {
      const taken = await submitPrompt(ask, server, { id, prompt, comfyOrgKey, clientId: await socket.connect() })
      if (!taken.partial) return taken.id
      await this.cancel(taken.id).catch(() => undefined)
      throw taken.partial
    },
    job: async (id, signal) => await hasJobs(signal) ? askJobs(ask, server, id, signal) : askQueueThenHistory(ask, server, id, signal),
    async find(id) {
      if (!await hasJobs()) return findOrder(ask, server, id)
      return (await askJobs(ask, server, id)).state === 'gone' ? null : id
    },
    async cancel(id) {
      if (await hasJobs()) {
        await (await ask(`/api/jobs/${id}/cancel`, { method: 'POST' })).body?.cancel()
        return
      }
      const post = async (path: string, body: unknown) => (await ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).body?.cancel()
      await post('/queue', { delete: [id] })
      // very old servers stop whatever runs: only when it is ours
      const { running } = await queueOf(ask, server)
      if (running.some((entry) => isOurs(entry, id))) await post('/interrupt', { prompt_id: id })
    },
    upload: (bytes, name, signal) => upload('/upload/image', formOf({ image: [bytes, name], type: 'input', subfolder: 'redcliff' }), signal),
    uploadMask: (mask, name, original, signal) => {
      const [, subfolder = '', filename = original] = /^(?:(.*)\/)?([^/]+)$/.exec(original) ?? []
      return upload('/upload/mask', formOf({ image: [mask, name], type: 'input', subfolder: 'redcliff', original_ref: JSON.stringify({ filename, subfolder, type: 'input' }) }), signal)
    },
    fetch: (file, assets, signal) => fetchFile(ask, server, file, assets, signal),
    close: () => socket.close(),
  }
}

const Uploaded = z.looseObject({ name: z.string(), subfolder: z.string().default('') })
const Load = z.looseObject({ exec_info: z.looseObject({ queue_remaining: z.number() }) })

function formOf(fields: Record<string, string | [Uint8Array, string]>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value)
    else form.set(name, new Blob([Uint8Array.from(value[0])]), value[1])
  }
  return form
}

