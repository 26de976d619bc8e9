import { h, type Child } from '../dom.ts'
import { emojiImage, withEmoji } from '../emoji.ts'
import { icon } from '../icons.ts'
import type { APIButtonComponent } from './kinds.ts'
import type { View } from './render.ts'

export function renderButton(button: APIButtonComponent, { busy }: Pick<View, 'busy'>): HTMLElement {
  const emoji = 'emoji' in button && button.emoji ? emojiOf(button.emoji) : null
  const label = 'label' in button && button.label ? h('span', { class: 'button-label' }, withEmoji(button.label)) : null
  if ('url' in button) {
    return h('a', { class: 'button link', href: button.url, target: '_blank', rel: 'noreferrer noopener', ...button.disabled && { 'aria-disabled': 'true' } }, emoji, label, icon('link', 16))
  }
  const customId = 'custom_id' in button ? button.custom_id : ''
  const waits = busy === customId
  return h('button', {
    type: 'button', class: `button ${styles[button.style] ?? 'secondary'}${waits ? ' busy' : ''}`, disabled: button.disabled === true, 'aria-busy': waits ? 'true' : undefined,
    'aria-disabled': busy !== undefined && !waits ? 'true' : undefined, 'data-act': 'press', 'data-component': customId, 'aria-label': label ? undefined : 'emoji' in button ? button.emoji?.name ?? '' : '',
  }, emoji, label, waits && dots())
}

export const dots = () => h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'))

export const emojiOf = (emoji: { id?: string | null; name?: string | null }): Child => emoji.id ? `:${emoji.name}:` : emoji.name ? emojiImage(emoji.name) : null

const styles: Record<number, string> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' }
