import { h } from '../dom.ts'

const closers = new Set<() => void>()
const layer = () => document.querySelector('#layer') ?? document.body

/** Shows something beside what was pressed, until one looks elsewhere. Returns how to close it. */
export function openPopup(popup: HTMLElement, anchor: Element | { x: number; y: number }, { onClose, above = false, wide = false, keepFocus = false }: { onClose?: () => void; above?: boolean; wide?: boolean; keepFocus?: boolean } = {}): () => void {
  if (!keepFocus) closePopups()
  const before = document.activeElement
  popup.classList.add('popup')
  layer().append(popup)
  place(popup, anchor instanceof Element ? anchor.getBoundingClientRect() : new DOMRect(anchor.x, anchor.y, 0, 0), { above, wide })
  const outside = (event: Event) => {
    if (event.target instanceof Node && !popup.contains(event.target) && !(anchor instanceof Element && anchor.contains(event.target))) close()
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }
  document.addEventListener('pointerdown', outside, true)
  document.addEventListener('keydown', escape, true)
  if (anchor instanceof Element) anchor.setAttribute('aria-expanded', 'true')
  const close = () => {
    if (!closers.delete(close)) return
    popup.remove()
    document.removeEventListener('pointerdown', outside, true)
    document.removeEventListener('keydown', escape, true)
    if (anchor instanceof Element) anchor.setAttribute('aria-expanded', 'false')
    if (!keepFocus && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    onClose?.()
  }
  closers.add(close)
  return close
}

export const closePopups = () => {
  for (const close of [...closers]) close()
}

function place(popup: HTMLElement, at: DOMRect, { above, wide }: { above: boolean; wide: boolean }) {
  if (wide) popup.style.width = `${at.width}px`
  const { width, height } = popup.getBoundingClientRect()
  const below = at.bottom + 6
  const fits = below + height < innerHeight - 8
  popup.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`
  popup.style.top = `${Math.max(8, above || !fits ? (at.top - height - 6 > 8 ? at.top - height - 6 : innerHeight - height - 8) : below)}px`
}

/** What could not be done, said where it is seen. */
export function say(error: unknown) {
  const toast = h('div', { class: 'toast', role: 'alert' }, error instanceof Error ? error.message : String(error))
  layer().append(toast)
  setTimeout(() => toast.remove(), 6000)
}

/** Something over the whole page. */
export function openDialog(label: string, className: string, ...content: HTMLElement[]): () => void {
  const dialog = h('dialog', { class: className, 'aria-label': label }, ...content)
  dialog.addEventListener('click', ({ target }) => { if (target === dialog) dialog.close() })
  dialog.addEventListener('close', () => dialog.remove())
  layer().append(dialog)
  dialog.showModal()
  return () => dialog.close()
}
