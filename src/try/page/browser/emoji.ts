import { h, type Child } from './dom.ts'

/** Text with its emoji as pictures, as Discord shows them. */
export function withEmoji(text: string): Child[] {
  const parts: Child[] = []
  let end = 0
  for (const found of text.matchAll(emojiPattern)) {
    parts.push(text.slice(end, found.index), emojiImage(found[0]))
    end = found.index + found[0].length
  }
  parts.push(text.slice(end))
  return parts.filter((part) => part !== '')
}

export function emojiImage(emoji: string): HTMLElement {
  const code = codeOf(emoji)
  if (missing.has(code)) return h('span', { class: 'emoji-text' }, emoji)
  return h('img', { class: 'emoji', src: `/emoji/${code}.svg`, alt: emoji, draggable: 'false' })
}

/** A message of nothing but a few emoji shows them large. */
export const isJumbo = (text: string) => {
  const left = text.replace(emojiPattern, '').trim()
  return left === '' && text.trim() !== '' && [...text.matchAll(emojiPattern)].length <= 27
}

/** Where a drawing is missing the system's own character stands; asked for once. */
export function replaceMissingEmoji() {
  document.addEventListener('error', ({ target }) => {
    if (!(target instanceof HTMLImageElement) || !target.classList.contains('emoji')) return
    missing.add(codeOf(target.alt))
    target.replaceWith(h('span', { class: 'emoji-text' }, target.alt))
  }, true)
}

const missing = new Set<string>()
const codeOf = (emoji: string) => [...emoji].map((point) => (point.codePointAt(0) ?? 0).toString(16)).join('-')

// Pictographs without their variation selector (⏱, 🗑) are emoji in Discord too; ©, ® and ™ are letters.
const emojiPattern = /\p{RGI_Emoji}|(?![\u00a9\u00ae\u2122])\p{Extended_Pictographic}\ufe0f?/gv

export const commonEmoji = [...'👍👎❤🔥🎬👏😂😍😮😢😡🙏🎉✅❌👀💯🤔😅🥹🫡🚀🌊🏯🐎⚔🎥🎞🎨🎵🔊🌙☀⛵🍜🧧🐉📌💡⏱🔄🔀'].filter((point) => point !== '\ufe0f')
