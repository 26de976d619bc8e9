import type { APIChannel } from 'discord.js'
import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { icon } from '../icons.ts'
import { channelName, guildOf, isThread, type State } from '../state.ts'
import { peopleCard } from './people.ts'

/** The rail of servers and the open server's channels, each thread under its channel. */
export function leftColumns({ state, words }: App): HTMLElement {
  const guild = guildOf(state, state.channel)
  const inDirect = state.channel === state.world.direct.id
  return h('nav', { class: 'left', 'aria-label': words().channels },
    h('div', { class: 'servers' },
      h('button', { type: 'button', class: `server${inDirect ? ' open' : ''}`, 'data-act': 'go', 'data-channel': state.world.direct.id, 'aria-label': words().direct, title: words().direct }, h('img', { src: '/emoji/1f3ac.svg', alt: '' }), state.unread.has(state.world.direct.id) && h('i', { class: 'new' })),
      h('hr', {}),
      state.world.guilds.map((one) => h('button', { type: 'button', class: `server${one === guild ? ' open' : ''}`, 'data-act': 'go', 'data-channel': firstChannel(state, one.channels), 'aria-label': one.name, title: one.name }, initials(one.name)))),
    h('div', { class: 'channels' },
      h('h2', { class: 'server-name' }, guild?.name ?? words().direct),
      h('div', { class: 'channel-list' }, guild
        ? groups(guild.channels).map(({ title, channels }) => [
          h('h3', {}, icon('down', 12), title ?? words().textChannels),
          channels.map((channel) => [channelLine(state, channel), threadsOf(state, channel, guild.threads).map((thread) => channelLine(state, thread))]),
        ])
        : channelLine(state, state.world.direct))),
    peopleCard(state, words()))
}

function groups(channels: readonly APIChannel[]): { title: string | undefined; channels: APIChannel[] }[] {
  const parentOf = (channel: APIChannel) => 'parent_id' in channel ? channel.parent_id ?? undefined : undefined
  const speaking = channels.filter(({ type }) => type !== 4)
  const categories = channels.filter(({ type }) => type === 4)
  const loose = speaking.filter((channel) => !categories.some(({ id }) => id === parentOf(channel)))
  return [...loose.length > 0 ? [{ title: undefined, channels: loose }] : [], ...categories.map((category) => ({ title: channelName(category), channels: speaking.filter((channel) => parentOf(channel) === category.id) }))]
}

function channelLine(state: State, channel: APIChannel) {
  const thread = isThread(channel)
  const open = channel.id === state.channel
  return h('button', {
    type: 'button', class: `channel${thread ? ' thread' : ''}${open ? ' open' : ''}${state.unread.has(channel.id) && !open ? ' unread' : ''}`, key: `line-${channel.id}`,
    'data-act': 'go', 'data-channel': channel.id, 'aria-current': open ? 'page' : undefined,
  }, !thread && icon(channel.type === 15 ? 'forum' : channel.type === 1 ? 'people' : 'hash', 20), h('span', {}, withEmoji(channelName(channel))), channel.type === 12 && icon('lock', 14))
}

/** The newest first; archived ones only while they are open, as Discord lists them. */
const threadsOf = (state: State, { id }: APIChannel, threads: readonly APIChannel[]) => threads.filter((thread) => 'parent_id' in thread && thread.parent_id === id && (!isArchived(thread) || thread.id === state.channel)).toReversed()

export const isArchived = (channel: APIChannel) => 'thread_metadata' in channel && channel.thread_metadata?.archived === true

const firstChannel = (state: State, channels: readonly APIChannel[]) => channels.find(({ id }) => id === state.world.home)?.id ?? channels.find(({ type }) => type === 0)?.id ?? channels[0]?.id

const initials = (name: string) => /[\u3000-\u9fff]/.test(name) ? name.slice(0, 2) : name.split(/\s+/).map((word) => word[0] ?? '').join('').slice(0, 3)
