import type { Card } from '../../mailbox/card.ts'
import type { DiscordWords } from '../words.ts'
import { choiceRows } from './choice-buttons.ts'
import { attached, colours, frame, gallery, text } from './layout.ts'
import { mediaFiles } from './media-files.ts'
import type { Message, Rendering } from './message.ts'
import { safeLine, safeText } from './safe-text.ts'

/** What the crew says and asks without a form of its own: replies, troubles, answers to one person. */
export function plainMessage({ production, card: told, answers }: Rendering, say: DiscordWords): Message {
  const card = inWords(told, say)
  const [kind] = card.slot.split(':')
  const { shown, papers, files } = mediaFiles(card.media)
  const title = safeLine(card.title, 600)
  const hint = card.talk && say.talk[card.talk]
  const body = [safeText(card.text, 3000), hint ? `-# ${hint}` : ''].filter(Boolean).join('\n')
  return frame(
    kind === 'trouble' ? colours.trouble : card.asks ? colours.asking : colours.quiet,
    // A reply repeats what was said, where Discord does not show it above, then says what came of it.
    [kind === 'reply' ? text(answers || !title ? '' : `> ${title}`, body) : text(body ? `**${title || '…'}**` : title, body), gallery(shown), ...papers.map(attached), ...choiceRows(production, card.choices, say)],
    files,
    { onlyFor: kind === 'said' ? 'one' : 'all' },
  )
}

/** The mailbox's own card: what broke is a sentence for whoever runs the bot. */
function inWords(card: Card, { trouble }: DiscordWords): Card {
  if (!card.trouble) return card
  const labels: Record<string, string> = { 'retry-event': trouble.retry, 'skip-event': trouble.skip }
  return { ...card, title: trouble[card.trouble], choices: card.choices.map((choice) => ({ ...choice, label: labels[String(choice.event['kind'])] ?? choice.label })) }
}
