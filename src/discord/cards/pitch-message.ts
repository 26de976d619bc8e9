import type { DiscordWords } from '../words.ts'
import type { Press } from '../custom-id.ts'
import { named, priceOf } from './choice-buttons.ts'
import { button, colours, frame, row, select, text } from './layout.ts'
import type { Message, Rendering } from './message.ts'
import { safeLine, safeText } from './safe-text.ts'

/** The ideas to read, and a select to choose by; afterwards what was chosen. */
export function pitchMessage({ production, card }: Rendering, say: DiscordWords): Message {
  const title = `### ${safeLine(card.title, 200)}`
  const ideas = card.choices.flatMap(({ event, label, hint }) =>
    event['kind'] === 'chose' && typeof event['idea'] === 'number' ? [{ idea: event['idea'], name: label.replace(/^\d+\s+/, ''), hint: hint ?? '' }] : []).slice(0, 23)
  const pitch = named(card, 'chose', 'pitch')
  if (!card.asks || pitch === null || ideas.length === 0) return frame(colours.writing, [text(title, safeText(card.text, 3000))])
  const each = Math.floor(3200 / ideas.length)
  const told = ideas.every(({ hint }) => hint !== '')
    ? ideas.map(({ idea, name, hint }) => `**${idea} · ${safeLine(name, 120)}**\n-# ${safeLine(hint, Math.max(60, each - 140))}`).join('\n')
    : safeText(card.text, 3400)
  const by = /\n\n([^\n]+)$/.exec(card.text)?.[1]
  const more: Press = { production, act: 'event', event: { kind: 'pitch-more', pitch } }
  return frame(colours.asking, [
    text(title),
    text(told),
    ideas.every(({ hint }) => hint !== '') && by ? text(`-# ${safeLine(by, 200)}`) : null,
    select({ production, act: 'ideas', pitch }, say.ideas, [
      ...ideas.map(({ idea, name, hint }) => ({ label: `${idea} · ${name}`, value: String(idea), description: hint })),
      ...(ideas.length > 1 ? [{ label: say.surprise, value: 'surprise', description: say.surpriseHint }] : []),
    ]),
    row(button(more, { label: say.more, price: priceOf(card, 'pitch-more') }), button({ production, act: 'say-more' }, { label: say.sayMore })),
  ])
}
