import type { DiscordWords } from '../words.ts'
import { priceOf } from './choice-buttons.ts'
import { button, colours, frame, gallery, row, text } from './layout.ts'
import { mediaFiles } from './media-files.ts'
import type { Message, Rendering } from './message.ts'
import { doing } from './progress-words.ts'
import { safeLine, safeText } from './safe-text.ts'

/** One shot of /create or /animate: its prompt, its clip, and 🔄 🔀 ❌ as Pika had them. */
export function singleMessage({ production, card, progress, secondsLeft, language }: Rendering, say: DiscordWords): Message {
  const { shown, files } = mediaFiles(card.media, card.title)
  const made = card.media.some(({ kind }) => kind === 'video' || kind === 'image')
  const working = progress?.some(({ status }) => status === 'intent' || status === 'submitted')
  return frame(working || !made ? colours.working : colours.take, [
    text(safeLine(card.title, 1500), card.text ? `-# ${safeText(card.text, 1500).replaceAll('\n', '\n-# ')}` : null),
    gallery(shown),
    working ? text(`-# ${doing(say.stage.filming, progress ?? [], 'animate', secondsLeft ?? null, language)}`) : null,
    made ? row(
      button({ production, act: 'again' }, { emoji: '🔄', label: say.again, price: priceOf(card, 'again') ?? priceOf(card, 'retake') }),
      button({ production, act: 'vary' }, { emoji: '🔀', label: say.remix }),
      button({ production, act: 'to-film' }, { emoji: '➕', label: say.intoFilm }),
      button({ production, act: 'discard' }, { emoji: '❌' }),
    ) : row(button({ production, act: 'discard' }, { emoji: '❌' })),
  ], files)
}
