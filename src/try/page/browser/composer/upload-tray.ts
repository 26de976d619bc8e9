import { h } from '../dom.ts'
import { icon } from '../icons.ts'
import type { Words } from '../words.ts'

/** Files that wait to be sent with the words. */
export function uploadTray(words: () => Words | undefined) {
  let held: File[] = []
  const element = h('div', { class: 'tray', hidden: true })
  const show = () => {
    element.hidden = held.length === 0
    element.replaceChildren(...held.map((file) => uploadCard(file, words()?.removeFile ?? '', () => {
      held = held.filter((one) => one !== file)
      show()
    })))
  }
  return {
    element,
    files: () => held,
    add: (file: File) => {
      if (held.length < 10) held = [...held, file]
      show()
    },
    clear: () => {
      held = []
      show()
    },
  }
}

export function uploadCard(file: File, removeLabel: string, remove: () => void): HTMLElement {
  const bin = h('button', { type: 'button', class: 'icon-button', 'aria-label': `${removeLabel} ${file.name}` }, icon('bin', 18))
  bin.addEventListener('click', remove)
  return h('div', { class: 'upload' }, h('div', { class: 'upload-picture' }, preview(file)), h('span', { class: 'upload-name' }, file.name), bin)
}

export function preview(file: File): Element {
  if (!/^image\/(png|jpeg|gif|webp)$/.test(file.type)) return icon('file', 40)
  const url = URL.createObjectURL(file)
  const picture = h('img', { src: url, alt: '' })
  picture.addEventListener('load', () => URL.revokeObjectURL(url))
  return picture
}
