import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'

/** The server's socket: what it tells goes to the client that ordered, and is lost when that one is away. */
export function openSockets({ may, remaining }: { may: (request: IncomingMessage) => boolean; remaining: () => number }) {
  const server = new WebSocketServer({ noServer: true })
  const clients = new Map<string, WebSocket>()
  const knobs = { deaf: false, /** Messages until every socket breaks. */ dropAfter: Infinity }
  const send = (socket: WebSocket, type: string, data: object) => {
    if (socket.readyState !== WebSocket.OPEN || knobs.deaf) return
    if (knobs.dropAfter-- <= 0) {
      knobs.dropAfter = Infinity
      for (const each of clients.values()) each.terminate()
      return
    }
    socket.send(JSON.stringify({ type, data }))
  }
  const status = () => ({ status: { exec_info: { queue_remaining: remaining() } } })
  return {
    knobs,
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      const url = new URL(request.url ?? '/', 'http://small')
      if (!/^(\/api)?\/ws$/.test(url.pathname) || !may(request)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      server.handleUpgrade(request, socket, head, (opened) => {
        const id = url.searchParams.get('clientId') || crypto.randomUUID()
        clients.set(id, opened)
        opened.on('close', () => { if (clients.get(id) === opened) clients.delete(id) })
        opened.on('error', () => undefined)
        send(opened, 'status', { ...status(), sid: id })
      })
    },
    tell(type: string, data: Record<string, unknown>, to: string | null) {
      for (const [id, socket] of clients) if (to === null || id === to) send(socket, type, data)
    },
    preview(to: string | null) {
      const socket = to === null ? undefined : clients.get(to)
      // event 1, format 2: a picture of what is being made
      if (socket?.readyState === WebSocket.OPEN && !knobs.deaf) socket.send(Buffer.from([0, 0, 0, 1, 0, 0, 0, 2, 0x89, 0x50, 0x4e, 0x47]))
    },
    changed() { for (const socket of clients.values()) send(socket, 'status', status()) },
    drop() { for (const socket of clients.values()) socket.terminate() },
    close() { for (const socket of clients.values()) socket.terminate(); server.close() },
  }
}
