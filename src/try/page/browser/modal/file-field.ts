import { uploadCard } from '../composer/upload-tray.ts'
import { h } from '../dom.ts'
import { icon } from '../icons.ts'
import type { Words } from '../words.ts'
import type { Control, Inner } from './fields.ts'

/** Files by browsing, by dropping or by pasting. */
export function fileField({ custom_id: customId, required, min_values: fewest, max_values: most = 1 }: Inner, id: string, words: Words): Control {
  let files: File[] = []
  const least = required === false ? 0 : fewest ?? 1
  const picker = h('input', { type: 'file', id, multiple: most > 1, class: 'file-input' })
  const cards = h('div', { class: 'tray', hidden: true })
  const drop = h('label', { for: id, class: 'drop' }, icon('upload', 24), h('span', {}, words.dropFiles), h('small', { class: 'muted' }, words.uptoFiles(most)))
  const element = h('div', { class: 'file-field' }, picker, drop, cards)
  const show = () => {
    cards.hidden = files.length === 0
    cards.replaceChildren(...files.map((file) => uploadCard(file, words.removeFile, () => {
      files = files.filter((one) => one !== file)
      show()
    })))
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const take = (given: FileList | null | undefined) => {
    if (!given?.length) return
    files = [...files, ...given].slice(-most)
    show()
  }
  picker.addEventListener('change', () => {
    take(picker.files)
    picker.value = ''
  })
  element.addEventListener('dragover', (event) => event.preventDefault())
  element.addEventListener('drop', (event) => {
    event.preventDefault()
    take(event.dataTransfer?.files)
  })
  return { element, id: customId, read: () => files, problem: () => files.length < least ? least === 1 ? words.requiredField : words.tooFew(least) : undefined }
}
