import { h, type Child } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { icon } from '../icons.ts'
import { channelName, componentKey, guildOf, isThread, nameOf, type State } from '../state.ts'
import { avatar } from '../message/avatar.ts'
import { dots, emojiOf } from './button.ts'
import type { APISelectMenuComponent } from './kinds.ts'
import type { View } from './render.ts'

/** The closed select; what it opens is in `popups/select-popup.ts`. */
export function renderSelect(select: APISelectMenuComponent, { state, words, message, busy }: View): HTMLElement {
  const offers = offersOf(select, state)
  const chosen = state.chosen.get(componentKey(message.id, select.custom_id)) ?? presetValues(select)
  return h('button', {
    type: 'button', class: `select${busy === select.custom_id ? ' busy' : ''}`, role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': 'false', disabled: select.disabled === true,
    'aria-label': select.placeholder ?? words.select, 'data-act': 'select', 'data-component': select.custom_id,
  }, closedSelect(chosen.flatMap((value) => offers.find((offer) => offer.value === value) ?? []), select.placeholder ?? words.select, select.max_values ?? 1), busy === select.custom_id ? dots() : icon('down', 20))
}

export function closedSelect(chosen: readonly Offer[], placeholder: string, most: number): Child {
  const [only] = chosen
  if (!only) return h('span', { class: 'select-text muted' }, withEmoji(placeholder))
  if (chosen.length === 1 && most === 1) return h('span', { class: 'select-text' }, only.picture, h('span', {}, withEmoji(only.label)))
  return h('span', { class: 'select-text' }, chosen.map(({ label, picture }) => h('span', { class: 'pill' }, picture?.cloneNode(true), withEmoji(label))))
}

export type Offer = { value: string; label: string; description?: string | undefined; picture?: Node | undefined; colour?: string | undefined }

export const presetValues = (select: APISelectMenuComponent): string[] => 'options' in select
  ? select.options.filter((option) => option.default === true).map(({ value }) => value)
  : (select.default_values ?? []).map(({ id }) => id)

/** What can be chosen: the bot's options, or this server's people, roles and channels. */
export function offersOf(select: APISelectMenuComponent, state: State): Offer[] {
  if ('options' in select) {
    return select.options.map(({ value, label, description, emoji }) => {
      const picture = emoji ? emojiOf(emoji) : undefined
      return { value, label, description, picture: picture instanceof Node ? picture : undefined }
    })
  }
  const types = 'channel_types' in select ? select.channel_types : undefined
  return [
    ...select.type === 5 || select.type === 7 ? people(state) : [],
    ...select.type === 6 || select.type === 7 ? roles(state) : [],
    ...select.type === 8 ? channels(state).filter(({ type }) => !types || types.includes(type)) : [],
  ]
}

export const people = (state: State): Offer[] => state.world.users.filter(({ id }) => guildOf(state, state.channel)?.members[id]).map((user) => {
  const { name, colour } = nameOf(state, user.id)
  return { value: user.id, label: name, description: user.username, picture: avatar(state, user.id, 24), colour }
})

export const roles = (state: State): Offer[] => {
  const guild = guildOf(state, state.channel)
  return (guild?.roles ?? []).filter(({ id }) => id !== guild?.id).map(({ id, name, colour }) => {
    const tint = colour === 0 ? '#99aab5' : `#${colour.toString(16).padStart(6, '0')}`
    return { value: id, label: name, picture: h('span', { class: 'role-dot', style: `background: ${tint}` }), colour: tint }
  })
}

export const channels = (state: State): (Offer & { type: number })[] => {
  const guild = guildOf(state, state.channel)
  return [...guild?.channels ?? [], ...guild?.threads ?? []].map((channel) =>
    ({ value: channel.id, label: channelName(channel), picture: icon(isThread(channel) ? 'thread' : channel.type === 15 ? 'forum' : 'hash', 20), type: channel.type }))
}
