import type { WebSocket } from 'ws'

/** What one IDENTIFY opened. It outlives its connection for a while, and keeps what was sent to be replayed. */
export type Session = {
  id: string
  shard: [number, number]
  intents: number
  seq: number
  /** The newest events, ready to be sent again. */
  sent: { seq: number; text: string }[]
  socket: WebSocket | undefined
  lostAt: number | undefined
}

/** Past this many events a session cannot be resumed from its start. */
const kept = 2000

/** `data` is JSON already, so that an event for many sessions is written once. */
export function sendEvent(session: Session, type: string, data: string) {
  session.seq += 1
  const text = `{"op":0,"s":${session.seq},"t":"${type}","d":${data}}`
  session.sent.push({ seq: session.seq, text })
  if (session.sent.length > kept * 2) session.sent.splice(0, kept)
  session.socket?.send(text)
}

/** False when too much was missed. */
export function replay(session: Session, after: number): boolean {
  const first = session.sent[0]?.seq ?? session.seq + 1
  if (after > session.seq || after + 1 < first) return false
  for (const { seq, text } of session.sent) if (seq > after) session.socket?.send(text)
  return true
}
