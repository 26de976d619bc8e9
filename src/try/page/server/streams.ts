import type { ServerResponse } from 'node:http'
import type { Change, Id, Interaction } from '../../discord/small-discord.ts'
import { snapshot, withOwnReactions, type Seat } from './snapshot.ts'
import type { News } from './news.ts'

export type Streams = ReturnType<typeof openStreams>

/** Server-sent events: everything that changes, to each window of those who may see it. */
export function openStreams(seat: Seat) {
  const { discord } = seat
  const windows = new Map<ServerResponse, Id>()
  const tell = (response: ServerResponse, news: News) => response.write(`data: ${JSON.stringify(news)}\n\n`)
  const tellUser = (user: Id, news: News) => {
    for (const [response, me] of windows) if (me === user) tell(response, news)
  }
  // Changes come in bursts (a bot that registers, a guild that is set up): one picture of the world is enough for each.
  let stale = false
  const refresh = () => {
    if (stale) return
    stale = true
    setImmediate(() => {
      stale = false
      for (const [response, me] of windows) tell(response, { kind: 'state', state: snapshot(seat, me) })
    })
  }
  const stop = discord.on((change) => {
    if (/^(channel|thread|guild)/.test(change.kind)) refresh()
    for (const [response, me] of windows) {
      const news = newsFor(seat, change, me)
      if (news) tell(response, news)
    }
  })
  const heartbeat = setInterval(() => {
    for (const response of windows.keys()) response.write(': still here\n\n')
  }, 15_000)
  heartbeat.unref()

  return {
    join(response: ServerResponse, me: Id) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      windows.set(response, me)
      response.on('close', () => windows.delete(response))
      tell(response, { kind: 'state', state: snapshot(seat, me) })
    },
    refresh,
    /** How an interaction goes on, for the person who began it: the button stops to be busy, or it failed. */
    follow(interaction: Interaction) {
      const about = { id: interaction.id, userId: interaction.userId }
      interaction.response.catch(() => {}) // told by `acknowledged` already
      interaction.acknowledged.then(
        () => tellUser(about.userId, { kind: 'interaction', id: about.id, state: 'acknowledged' }),
        () => tellUser(about.userId, { kind: 'interaction', id: about.id, state: 'failed' }),
      )
    },
    close() {
      stop()
      clearInterval(heartbeat)
      for (const response of windows.keys()) response.end()
    },
  }
}

function newsFor(seat: Seat, change: Change, me: Id): News | undefined {
  const { discord } = seat
  switch (change.kind) {
    case 'message create':
    case 'message update':
      if (!mayRead(seat, me, change.message)) return undefined
      return { kind: 'message', message: withOwnReactions(seat, change.message, me), fresh: change.kind === 'message create' }
    case 'message delete':
      return { kind: 'gone', id: change.id, channel: change.channelId }
    case 'reaction': {
      const message = discord.message(change.messageId)
      return message && mayRead(seat, me, message) ? { kind: 'message', message: withOwnReactions(seat, message, me), fresh: false } : undefined
    }
    case 'modal':
      return change.modal.userId === me ? { kind: 'modal', modal: change.modal } : undefined
    case 'typing':
      return change.userId === me ? undefined : { kind: 'typing', channel: change.channelId, user: change.userId }
    case 'commands':
      return { kind: 'commands' }
    case 'violation':
      return { kind: 'violation', message: `${change.violation.rule}: ${change.violation.message}` }
    default:
      return undefined
  }
}

const mayRead = ({ discord }: Seat, me: Id, { visibleTo, channel_id }: { visibleTo?: Id; channel_id: Id }) =>
  (visibleTo === undefined || visibleTo === me) && discord.sees(me, channel_id)
