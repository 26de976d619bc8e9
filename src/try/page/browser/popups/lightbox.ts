import { h } from '../dom.ts'
import { icon } from '../icons.ts'
import type { Words } from '../words.ts'
import { openDialog } from './layer.ts'

/** Pictures over the whole page; arrows turn to the others of the same message. */
export function openLightbox(pressed: HTMLElement, words: Words) {
  const all = [...pressed.closest('.message')?.querySelectorAll<HTMLElement>('[data-act=enlarge]') ?? [pressed]]
  let at = Math.max(0, all.indexOf(pressed))
  const picture = h('img', { class: 'large' })
  const download = h('a', { class: 'icon-button', title: words.download, 'aria-label': words.download }, icon('download', 24))
  const back = h('button', { type: 'button', class: 'turn back', 'aria-label': '←' }, icon('right', 30))
  const on = h('button', { type: 'button', class: 'turn on', 'aria-label': '→' }, icon('right', 30))
  const shut = h('button', { type: 'button', class: 'icon-button', 'aria-label': words.close }, icon('close', 24))
  const show = (step: number) => {
    at = (at + step + all.length) % all.length
    const { source = '', alt = '' } = all[at]?.dataset ?? {}
    picture.src = source
    picture.alt = alt
    download.href = source
    download.download = decodeURIComponent(source.split('/').at(-1) ?? '')
  }
  show(0)
  back.hidden = on.hidden = all.length < 2
  const close = openDialog(words.expand, 'lightbox', picture, h('div', { class: 'lightbox-tools' }, download, shut), back, on)
  shut.addEventListener('click', close)
  back.addEventListener('click', () => show(-1))
  on.addEventListener('click', () => show(1))
  picture.closest('dialog')?.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') show(-1)
    if (key === 'ArrowRight') show(1)
  })
  picture.closest('dialog')?.addEventListener('click', ({ target, currentTarget }) => { if (target === currentTarget) close() })
}

/** A text file, read in place. */
export async function openText(source: string, words: Words) {
  const text = await (await fetch(source)).text()
  const name = decodeURIComponent(source.split('/').at(-1) ?? '')
  const shut = h('button', { type: 'button', class: 'icon-button', 'aria-label': words.close }, icon('close', 24))
  const close = openDialog(name, 'sheet reader', h('header', {}, h('h2', {}, name), shut), h('pre', {}, text.slice(0, 200_000)))
  shut.addEventListener('click', close)
}
