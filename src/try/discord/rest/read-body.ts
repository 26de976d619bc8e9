import type { IncomingMessage } from 'node:http'
import type { Upload } from '../interface.ts'
import { ApiError } from './api-error.ts'

export type Body = { body: unknown; uploads: Map<number, Upload>; contentType: 'json' | 'multipart' | 'none' }

/** JSON, or multipart with `payload_json` and `files[n]`. */
export async function readBody(request: IncomingMessage, { atMost }: { atMost: number }): Promise<Body> {
  const bytes = await read(request, atMost)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return { body: undefined, uploads: new Map(), contentType: 'none' }
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type)
  if (type.startsWith('application/json')) return { body: parse(String(bytes)), uploads: new Map(), contentType: 'json' }
  throw new ApiError([400, 50035, `Invalid Form Body: content type ${type || 'missing'}`], { violation: true })
}

async function read(request: IncomingMessage, atMost: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length // node gives buffers, no encoding was set
    if (length <= atMost) chunks.push(chunk as Buffer)
  }
  if (length > atMost) throw new ApiError([413, 40005, 'Request entity too large'])
  return Buffer.concat(chunks)
}

async function readForm(bytes: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch((cause: unknown) => {
    throw new ApiError([400, 50035, `Invalid Form Body: ${String(cause)}`], { violation: true })
  })
  const uploads = new Map<number, Upload>()
  let body: unknown = {}
  for (const [name, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(name)?.[1] ?? (name === 'file' ? '0' : undefined)
    if (name === 'payload_json') body = parse(typeof value === 'string' ? value : await value.text())
    else if (index !== undefined && typeof value !== 'string') uploads.set(Number(index), { name: value.name, bytes: await value.bytes(), contentType: value.type })
    else throw new ApiError([400, 50035, `Invalid Form Body: a part named ${name}`], { violation: true })
  }
  return { body, uploads, contentType: 'multipart' }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError([400, 50109, 'The request body contains invalid JSON.'], { violation: true })
  }
}
