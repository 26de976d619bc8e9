import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'

/** `sent`: the request has arrived and not gone on; `taken`: the server's answer is there, and not passed on; `half`: half of it was. */
export type Phase = 'sent' | 'taken' | 'half' | 'told'
export type Passing = { method: string; path: string; phase: Phase }

export type Gate = { url: string; close(): Promise<void> }

/** Stands before a server and sees all that passes. What `onPass` answers with `stop` goes no further. */
export async function openGate(target: string, onPass: (passing: Passing) => 'stop' | undefined): Promise<Gate> {
  const { port, host } = new URL(target)
  let home = ''
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bytesOf(request)
    const passing = { method: request.method ?? 'GET', path: (request.url ?? '/').replace(/\?.*$/s, '') }
    if (onPass({ ...passing, phase: 'sent' }) === 'stop') return response.destroy()
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      ask({ host: '127.0.0.1', port, method: request.method, path: request.url, headers: { ...request.headers, host, 'content-length': body.length } }, resolve).on('error', reject).end(body)
    })
    const told = await bytesOf(answer)
    if (onPass({ ...passing, phase: 'taken' }) === 'stop') return response.destroy()
    // what it says of itself is to come back through here
    const json = String(answer.headers['content-type']).includes('json')
    const bytes = json ? Buffer.from(told.toString().replaceAll(new URL(target).origin, home)) : told
    const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers
    response.writeHead(answer.statusCode ?? 500, { ...headers, 'content-length': bytes.length })
    response.write(bytes.subarray(0, bytes.length >> 1))
    if (onPass({ ...passing, phase: 'half' }) === 'stop') return response.destroy()
    response.end(bytes.subarray(bytes.length >> 1), () => void onPass({ ...passing, phase: 'told' }))
  }
  const server = createServer((request, response) => { serve(request, response).catch(() => response.destroy()) })
  server.on('upgrade', (request, socket, head) => {
    const there = connect(Number(port), '127.0.0.1', () => {
      there.write(`${request.method} ${request.url} HTTP/1.1\r\n${Object.entries({ ...request.headers, host }).map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`)
      there.write(head)
      there.pipe(socket).pipe(there)
    })
    for (const each of [there, socket]) each.on('error', () => { there.destroy(); socket.destroy() })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: home,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bytesOf(stream: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
