import { h } from '../dom.ts'
import { mediaBox, type Shown } from './media.ts'
import type { View } from './render.ts'

/** One to ten pictures and films in Discord's mosaic. */
export function renderGallery(items: readonly Shown[], { words }: Pick<View, 'words'>): HTMLElement {
  return h('div', { class: `gallery of-${Math.min(10, items.length)}` }, items.slice(0, 10).map((item) => h('div', { class: 'tile' }, mediaBox(item, words))))
}
