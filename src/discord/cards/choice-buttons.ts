import type { APIButtonComponentWithCustomId } from 'discord.js'
import type { Card, Choice } from '../../mailbox/card.ts'
import type { DiscordWords } from '../words.ts'
import { button, row } from './layout.ts'
import type { Press } from '../custom-id.ts'

/** A card's choices as buttons, for cards without a form of their own. A choice that no button can carry is left out. What a shot may be dropped for, other words may mend. */
export function choiceRows(production: string, choices: readonly Choice[], say: Pick<DiscordWords, 'remix'>) {
  const buttons = new Map<string, APIButtonComponentWithCustomId>()
  const add = (made: APIButtonComponentWithCustomId) => buttons.has(made.custom_id) || buttons.set(made.custom_id, made)
  for (const choice of choices) {
    const press = pressOf(production, choice)
    if (!press) continue
    if (press.act === 'drop') add(button({ production, act: 'remix', shot: press.shot }, { emoji: '🔀', label: say.remix }))
    add(button(press, { label: choice.label, price: choice.price, style: choice.standard ? 'primary' : 'secondary' }))
  }
  const all = [...buttons.values()].slice(0, 15)
  return [0, 5, 10].map((from) => row(...all.slice(from, from + 5)))
}

/** What taking this choice costs; the dearest, where several are meant. */
export function priceOf({ choices }: Card, kind: string, also: (event: Choice['event']) => boolean = () => true): number | null | undefined {
  const prices = choices.filter(({ event }) => event['kind'] === kind && also(event)).flatMap(({ price }) => price === undefined ? [] : [price])
  if (prices.includes(null)) return null
  return prices.length > 0 ? Math.max(...prices.filter((price) => price !== null)) : undefined
}

/** The hash that a choice of this kind names: which script is locked, which board greenlit. */
export const named = ({ choices }: Card, kind: string, field: string): string | null => {
  const value = choices.find(({ event }) => event['kind'] === kind)?.event[field]
  return typeof value === 'string' ? value : null
}

const carried = ['pitch-more', 'chose', 'script-locked', 'greenlit', 'picked', 'circled', 'retake', 'redraw', 'cast-approved', 'sheet-redraw', 'sheet-waived', 'picture-locked', 'retry-event', 'skip-event', 'retry-generation', 'go', 'raise-budget', 'raise-cap']

function pressOf(production: string, { event }: Choice): Press | null {
  const dropped = event['kind'] === 'noted' ? /^drop (\d{1,4}(?:\.\d{1,4}){0,5})$/.exec(String(event['text']))?.[1] : undefined
  if (dropped) return { production, act: 'drop', shot: dropped }
  if (!carried.includes(String(event['kind']))) return null
  const plain = Object.entries(event).filter((entry): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1]))
  return { production, act: 'event', event: Object.fromEntries(plain) }
}
