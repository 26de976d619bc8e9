import { h } from '../dom.ts'
import { nameOf, type State } from '../state.ts'

/** A round picture of somebody: nobody here has uploaded one, so each has a colour and a first letter; the crew has its clapperboard. */
export function avatar(state: State, user: string, size = 40): HTMLElement {
  const { name, bot } = nameOf(state, user)
  if (bot) return h('span', { class: 'avatar bot', style: `--size: ${size}px` }, h('img', { src: '/emoji/1f3ac.svg', alt: '', draggable: 'false' }))
  const [from, to] = colours[state.world.users.findIndex(({ id }) => id === user) % colours.length] ?? ['#5865f2', '#404eed']
  return h('span', { class: 'avatar', style: `--size: ${size}px; background: linear-gradient(135deg, ${from}, ${to})`, 'aria-hidden': 'true' }, [...name][0] ?? '?')
}

const colours = [['#f0883e', '#c2410c'], ['#3ba7a0', '#0f766e'], ['#8b6cef', '#5b21b6'], ['#4f9cf0', '#1d4ed8'], ['#e25d8f', '#9d174d'], ['#67a94b', '#3f6212']] as const
