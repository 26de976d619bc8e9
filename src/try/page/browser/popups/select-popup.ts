import { h } from '../dom.ts'
import { withEmoji } from '../emoji.ts'
import { icon } from '../icons.ts'
import type { Offer } from '../components/select.ts'
import type { Words } from '../words.ts'
import { openPopup } from './layer.ts'

type Asked = { anchor: Element; offers: readonly Offer[]; chosen: readonly string[]; least: number; most: number; searched: boolean; label: string; words: Words }

/** The open select. One to choose: it is done at once. Several: when one looks elsewhere. */
export function openSelect({ anchor, offers, chosen, least, most, searched, label, words }: Asked, done: (values: string[]) => void) {
  let values = [...chosen]
  const search = searched ? h('input', { class: 'select-search', type: 'text', placeholder: words.choose, 'aria-label': words.choose }) : undefined
  const list = h('div', { class: 'options', role: 'listbox', 'aria-label': label, 'aria-multiselectable': most > 1 ? 'true' : 'false', tabindex: -1 })
  const popup = h('div', { class: 'select-popup' }, search, list)

  const choose = (value: string) => {
    if (most === 1) {
      values = values.includes(value) && least === 0 ? [] : [value]
      return close()
    }
    if (values.includes(value)) values = values.filter((one) => one !== value)
    else if (values.length < most) values = [...values, value]
    show()
  }
  const show = () => {
    const text = search?.value.toLowerCase() ?? ''
    const at = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['value'] : undefined
    list.replaceChildren(...offers.filter((offer) => `${offer.label} ${offer.description ?? ''}`.toLowerCase().includes(text)).map((offer) => {
      const picked = values.includes(offer.value)
      const option = h('button', { type: 'button', class: 'option', role: 'option', 'aria-selected': picked ? 'true' : 'false', 'data-value': offer.value, disabled: !picked && most > 1 && values.length >= most },
        offer.picture?.cloneNode(true), h('span', { class: 'option-words' }, h('b', { style: offer.colour && `color: ${offer.colour}` }, withEmoji(offer.label)), offer.description && h('small', { class: 'muted' }, withEmoji(offer.description))),
        most > 1 ? h('span', { class: `tick${picked ? ' on' : ''}` }, picked && icon('check', 14)) : picked && h('span', { class: 'dot' }, icon('check', 14)))
      option.addEventListener('click', () => choose(offer.value))
      return option
    }))
    if (list.childElementCount === 0) list.append(h('p', { class: 'muted empty' }, words.nothing))
    for (const option of list.querySelectorAll('button')) if (option.dataset['value'] === at) option.focus()
  }
  search?.addEventListener('input', show)
  popup.addEventListener('keydown', (event) => moveWithArrows(event, list))
  show()
  const close = openPopup(popup, anchor, { wide: true, onClose: () => {
    const changed = values.length !== chosen.length || values.some((value) => !chosen.includes(value))
    if (changed && values.length >= least) done(values)
  } })
  ;(search ?? list.querySelector<HTMLElement>('[aria-selected=true]') ?? list.querySelector<HTMLElement>('.option'))?.focus({ preventScroll: true })
}

export function moveWithArrows(event: KeyboardEvent, list: Element) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const options = [...list.querySelectorAll<HTMLElement>('.option:not(:disabled)')]
  const at = options.findIndex((option) => option === document.activeElement)
  options.at((at + step + options.length) % Math.max(1, options.length))?.focus()
}
