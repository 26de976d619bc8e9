import type { Shot, Storyboard } from '../../film/storyboard.ts'
import { storyboardMarkdown } from '../../reading/storyboard-markdown.ts'
import type { DiscordWords } from '../words.ts'
import { named, priceOf } from './choice-buttons.ts'
import { attached, button, colours, frame, gallery, row, text } from './layout.ts'
import type { Message, MessageFile, Rendering } from './message.ts'
import { pageOf, pager, paginate } from './pages.ts'
import { bare, safeLine, safeText } from './safe-text.ts'
import { moveTitle, shortSeconds, sizeTitle } from './shot-header.ts'

const shotsOnPage = 8
/** As the sheet is laid out: see src/edit/sheet/page-layout.ts. */
const shotsOnSheet = 20

/** The storyboard's sheet as a picture, its shots in pages, and the whole table as a file. */
export function boardMessage({ production, card, about, page }: Rendering, say: DiscordWords): Message {
  const board = about?.board
  const hash = card.media.find(({ kind }) => kind === 'json')?.hash
  const sheets: MessageFile[] = board && hash ? Array.from({ length: Math.min(4, Math.ceil(board.shots.length / shotsOnSheet)) }, (_, sheet) =>
    ({ name: sheet === 0 ? 'storyboard.png' : `storyboard-${sheet + 1}.png`, description: card.title, board: hash, page: sheet })) : []
  const table: MessageFile | null = board ? { name: 'storyboard.md', text: storyboardMarkdown(board) } : null
  const part = pageOf(board ? shotPages(board, say) : paginate(card.text.split('\n').map((line) => safeLine(line, 400)), 1900), page)
  const greenlights = named(card, 'greenlit', 'board')
  const below = [part.pages > 1 ? say.page(part.page + 1, part.pages) : null, table ? say.boardBelow : null].filter(Boolean).join(' · ')
  return frame(card.asks ? colours.asking : colours.writing, [
    text(`### ${safeLine(card.title, 250)}`, board && !card.asks ? safeText(card.text, 300) : null),
    gallery(sheets),
    text(part.item),
    board && board.remarks.length > 0 ? text(...board.remarks.slice(0, 5).map((remark) => `-# ${safeLine(remark, 140)}`)) : null,
    text(below && `-# ${below}`, board ? `-# ${safeLine(board.by, 150)}` : null),
    table ? attached(table) : null,
    text(card.cost && `💰 ${safeLine(card.cost, 300)}`),
    pager(production, card.slot, part, say),
    card.asks ? row(
      greenlights === null ? null : button({ production, act: 'event', event: { kind: 'greenlit', board: greenlights } }, { emoji: '🎬', label: say.greenlight, style: 'primary', price: priceOf(card, 'greenlit') }),
      button({ production, act: 'note', about: null }, { emoji: '📝', label: say.note }),
    ) : null,
  ], table ? [...sheets, table] : sheets)
}

const shotPages = ({ shots, fps, language }: Storyboard, say: DiscordWords): string[] =>
  Array.from({ length: Math.ceil(shots.length / shotsOnPage) }, (_, page) =>
    shots.slice(page * shotsOnPage, (page + 1) * shotsOnPage).map((shot) => shotLines(shot, shot.frames / fps, language, say)).join('\n'))

function shotLines(shot: Shot, seconds: number, language: Storyboard['language'], say: DiscordWords): string {
  const head = [`**${shot.number}**`, sizeTitle(shot, language, 'short'), moveTitle(shot, language, 'short'), say.seconds(shortSeconds(seconds))].join(' · ')
  const seen = shot.picture || shot.scene
  const line = shot.line && !bare(seen).includes(bare(shot.line.text)) ? say.quote(safeLine(shot.line.text, 110)) : ''
  return [head, [seen ? safeLine(seen, 130) : '', line].filter(Boolean).join(' ')].filter(Boolean).join('\n-# ')
}
