import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { drawnPicture } from './drawn-picture.ts'
import { ApiRefusal, sendJson } from './http.ts'
import { readConversation } from './read-conversation.ts'
import type { ServerFault } from './server-fault.ts'
import { spokenTone } from './spoken-tone.ts'
import { writeAnswer, type Answerer, type Written } from './write-answer.ts'

type Body = Record<string, any>
type Send = (response: ServerResponse) => void | Promise<void>
type Paid = (body: Body, fault: ServerFault | null) => Promise<Send>
type Job = { ready: number; begun: number; answer: Body; cancelled?: boolean }

const contentRefused = () => new ApiRefusal(400, 'moderation_blocked', 'Your request was rejected by the safety system. If you believe this is an error, contact us. safety_violations=[violence].', { type: 'image_generation_user_error' })

/** What costs money, and the free looks at what became of it. Jobs are kept for a while, as there. */
export function openRoutes({ latency, answer, video, take }: {
  latency: number; answer: Answerer; video: (() => Promise<Buffer>) | undefined; take: (route: string, body: Body) => void
}) {
  const jobs = new Map<string, Job>()
  const seen = new Set<string>()
  const keep = (id: string, job: Job) => {
    jobs.set(id, job)
    if (jobs.size > 1000) jobs.delete(jobs.keys().next().value ?? '')
  }
  const slowness = (fault: ServerFault | null) => latency + (fault?.kind === 'slow' ? fault.seconds : 0)
  const refusedByWords = (fault: ServerFault | null, words: unknown) => fault?.kind === 'refuse' || /\brefuse me\b/i.test(String(words))

  const responses: Paid = async (body, fault) => {
    const asked = readConversation('responses', body)
    take('/responses', body)
    const id = `resp_${randomUUID().replaceAll('-', '')}`
    const created = Math.floor(Date.now() / 1000)
    const done = responseBody(id, created, body, await writeAnswer(asked, fault, answer, seen))
    const ready = Date.now() + slowness(fault) * 1000
    keep(id, { ready, begun: Date.now(), answer: done })
    if (!body['background']) {
      await sleep(ready - Date.now())
      return (response) => sendJson(response, done)
    }
    return (response) => sendJson(response, { ...done, status: 'queued', output: [], usage: undefined, incomplete_details: null })
  }

  const chat: Paid = async (body, fault) => {
    const asked = readConversation('chat', body)
    take('/chat/completions', body)
    const { kind, text, tokens } = await writeAnswer(asked, fault, answer, seen)
    await sleep(slowness(fault) * 1000)
    return (response) => sendJson(response, {
      id: `chatcmpl-${randomUUID()}`, object: 'chat.completion', created: Math.floor(Date.now() / 1000), model: body['model'],
      choices: [{ index: 0, finish_reason: kind === 'cut' ? 'length' : 'stop', logprobs: null, message: { role: 'assistant', content: kind === 'refusal' ? null : text, refusal: kind === 'refusal' ? text : null } }],
      usage: { prompt_tokens: tokens.in, completion_tokens: tokens.out, total_tokens: tokens.in + tokens.out, prompt_tokens_details: { cached_tokens: tokens.cached } },
    })
  }

  const images: Paid = async (body, fault) => {
    if (refusedByWords(fault, body['prompt'])) throw contentRefused()
    const [width = 1024, height = 1024] = String(body['size'] ?? '1024x1024').split('x').map(Number)
    const count = Number(body['n'] ?? 1)
    const inputs = [body['image'] ?? []].flat().length
    if (width % 16 !== 0 || height % 16 !== 0 || Math.max(width / height, height / width) > 3 || width * height < 655_360) throw new ApiRefusal(400, 'invalid_value', `Invalid size ${body['size']}.`)
    if (count < 1 || count > 10 || inputs > 16) throw new ApiRefusal(400, 'invalid_value', 'Too many images.')
    take(inputs > 0 ? '/images/edits' : '/images/generations', body)
    // it draws while one waits
    const [data] = await Promise.all([Promise.all(Array.from({ length: count }, async (_, index) => fault?.kind === 'malformed' ? {} : { b64_json: (await drawnPicture(String(body['prompt']), { width, height }, index)).toString('base64') })), sleep(slowness(fault) * 1000)])
    const text = Math.ceil(String(body['prompt']).length / 4)
    const [input, out] = [inputs * 1200, Math.round(count * width * height / 1e6 * 1010)]
    return (response) => sendJson(response, {
      created: Math.floor(Date.now() / 1000), background: 'opaque', output_format: 'png', quality: body['quality'] ?? 'medium', size: `${width}x${height}`, data,
      usage: { input_tokens: text + input, input_tokens_details: { text_tokens: text, image_tokens: input }, output_tokens: out, total_tokens: text + input + out },
    })
  }

  const speech: Paid = async (body, fault) => {
    if (refusedByWords(fault, body['input'])) throw contentRefused()
    take('/audio/speech', body)
    await sleep(slowness(fault) * 1000)
    const bytes = fault?.kind === 'malformed' ? Buffer.from('{"sound":"none"}') : spokenTone(String(body['input']), Number(body['speed'] ?? 1))
    return (response) => void response.writeHead(200, { 'content-type': 'audio/wav' }).end(bytes)
  }

  const videos: Paid = async (body, fault) => {
    if (refusedByWords(fault, body['prompt'])) throw contentRefused()
    take('/videos', body)
    const id = `video_${randomUUID().replaceAll('-', '')}`
    const answer = {
      id, object: 'video', model: body['model'], status: 'completed', progress: 100, created_at: Math.floor(Date.now() / 1000), completed_at: null, expires_at: null, error: null,
      prompt: body['prompt'], remixed_from_video_id: null, seconds: body['seconds'] ?? '4', size: body['size'] ?? '720x1280', malformed: fault?.kind === 'malformed',
    }
    keep(id, { ready: Date.now() + slowness(fault) * 1000, begun: Date.now(), answer })
    return (response) => sendJson(response, { ...answer, status: 'queued', progress: 0 })
  }

  const paid: Record<string, Paid> = { '/responses': responses, '/chat/completions': chat, '/images/generations': images, '/images/edits': images, '/audio/speech': speech, ...(video && { '/videos': videos }) }
  return {
    paid: (method: string, path: string): Paid | undefined => method === 'POST' ? paid[path] : undefined,
    look(method: string, path: string): Send | null {
      const [, kind, id = '', what] = path.split('/')
      if ((kind !== 'responses' && kind !== 'videos') || id === '') return null
      const job = jobs.get(id)
      if (!job) throw new ApiRefusal(404, null, `${kind === 'videos' ? 'Video' : 'Response'} with id '${id}' not found.`)
      const pending = Date.now() < job.ready && !job.cancelled
      const progress = Math.min(99, Math.round((Date.now() - job.begun) / Math.max(1, job.ready - job.begun) * 100))
      if (method === 'POST' && what === 'cancel') {
        if (pending) job.cancelled = true
        return (response) => sendJson(response, job.cancelled ? { ...job.answer, status: 'cancelled', output: [], incomplete_details: null } : job.answer)
      }
      if (method !== 'GET') return null
      if (kind === 'videos' && what === 'content') return async (response) => void response.writeHead(200, { 'content-type': 'video/mp4' }).end(job.answer['malformed'] ? Buffer.from('no clip') : await video?.())
      if (job.cancelled) return (response) => sendJson(response, { ...job.answer, status: 'cancelled', output: [], incomplete_details: null })
      return (response) => sendJson(response, pending ? { ...job.answer, status: 'in_progress', ...(kind === 'videos' ? { progress } : { output: [], usage: undefined, incomplete_details: null }) } : job.answer)
    },
  }
}

function responseBody(id: string, created: number, body: Body, { kind, text, tokens }: Written): Body {
  const content = kind === 'refusal' ? { type: 'refusal', refusal: text } : { type: 'output_text', text, annotations: [], logprobs: [] }
  return {
    id, object: 'response', created_at: created, background: body['background'] ?? false, status: kind === 'cut' ? 'incomplete' : 'completed', error: null,
    incomplete_details: kind === 'cut' ? { reason: 'max_output_tokens' } : null, instructions: body['instructions'] ?? null, model: body['model'], metadata: {}, parallel_tool_calls: true,
    output: [{ id: `msg_${id.slice(5)}`, type: 'message', role: 'assistant', status: kind === 'cut' ? 'incomplete' : 'completed', content: [content] }],
    temperature: 1, top_p: 1, tool_choice: 'auto', tools: [], text: body['text'] ?? { format: { type: 'text' } },
    usage: { input_tokens: tokens.in, input_tokens_details: { cached_tokens: tokens.cached, cache_write_tokens: 0 }, output_tokens: tokens.out, output_tokens_details: { reasoning_tokens: 0 }, total_tokens: tokens.in + tokens.out },
  }
}
