import type { DiscordWords } from '../words.ts'
import { choiceRows, named, priceOf } from './choice-buttons.ts'
import { fileName } from './file-name.ts'
import { attached, button, colours, frame, gallery, row, text } from './layout.ts'
import { mediaFiles } from './media-files.ts'
import type { Message, MessageFile, Rendering } from './message.ts'
import { plainMessage } from './plain-message.ts'
import { safeLine, safeText } from './safe-text.ts'

/** The film so far, to lock or to speak about. */
export function cutMessage({ production, card, fit, master }: Rendering, say: DiscordWords): Message {
  const film = filmFile(card.media, card.title, fit)
  const cut = named(card, 'picture-locked', 'cut')
  return frame(card.asks ? colours.asking : colours.working, [
    text(`### ${safeLine(card.title, 250)}`, safeText(card.text, 1500)),
    gallery(film),
    text(fitLine({ fit, master }, say)),
    card.asks ? row(
      cut === null ? null : button({ production, act: 'event', event: { kind: 'picture-locked', cut } }, { emoji: '🔒', label: say.lockPicture, style: 'primary', price: priceOf(card, 'picture-locked') }),
      button({ production, act: 'note', about: null }, { emoji: '📝', label: say.note }),
    ) : null,
  ], film)
}

/** The film with its chapters, storyboard and papers. A cancelled production has this card too, with nothing in it. */
export function filmMessage(rendering: Rendering, say: DiscordWords): Message {
  const { production, card, fit, master } = rendering
  const film = filmFile(card.media, card.title, fit)
  if (film.length === 0 && !card.media.some(({ kind }) => kind === 'video')) return plainMessage(rendering, say)
  // ten files a message: the papers come before the storyboard's later pages, and a long storyboard is whole in its table
  const others = card.media.filter(({ kind, name }) => kind !== 'video' && (kind === 'image' || /\.(md|srt|json|vtt|txt)$/.test(name)))
  const papers = others.filter(({ kind }) => kind !== 'image').slice(0, 6).map((each) => ({ ...each, kind: 'text' as const }))
  const sheets = others.filter(({ kind }) => kind === 'image').slice(0, 9 - papers.length)
  const { shown, papers: attachments } = mediaFiles([...sheets, ...papers])
  return frame(colours.done, [
    text(`### ${safeLine(card.title, 250)}`),
    gallery(film),
    text(fitLine({ fit, master }, say)),
    card.text.trim() ? text(`**${say.chapters}**`, safeText(card.text, 2200)) : null,
    gallery(shown),
    ...attachments.map(attached),
    text(`-# ${say.credits}`),
    ...choiceRows(production, card.choices, say),
  ], [...film, ...shown, ...attachments])
}

/** No clip where it did not fit: then its parts follow, or only a link. */
function filmFile(media: Rendering['card']['media'], title: string, fit: Rendering['fit']): MessageFile[] {
  const film = media.find(({ kind }) => kind === 'video')
  if (!film || fit?.kind === 'parts' || fit?.kind === 'nothing') return []
  return [{ name: fileName(film.name.replace(/\.\w+$/, ''), 'mp4'), description: title, film: film.hash }]
}

function fitLine({ fit, master }: Pick<Rendering, 'fit' | 'master'>, say: DiscordWords): string | null {
  const said = fit?.kind === 'proxy' ? say.fitProxy(fit.height) : fit?.kind === 'parts' ? say.fitParts(fit.parts) : fit?.kind === 'nothing' ? say.fitNothing : null
  const link = master && /^https?:\/\/[^\s()<>]{1,400}$/.test(master) ? `[${say.master}](${master})` : null
  return [said, link].some(Boolean) ? `-# ${[said, link].filter(Boolean).join(' ')}` : null
}
