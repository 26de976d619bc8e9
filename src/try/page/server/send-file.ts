import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SmallDiscord } from '../../discord/small-discord.ts'

/** `/files/<attachment id>/<name>`: the bytes, or the part that a player asks for. Links here do not expire as Discord's own do. */
export function sendFile(discord: SmallDiscord, request: IncomingMessage, response: ServerResponse, path: string) {
  const file = discord.file(path.split('/')[2] ?? '')
  if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('This file is gone.')
  const shown = /^(image\/(png|jpeg|gif|webp)|video\/|audio\/|text\/plain)/.test(file.contentType)
  const head = {
    'content-type': shown ? file.contentType : 'application/octet-stream',
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    // An uploaded page or drawing must not run as ours.
    'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes', 'cache-control': 'private, max-age=3600',
  }
  const size = file.bytes.byteLength
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return response.writeHead(200, { ...head, 'content-length': size }).end(file.bytes)
  const from = asked[1] === '' ? Math.max(0, size - Number(asked[2])) : Number(asked[1])
  const to = asked[1] === '' || asked[2] === '' ? size - 1 : Math.min(size - 1, Number(asked[2]))
  if (from >= size || from > to) return response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
  return response.writeHead(206, { ...head, 'content-range': `bytes ${from}-${to}/${size}`, 'content-length': to - from + 1 }).end(file.bytes.subarray(from, to + 1))
}
