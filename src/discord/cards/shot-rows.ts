import type { Language } from '../../film/brief.ts'
import type { Card, ShotFacts } from '../../mailbox/card.ts'
import { shortKey } from '../../production/shot-record.ts'
import type { DiscordWords } from '../words.ts'
import type { Press } from '../custom-id.ts'
import { priceOf } from './choice-buttons.ts'
import { button, money, row, select } from './layout.ts'
import { moveOptions } from './move-options.ts'
import { quickFixes } from './quick-fixes.ts'
import { shortSeconds } from './shot-header.ts'

/** What can be done with a shot at its stage. */
export function shotRows(production: string, card: Card, shot: ShotFacts, say: DiscordWords, language: Language) {
  const { number, stage } = shot
  const send = (event: Record<string, string | number | boolean>): Press => ({ production, act: 'event', event })
  const remix = button({ production, act: 'remix', shot: number }, { emoji: '🔀', label: say.remix })
  const seconds = button({ production, act: 'seconds', shot: number }, { emoji: '⏱️', label: say.seconds(shortSeconds(shot.seconds)) })
  const drop = button({ production, act: 'drop', shot: number }, { emoji: '🗑️' })
  const move = select({ production, act: 'move', shot: number }, `🎥 ${say.move}`, moveOptions(language))
  const fix = select({ production, act: 'fix', shot: number }, `🛠 ${say.fix}`, [
    ...studioFixes(shot).map((kind) => ({ label: [say.fixes[kind], money(shot.fixPrices?.[kind])].filter(Boolean).join(' · '), value: `studio:${kind}` })),
    ...quickFixes.map((each) => ({ label: each[language], value: each[language] })),
  ].slice(0, 25))
  const before = (shot.earlier ?? []).slice(-5).reverse().map((take) => button(send({ kind: 'take-chosen', shot: number, take }), { emoji: '⏪', label: say.take(take) }))
  const takes = before.length > 0 ? [row(...before)] : []
  const retake = !shot.takenFor ? null : button(send({ kind: 'retake', shot: number, for: short(shot.takenFor) }), { emoji: '🔄', label: say.retake, price: priceOf(card, 'retake') })

  if (stage === 'circled') return [row(retake, remix, seconds, drop), ...takes]
  if (stage === 'take') {
    const circle = !shot.takenFor ? null : button(send({ kind: 'circled', shot: number, for: short(shot.takenFor) }), { emoji: '✅', label: say.circle, style: 'success' })
    return [row(circle, retake, remix, seconds, drop), ...takes, move, fix]
  }
  if (stage === 'drawing' || stage === 'filming' || !shot.drawnFor) return [row(remix, seconds, drop)]

  const drawnFor = short(shot.drawnFor)
  const frame = shot.frame ?? 0
  const pick = { kind: 'picked', shot: number, for: drawnFor }
  // the letter that is shown large leads back to all of them
  const letters = shot.frames > 1 ? [...'ABCD'].slice(0, shot.frames).map((letter, index) => index === shot.frame
    ? button({ production, act: 'show', slot: `frames:${number}` }, { label: `▦ ${letter}`, style: 'primary' })
    : button(send({ ...pick, frame: index, hold: true }), { label: letter })) : []
  const redraw = button(send({ kind: 'redraw', shot: number, for: drawnFor }), { emoji: '🔄', price: priceOf(card, 'redraw'), ...(letters.length > 0 ? {} : { label: say.redraw }) })
  const settle = button(send({ ...pick, frame, hold: true, approve: true }), stage === 'approved'
    ? { emoji: '✅', label: say.approved, style: 'success', disabled: true }
    : { emoji: '✅', label: say.approve, style: stage === 'chosen' ? 'success' : 'secondary' })
  const animate = button(send({ ...pick, frame }), { emoji: '🎬', label: say.animate, style: 'primary', price: priceOf(card, 'picked', (event) => event['hold'] !== true) })
  return [row(...letters, redraw), row(settle, remix, animate, seconds, drop), fix]
}

/** The fold takes a key or its digest; a button has no room for a long one. */
const short = (key: string) => key.length > 16 ? shortKey(key) : key

/** Lips are synced on a take, a part is repainted on a frame. */
const studioFixes = ({ fixes = [], stage }: ShotFacts) =>
  fixes.filter((kind): kind is keyof DiscordWords['fixes'] => kind in fixNames && kind !== (stage === 'take' ? 'inpaint' : 'syncLips'))

const fixNames = { restoreFaces: true, replaceBackground: true, upscale: true, syncLips: true, inpaint: true } satisfies Record<keyof DiscordWords['fixes'], true>
