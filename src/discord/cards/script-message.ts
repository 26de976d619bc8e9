import type { Script } from '../../film/script.ts'
import { scriptMarkdown } from '../../reading/script-markdown.ts'
import type { DiscordWords } from '../words.ts'
import { named, priceOf } from './choice-buttons.ts'
import { attached, button, colours, frame, row, text } from './layout.ts'
import type { Message, MessageFile, Rendering } from './message.ts'
import { pageOf, pager, paginate } from './pages.ts'
import { bare, clip, safeLine, safeText } from './safe-text.ts'

/** The script in parts that a phone can show, and whole as a file. */
export function scriptMessage({ production, card, about, page }: Rendering, say: DiscordWords): Message {
  const script = about?.script
  const blocks = script ? scriptBlocks(script, say) : card.text.split(/\n{2,}/).map((block) => safeText(block, 60_000))
  const part = pageOf(paginate(blocks, /\p{Script=Han}/u.test(card.title + blocks[0]) ? 1000 : 1900), page)
  const file: MessageFile | null = script ? { name: 'script.md', text: scriptMarkdown(script) } : null
  const locks = named(card, 'script-locked', 'script')
  const where = part.pages > 1 ? say.page(part.page + 1, part.pages) : null
  return frame(card.asks ? colours.asking : colours.writing, [
    text(`### ${safeLine(card.title, 200)}`, script && !card.asks ? safeText(card.text, 300) : null),
    text(part.item),
    text([where, file ? say.scriptBelow : null].some(Boolean) ? `-# ${[where, file ? say.scriptBelow : null].filter(Boolean).join(' · ')}` : null),
    file ? attached(file) : null,
    text(card.cost && `💰 ${safeLine(card.cost, 300)}`),
    pager(production, card.slot, part, say),
    card.asks ? row(
      locks === null ? null : button({ production, act: 'event', event: { kind: 'script-locked', script: locks } }, { emoji: '🔒', label: say.lockScript, style: 'primary', price: priceOf(card, 'script-locked') }),
      button({ production, act: 'note', about: null }, { emoji: '📝', label: say.note }),
    ) : null,
  ], file ? [file] : [])
}

function scriptBlocks(script: Script, say: DiscordWords): string[] {
  const cast = script.cast.map(({ name }) => safeLine(name, 60)).join(script.language === 'zh' ? '、' : ', ')
  return [
    [safeLine(script.logline, 500), cast ? `-# ${clip(say.cast + cast, 400)}` : ''].filter(Boolean).join('\n'),
    ...script.acts.map(({ title, place, beats }) => [
      `**${safeLine(title, 200)}**${place ? ` · ${safeLine(place, 200)}` : ''}`,
      ...beats.map(({ action, line }) => [
        // a line that is only told is its own picture
        action && !(line && bare(action) === bare(line.text)) ? safeLine(action, 300) : '',
        // what is heard stands apart from what is seen, as on a script's page
        line ? `> ${line.speaker === null ? '' : `**${safeLine(line.speaker, 60)}** `}${safeLine(line.text, 600)}` : '',
      ].filter(Boolean).join('\n')),
    ].join('\n')),
    `-# ${safeLine(script.by, 200)}`,
  ]
}
