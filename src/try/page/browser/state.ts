import type { APIApplicationCommand, APIChannel } from 'discord.js'
import type { Id, Message, Modal } from '../../discord/interface.ts'
import type { News } from '../server/news.ts'
import type { Snapshot } from '../server/snapshot.ts'

/** What one window knows. */
export type State = {
  world: Snapshot
  channel: Id
  messages: Map<Id, Message[]>
  commands: Map<Id, APIApplicationCommand[]>
  unread: Set<Id>
  /** Interactions that this window began and that nobody has answered. */
  pending: Map<Id, Pending>
  /** What failed, by message and component, until something else happens to that message. */
  failed: Set<string>
  /** What was picked in a select whose message has not changed since. */
  chosen: Map<string, string[]>
  /** Commands on their way, and those that nobody answered: shown where the answer would be. */
  notices: Notice[]
  modal: Modal | null
  replyTo: Message | null
  editing: Id | null
  typing: Map<Id, { user: Id; until: number }>
  violations: string[]
  drawer: 'channels' | 'members' | null
}

export type Pending = { message: Id; component: string } | { command: string; channel: Id } | { modal: Id }
export type Notice = { interaction: Id; channel: Id; command: string; failed: boolean; at: number }

export const newState = (world: Snapshot): State => ({
  world, channel: '', messages: new Map(), commands: new Map(), unread: new Set(), pending: new Map(), failed: new Set(), chosen: new Map(), notices: [],
  modal: null, replyTo: null, editing: null, typing: new Map(), violations: [], drawer: null,
})

export const componentKey = (message: Id, component: string) => `${message} ${component}`

/** Takes in what the server tells. */
export function hear(state: State, news: News) {
  switch (news.kind) {
    case 'state': state.world = news.state; break
    case 'message': hearMessage(state, news.message); break
    case 'gone': {
      const held = state.messages.get(news.channel)
      if (held) state.messages.set(news.channel, held.filter(({ id }) => id !== news.id).map((message) => answers(message, news.id) ? { ...message, referenced_message: null } : message))
      break
    }
    case 'modal': state.modal = news.modal; break
    case 'typing': state.typing.set(news.channel, { user: news.user, until: Date.now() + 8000 }); break
    case 'commands': state.commands.clear(); break
    case 'interaction': hearInteraction(state, news.id, news.state); break
    case 'violation': state.violations.push(news.message); break
  }
}

const answers = ({ message_reference: to }: Message, id: Id) => to?.message_id === id

function hearMessage(state: State, message: Message) {
  let held = state.messages.get(message.channel_id)
  // An answer shows what it answers as that is now.
  if (held?.some((one) => answers(one, message.id))) held = held.map((one) => answers(one, message.id) ? { ...one, referenced_message: message } : one)
  const known = held?.findIndex(({ id }) => id === message.id) ?? -1
  if (held && known >= 0) state.messages.set(message.channel_id, held.with(known, message))
  else if (held) state.messages.set(message.channel_id, [...held, message].toSorted((one, other) => BigInt(one.id) < BigInt(other.id) ? -1 : 1))
  const thread = channelOf(state, message.channel_id)
  if (known < 0 && message.edited_timestamp === null && thread && 'message_count' in thread) thread.message_count = (thread.message_count ?? 0) + 1
  if (known < 0 && message.channel_id !== state.channel && message.author.id !== state.world.me) state.unread.add(message.channel_id)
  if (state.typing.get(message.channel_id)?.user === message.author.id) state.typing.delete(message.channel_id)
  for (const key of [...state.failed]) if (key.startsWith(message.id)) state.failed.delete(key)
  for (const key of [...state.chosen.keys()]) if (key.startsWith(message.id)) state.chosen.delete(key)
}

function hearInteraction(state: State, id: Id, outcome: 'acknowledged' | 'failed') {
  const begun = state.pending.get(id)
  state.pending.delete(id)
  if (outcome === 'acknowledged') state.notices = state.notices.filter(({ interaction }) => interaction !== id)
  else state.notices = state.notices.map((notice) => notice.interaction === id ? { ...notice, failed: true } : notice)
  if (begun && 'modal' in begun) {
    if (outcome === 'failed') state.failed.add(`modal ${begun.modal}`)
    else if (state.modal?.interactionId === begun.modal) state.modal = null
  }
  if (begun && 'message' in begun && outcome === 'failed') state.failed.add(componentKey(begun.message, begun.component))
}

export const guildOf = ({ world }: State, channel: Id) => world.guilds.find(({ channels, threads }) => [...channels, ...threads].some(({ id }) => id === channel))
export const channelOf = ({ world }: State, id: Id): APIChannel | undefined => id === world.direct.id ? world.direct : world.guilds.flatMap(({ channels, threads }) => [...channels, ...threads]).find((channel) => channel.id === id)
export const localeOf = ({ world }: State) => world.humans.find(({ id }) => id === world.me)?.locale ?? 'en-US'

/** How somebody is called and coloured here. */
export function nameOf(state: State, user: Id, channel = state.channel): { name: string; colour: string | undefined; bot: boolean } {
  const found = state.world.users.find(({ id }) => id === user)
  const guild = guildOf(state, channel)
  const member = guild?.members[user]
  const role = guild?.roles.findLast(({ id, colour }) => colour !== 0 && member?.roles.includes(id))
  return {
    name: member?.nick ?? found?.global_name ?? found?.username ?? 'Unknown User',
    colour: role && `#${role.colour.toString(16).padStart(6, '0')}`, bot: found?.bot === true,
  }
}

export const channelName = (channel: APIChannel | undefined): string => (channel && 'name' in channel && channel.name) || 'Redcliff'
export const isThread = ({ type }: { type: number }) => type === 10 || type === 11 || type === 12
