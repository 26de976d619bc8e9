import type { IncomingMessage, ServerResponse } from 'node:http'

/** A refusal as the API words it. */
export class ApiRefusal extends Error {
  override name = 'ApiRefusal'
  readonly status: number
  readonly code: string | null
  readonly type: string
  readonly headers: Record<string, string>
  readonly bare: boolean
  constructor(status: number, code: string | null, message: string, { type = 'invalid_request_error', headers = {}, bare = false }: { type?: string; headers?: Record<string, string>; bare?: boolean } = {}) {
    super(message)
    this.status = status
    this.code = code
    this.type = type
    this.headers = headers
    this.bare = bare
  }
}

/** Bodies as values: JSON, or the fields of a form with its files. */
export async function readBody(request: IncomingMessage): Promise<Record<string, any>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return {}
  if (type.startsWith('application/json')) return JSON.parse(bytes.toString('utf8')) as Record<string, any>
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const body: Record<string, any> = {}
  for (const [field, value] of form.entries()) {
    const name = field.replace(/\[\]$/, '')
    const read = typeof value === 'string' ? value : { name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) }
    if (field.endsWith('[]')) (body[name] ??= []).push(read)
    else body[name] = read
  }
  return body
}

export const sendJson = (response: ServerResponse, value: unknown, status = 200, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_loopback', ...headers }).end(JSON.stringify(value))
}

export const sendRefusal = (response: ServerResponse, { status, code, message, type, headers, bare }: ApiRefusal) =>
  bare ? void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<html>upstream error</html>') : sendJson(response, { error: { message, type, param: null, code } }, status, headers)
