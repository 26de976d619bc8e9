import { h } from '../dom.ts'
import { icon } from '../icons.ts'
import { avatar } from '../message/avatar.ts'
import { guildOf, localeOf, nameOf, type State } from '../state.ts'
import type { Words } from '../words.ts'

export const languages: Record<string, string> = { 'en-US': 'English, US', 'zh-CN': '中文' }

/** Who sits in front of the page. Discord has no such switch; it stands where Discord shows who one is. */
export function peopleCard(state: State, words: Words): HTMLElement {
  const me = state.world.me
  return h('div', { class: 'people-card' },
    avatar(state, me, 32),
    h('span', { class: 'who' }, h('b', {}, nameOf(state, me).name), h('span', { class: 'muted' }, partOf(state, me) || words.tryNote)),
    h('select', { 'aria-label': words.language, class: 'language', 'data-act': 'locale' }, Object.entries(languages).map(([locale, name]) => h('option', { value: locale, selected: locale === localeOf(state) }, name))))
}

/** Top right: one press and you are the other one. */
export function peopleSwitch(state: State, words: Words): HTMLElement {
  return h('div', { class: 'people-switch', role: 'group', 'aria-label': words.switchUser }, state.world.humans.map(({ id }) =>
    h('button', { type: 'button', class: id === state.world.me ? 'chosen' : '', 'data-act': 'become', 'data-user': id, 'aria-pressed': id === state.world.me ? 'true' : 'false', title: `${nameOf(state, id).name} ${partOf(state, id)}` },
      avatar(state, id, 24), h('span', {}, nameOf(state, id).name))))
}

const partOf = (state: State, id: string) => state.world.humans.find((human) => human.id === id)?.part ?? ''

/** Right: the members by their highest role. */
export function memberColumn(state: State, words: Words): HTMLElement {
  const guild = guildOf(state, state.channel)
  const groups = new Map<string, string[]>()
  for (const { id } of state.world.users) {
    const member = guild?.members[id]
    if (!guild || !member) continue
    const role = guild.roles.findLast((one) => one.id !== guild.id && member.roles.includes(one.id))
    const title = role?.name ?? words.everyone
    groups.set(title, [...groups.get(title) ?? [], id])
  }
  return h('aside', { class: 'members', 'aria-label': words.members }, [...groups].map(([title, ids]) => [
    h('h3', {}, `${title} — ${ids.length}`),
    ids.map((id) => {
      const { name, colour, bot } = nameOf(state, id)
      return h('div', { class: 'member' }, h('span', { class: 'with-status' }, avatar(state, id, 32), h('i', {})), h('span', { style: colour && `color: ${colour}` }, name), bot && h('span', { class: 'badge' }, words.app), id === guild?.ownerId && h('span', { title: words.owner, class: 'crown' }, h('img', { class: 'emoji', src: '/emoji/1f451.svg', alt: words.owner })))
    }),
  ]), state.violations.length > 0 && h('div', { class: 'violations', role: 'status' }, icon('warning', 16), ` ${words.ruleBroken}: ${state.violations.at(-1)}`))
}
