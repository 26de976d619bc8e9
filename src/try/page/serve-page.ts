import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Id, Ref, SmallDiscord } from '../discord/small-discord.ts'
import { act } from './server/act.ts'
import { openStreams } from './server/streams.ts'
import { emojiPicture } from './server/emoji.ts'
import { isOurs } from './server/guard.ts'
import { rememberReactions } from './server/reactions.ts'
import { sendFile } from './server/send-file.ts'
import { seenMessages, snapshot, type Human, type Seat } from './server/snapshot.ts'
import { readPage } from './server/static.ts'

export type PageOptions = {
  discord: SmallDiscord
  /** 0, or left out: any free one. */
  port?: number
  /** Who can be switched between, the first one first. `part` says who they are in a word: «producer». */
  people: readonly { user: Ref; part?: string }[]
  /** The channel that is open at first. */
  home?: Ref
}

/** Serves a page that looks and works like a Discord thread, on loopback only; nothing that is done there outlives the process. */
export async function servePage({ discord, port = 0, people, home }: PageOptions): Promise<{ url: string; close: () => Promise<void> }> {
  const idOf = (ref: Ref) => typeof ref === 'string' ? ref : ref.id
  const humans: Human[] = people.map(({ user, part }) => ({ id: idOf(user), part: part ?? '' }))
  const seat: Seat = { discord, humans, home: home === undefined ? undefined : idOf(home), reactions: rememberReactions(discord) }
  const page = await readPage()
  const streams = openStreams(seat)
  let bound = port

  const routes: Record<string, (request: IncomingMessage, response: ServerResponse, url: URL, me: Id) => unknown> = {
    'GET /api/events': (_, response, __, me) => streams.join(response, me),
    'GET /api/state': (_, response, __, me) => json(response, snapshot(seat, me)),
    'GET /api/messages': (_, response, url, me) => json(response, seenMessages(seat, me, url.searchParams.get('channel') ?? '')),
    'GET /api/commands': (_, response, url, me) => json(response, discord.commandsFor(me, url.searchParams.get('channel') ?? '')),
    'POST /api/act': async (request, response, _, me) => json(response, await act(request, { seat, me, streams })),
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://page')
    if (!isOurs(request, bound)) return json(response, { message: 'This page answers only to itself.' }, 403)
    if (url.pathname.startsWith('/files/')) return sendFile(discord, request, response, url.pathname)
    if (url.pathname.startsWith('/emoji/')) return page.send(response, await emojiPicture(url.pathname))
    if (url.pathname === '/api/people') return json(response, humans.map(({ id }) => id))
    const route = routes[`${request.method} ${url.pathname}`]
    if (!route) return page.send(response, request.method === 'GET' ? page.file(url.pathname) : undefined)
    const me = url.searchParams.get('as') ?? ''
    if (!humans.some(({ id }) => id === me)) return json(response, { message: 'Nobody of this name sits in front of this page.' }, 403)
    return route(request, response, url, me)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else json(response, { message: error instanceof Error ? error.message : String(error) }, 400)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The page has no port.')
  bound = address.port

  return {
    url: `http://127.0.0.1:${bound}/`,
    close: async () => {
      streams.close()
      seat.reactions.forget()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}

function json(response: ServerResponse, value: unknown, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  response.end(JSON.stringify(value ?? {}, (_, held: unknown) => typeof held === 'bigint' ? String(held) : held))
}
