import type { IncomingMessage, ServerResponse } from 'node:http'
import { signature } from '../world/files.ts'
import type { World } from '../world/world.ts'
import { avatar } from './avatar.ts'

/** Attachments by signed links, in parts when asked (films are played so); and faces for those who have none. */
export function serveFile(world: World, request: IncomingMessage, response: ServerResponse, url: URL): boolean {
  const [kind, , id] = url.pathname.split('/').slice(1)
  if (kind === 'embed') return send(request, response, avatar(Number(/(\d+)/.exec(url.pathname)?.[1] ?? 0)), 'image/png')
  if (kind !== 'attachments' && kind !== 'ephemeral-attachments') return false
  const file = world.files.get(id ?? '')
  const [until, issued] = ['ex', 'is'].map((key) => Number.parseInt(url.searchParams.get(key) ?? '', 16))
  const valid = file !== undefined && until !== undefined && issued !== undefined && url.searchParams.get('hm') === signature(world, file.id, until, issued) && until * 1000 > world.now()
  if (!valid || decodeURIComponent(url.pathname.split('/').at(-1) ?? '') !== file.name) {
    response.writeHead(404, { 'Content-Type': 'text/plain', 'Access-Control-Allow-Origin': '*' }).end('This content is no longer available.')
    return true
  }
  return send(request, response, file.bytes, file.contentType, file.name)
}

function send(request: IncomingMessage, response: ServerResponse, bytes: Uint8Array, contentType: string, name?: string): true {
  const headers = {
    'Content-Type': contentType, 'Accept-Ranges': 'bytes', 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=31536000', 'X-Content-Type-Options': 'nosniff',
    ...name !== undefined && !/^(image|video|audio)\//.test(contentType) && { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
  }
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  const range = from === undefined ? undefined : rangeOf(from, to ?? '', bytes.length)
  if (range === 'none') response.writeHead(416, { ...headers, 'Content-Range': `bytes */${bytes.length}` }).end()
  else {
    const part = range ? bytes.subarray(range[0], range[1] + 1) : bytes
    response.writeHead(range ? 206 : 200, { ...headers, 'Content-Length': part.length, ...range && { 'Content-Range': `bytes ${range[0]}-${range[1]}/${bytes.length}` } })
    response.end(request.method === 'HEAD' ? undefined : part)
  }
  return true
}

function rangeOf(from: string, to: string, length: number): [number, number] | 'none' | undefined {
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from)
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1)
  return first > last || first >= length ? 'none' : [first, last]
}
