import type { DiscordWords } from '../words.ts'
import { priceOf } from './choice-buttons.ts'
import { button, colours, frame, gallery, row, text } from './layout.ts'
import { mediaFiles } from './media-files.ts'
import type { Message, MessageFile, Rendering } from './message.ts'
import { plainMessage } from './plain-message.ts'
import { doing } from './progress-words.ts'
import { bareLine, safeLine } from './safe-text.ts'

/** One shot of /create or /animate: its prompt, its clip, and 🔄 🔀 ❌ as Pika had them. */
export function singleMessage(rendering: Rendering, say: DiscordWords): Message {
  const { production, card, progress, secondsLeft, language } = rendering
  const { single } = card
  if (!single || single.stage === 'discarded') return plainMessage(rendering, say)
  const { stage, drawnFor } = single
  const made = stage === 'done' || stage === 'choosing'
  const files = singleFiles(card)
  const notes = card.text.split('\n').filter(Boolean).slice(0, 5).map((note) => `-# ${safeLine(note, 300)}`)
  const letters = drawnFor === null || card.choices.length === 0 ? [] : [...'ABCD'].slice(0, single.frames).map((letter, index) =>
    button({ production, act: 'event', event: { kind: 'picked', shot: '1', for: drawnFor, frame: index } }, { label: letter, style: index === single.frame ? 'primary' : 'secondary', price: priceOf(card, 'picked', ({ frame }) => frame === index) }))
  return frame(made ? colours.take : colours.working, [
    text(`**${safeLine(single.text || single.prompt || card.title, 1600)}**`, ...notes),
    gallery(files),
    made ? null : text(`-# ${doing(say.stage[stage === 'filming' ? 'filming' : 'drawing'], progress ?? [], stage === 'filming' ? 'animate' : 'draw', secondsLeft ?? null, language)}`),
    row(...letters),
    row(
      button({ production, act: 'again' }, { emoji: '🔄', price: priceOf(card, 'again') }),
      button({ production, act: 'vary' }, { emoji: '🔀' }),
      button({ production, act: 'discard' }, { emoji: '❌' }),
      stage === 'done' ? button({ production, act: 'to-film' }, { emoji: '➕', label: say.intoFilm }) : null,
    ),
  ], files)
}

/** The clip alone once there is one; before that the picture, or the candidates on one sheet. */
function singleFiles(card: Rendering['card']): MessageFile[] {
  const clip = card.media.filter(({ kind }) => kind === 'video').slice(0, 1)
  const pictures = card.media.filter(({ kind }) => kind === 'image').slice(0, 4)
  const alt = bareLine([card.single?.prompt || card.title, card.single ? `seed ${card.single.seed}` : ''].join(' · '), 1000)
  const [file] = mediaFiles(clip.length > 0 ? clip : pictures.slice(0, 1), alt).shown
  if (!file) return []
  if (clip.length > 0 || pictures.length < 2) return [file]
  return [{ name: file.name.replace(/_A(?=\.)/, ''), description: alt, sheet: pictures.map(({ hash }) => hash), chosen: card.single?.frame ?? null }]
}
