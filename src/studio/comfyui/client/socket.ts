import { randomUUID } from 'node:crypto'
import { headersOf, type Server } from './server.ts'

export type Message = { type: string; data: Record<string, unknown> }
/** Null: the socket broke, and what was said since is lost. */
export type Hear = (message: Message | null) => void

export type Listening = {
  /** The client id to order under; empty where the server has no socket for us, and only asking is left. */
  connect(): Promise<string>
  on(job: string, hear: Hear): () => void
  close(): void
}

/**
 * What a server tells of its own accord. A convenience: whatever is lost here is learnt by asking. Each connection has a new client id,
 * for a server may refuse an id that it still believes to be there.
 */
export function openSocket(server: Server, { seconds = 3, idleSeconds = 10 } = {}): Listening {
  const ears = new Map<string, Set<Hear>>()
  let open: { socket: WebSocket; ready: Promise<string> } | undefined
  let idle: NodeJS.Timeout | undefined

  const start = () => {
    const id = randomUUID()
    const url = new URL(`${server.url.replace(/\/+$/, '').replace(/^http/, 'ws')}/ws?clientId=${id}`)
    // Node's own takes headers beside the protocols; the browser's type does not know them
    const socket = new WebSocket(url, { headers: headersOf(server) } as unknown as string[])
    socket.binaryType = 'arraybuffer'
    const ready = new Promise<string>((resolve) => {
      const late = setTimeout(() => { resolve(''); socket.close() }, seconds * 1000)
      socket.addEventListener('open', () => { clearTimeout(late); resolve(id) })
      socket.addEventListener('close', () => {
        clearTimeout(late)
        resolve('')
        if (open?.socket === socket) open = undefined
        for (const each of ears.values()) for (const hear of each) hear(null)
      })
    })
    socket.addEventListener('error', () => undefined)
    socket.addEventListener('message', ({ data }) => {
      const message = typeof data === 'string' ? read(data) : null
      if (!message) return
      const job = message.data.prompt_id
      for (const hear of ears.get(String(job)) ?? []) hear(message)
    })
    open = { socket, ready }
    return ready
  }
  const closeIfIdle = () => {
    clearTimeout(idle)
    idle = setTimeout(() => { if (ears.size === 0) open?.socket.close() }, idleSeconds * 1000).unref()
  }

  return {
    connect: () => { closeIfIdle(); return open?.ready ?? start() },
    on(job, hear) {
      const each = ears.get(job) ?? new Set()
      ears.set(job, each.add(hear))
      return () => {
        each.delete(hear)
        if (each.size === 0 && ears.get(job) === each) ears.delete(job)
        closeIfIdle()
      }
    },
    close() {
      clearTimeout(idle)
      open?.socket.close()
    },
  }
}

function read(text: string): Message | null {
  try {
    const { type, data } = JSON.parse(text) as Partial<Message>
    return typeof type === 'string' && typeof data === 'object' && data !== null ? { type, data } : null
  } catch {
    return null
  }
}
