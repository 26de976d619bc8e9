import type { APIApplicationCommand } from 'discord.js'
import type { Id, Message, Modal } from '../../discord/interface.ts'
import type { Deed } from '../server/deed.ts'
import type { News } from '../server/news.ts'
import type { Snapshot } from '../server/snapshot.ts'
import { guildOf, hear, localeOf, newState, type Pending, type State } from './state.ts'
import { wordsFor, type Words } from './words.ts'

/** The window: what it knows and what can be done in it. */
export type App = {
  state: State
  words: () => Words
  locale: () => string
  /** Changes what is known and shows it. */
  change: (how: (state: State) => void) => void
  act: (deed: Deed, files?: readonly File[]) => Promise<Record<string, unknown>>
  /** An act that the bot must answer: `pending` says where it is waited for. */
  begin: (deed: Deed, pending: Pending, files?: readonly File[]) => Promise<void>
  open: (channel: Id) => Promise<void>
  close: () => void
  commands: () => Promise<APIApplicationCommand[]>
}

export async function openApp(me: Id, draw: (app: App) => void): Promise<App> {
  const ask = async (path: string, form?: FormData): Promise<unknown> => {
    const response = await fetch(`/api/${path}${path.includes('?') ? '&' : '?'}as=${me}`, form ? { method: 'POST', body: form } : {})
    const answer = await response.json() as { message?: string }
    if (!response.ok) throw new Error(answer.message ?? response.statusText)
    return answer
  }
  const state = newState(await ask('state') as Snapshot)
  let drawn = false
  const redraw = () => {
    if (drawn) return
    drawn = true
    setTimeout(() => {
      drawn = false
      draw(app)
    })
  }
  const load = async (channel: Id) => {
    const before = state.messages.get(channel) ?? []
    if (!state.messages.has(channel)) state.messages.set(channel, before)
    const read = await ask(`messages?channel=${channel}`) as Message[]
    // What was heard meanwhile is newer than what was read.
    const heard = (state.messages.get(channel) ?? []).filter((message) => !before.includes(message))
    const newest = new Map([...read, ...heard].map((message) => [message.id, message]))
    app.change(() => state.messages.set(channel, [...newest.values()]))
  }
  // The bot may be quicker than the answer to our own request: what it did then waits here.
  const early = new Map<Id, 'acknowledged' | 'failed'>()
  const earlyForms = new Map<Id, Modal>()
  const begun = new Set<Id>()

  const app: App = {
    state,
    words: () => wordsFor(localeOf(state)),
    locale: () => localeOf(state),
    change: (how) => {
      how(state)
      redraw()
    },
    act: async (deed, files = []) => {
      const form = new FormData()
      form.set('deed', JSON.stringify(deed))
      for (const file of files) form.append('file', file, file.name)
      return await ask('act', form) as Record<string, unknown>
    },
    begin: async (deed, pending, files = []) => {
      const { interaction } = await app.act(deed, files) as { interaction: Id }
      const [outcome, form] = [early.get(interaction), earlyForms.get(interaction)]
      begun.add(interaction)
      app.change(() => {
        state.pending.set(interaction, pending)
        if ('command' in pending) state.notices.push({ interaction, channel: pending.channel, command: pending.command, failed: false, at: Date.now() })
        if (form) state.modal = form
        if (outcome) hear(state, { kind: 'interaction', id: interaction, state: outcome })
      })
    },
    open: async (channel) => {
      app.change(() => {
        Object.assign(state, { channel, replyTo: null, editing: null, drawer: null })
        state.unread.delete(channel)
      })
      const guild = guildOf(state, channel)
      history.replaceState(null, '', `#${guild?.id ?? '@me'}/${channel}`)
      if (!state.messages.has(channel)) await load(channel)
    },
    close: () => events.close(),
    commands: async () => {
      const { channel } = state
      const known = state.commands.get(channel)
      if (known) return known
      const commands = await ask(`commands?channel=${channel}`) as APIApplicationCommand[]
      state.commands.set(channel, commands)
      return commands
    },
  }

  const events = new EventSource(`/api/events?as=${me}`)
  events.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as News // our own server's
    if (news.kind === 'interaction' && !begun.has(news.id)) early.set(news.id, news.state)
    // The same person's other window did not ask for this form.
    if (news.kind === 'modal' && !begun.has(news.modal.interactionId)) return void earlyForms.set(news.modal.interactionId, news.modal)
    app.change(() => hear(state, news))
  })
  let lost = false
  events.addEventListener('error', () => { lost = true })
  events.addEventListener('open', () => {
    // What happened while the line was down is read again.
    if (lost) for (const channel of state.messages.keys()) void load(channel)
    lost = false
  })
  return app
}
