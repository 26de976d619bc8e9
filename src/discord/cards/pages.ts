import type { Press } from '../custom-id.ts'
import type { DiscordWords } from '../words.ts'
import { button, row } from './layout.ts'

/** Blocks of text on pages of at most so many characters. A block that is longer than a page is cut at its lines. */
export function paginate(blocks: readonly string[], most: number): string[] {
  const pages: string[] = []
  let page = ''
  const put = (piece: string, between: string) => {
    if (page !== '' && page.length + between.length + piece.length > most) {
      pages.push(page)
      page = ''
    }
    page += page === '' ? piece : between + piece
  }
  for (const block of blocks) {
    if (block.length <= most) put(block, '\n\n')
    else block.split('\n').flatMap((line) => chunks(line, most)).forEach((line, index) => put(line, index === 0 ? '\n\n' : '\n'))
  }
  return page === '' ? pages : [...pages, page]
}

/** A line longer than a page, cut after a space where there is one, and never between a backslash and its mark. */
function chunks(line: string, most: number): string[] {
  const cut: string[] = []
  let rest = line
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most)
    const kept = rest.slice(0, space > most / 2 ? space : most - 1).replace(/[\ud800-\udbff]$|\\$/, '')
    cut.push(kept)
    rest = rest.slice(kept.length).trimStart()
  }
  return [...cut, rest]
}

/** A page that is asked for and no longer there is the last one. A custom_id holds pages up to 999. */
export function pageOf<Item>(pages: readonly Item[], wanted = 0): { page: number; pages: number; item: Item | undefined } {
  const page = Math.max(0, Math.min(Math.trunc(wanted), pages.length - 1, 999))
  return { page, pages: Math.min(pages.length, 1000), item: pages[page] }
}

/** ◀ ▶, or nothing where there is one page. At an end the button stays, so that the other does not move under the finger. */
export function pager(production: string, slot: string, { page, pages }: { page: number; pages: number }, say: DiscordWords) {
  if (pages < 2) return null
  const turn = (to: number): Press => ({ production, act: 'page', slot, page: to })
  return row(
    button(turn(Math.max(0, page - 1)), { emoji: '◀️', label: say.back, disabled: page === 0 }),
    button(turn(Math.min(pages - 1, page + 1)), { emoji: '▶️', label: say.next, disabled: page === pages - 1 }),
  )
}
