import { expect, test } from 'vitest'
import { renderCard } from '../../src/discord/cards/render-card.ts'
import { decodePress } from '../../src/discord/custom-id.ts'
import type { Card } from '../../src/mailbox/card.ts'
import { accountLine, capCard, resumedCards, staleLine } from '../../src/production/cards/money-cards.ts'
import { troubleCard } from '../../src/production/cards/finishing-cards.ts'
import { words } from '../../src/production/cards/words.ts'
import type { Capped } from '../../src/production/money-event.ts'
import { RaisedCap } from '../../src/mailbox/raise-cap.ts'

const capped: Capped = { kind: 'capped', level: 'stopped', cap: 'film', own: true, dollars: 20, spoken: 19.2, orders: 7, asked: 2.45, unknown: 0, raise: 25, until: null }
const said = (card: Card, language: 'en' | 'zh') => JSON.stringify(renderCard({ production: 'f1abc', card, language }).components)
const buttons = (card: Card) => [...said(card, 'en').matchAll(/"custom_id":"([^"]+)"/g)].flatMap(([, id = '']) => decodePress(id) ?? [])

test('the card of a cap says what, how much, who can raise it, and offers to', () => {
  const card = capCard(capped, 'en')
  expect([card.title, card.text]).toEqual([
    'Stopped: the $20.00 for this film are not enough.',
    '7 orders wait (about $2.45); $19.20 are spent or set aside.\nIts producer can raise it: here, or with «budget 30 dollars». Above what the server allows for one film, whoever manages the server can, with /settings money.',
  ])
  expect(card.choices).toEqual([{ label: 'Raise to $25.00', standard: false, event: { kind: 'raise-budget', dollars: 25 } }])
  expect(capCard(capped, 'zh').title).toBe('停下了：这部片子的 $20.00 不够了。')
})

test('a cap of the server says when it is over, and its button is for whoever manages the server', () => {
  const card = capCard({ ...capped, cap: 'server-day', own: false, until: '2026-12-01T00:00:00.000Z' }, 'en')
  expect(card.text).toContain('goes on by itself on 2026-12-01 (UTC)')
  expect(buttons(card)).toEqual([{ production: 'f1abc', act: 'event', event: { kind: 'raise-cap', cap: 'server-day', dollars: 25 } }])
  for (const press of buttons(card)) expect(RaisedCap.safeParse(press.act === 'event' && press.event).success).toBe(true)
})

test('a warning asks nothing', () => {
  const card = capCard({ ...capped, level: 'near', orders: 0, asked: 0, raise: null }, 'en')
  expect(card).toMatchObject({ title: '$19.20 of the $20.00 for this film are spent or set aside.', choices: [], asks: false })
})

test('what has no known price is said, never shown as nothing', () => {
  expect(capCard({ ...capped, asked: 0, unknown: 2 }, 'en').text).toContain('price not known')
  expect(capCard({ ...capped, asked: 1, unknown: 2 }, 'zh').text).toContain('$1.00，另有价格未知的')
  const proposal = { id: 'n', note: '', redraw: 3, speak: 0, animate: 7, film: 0, score: false, price: null, known: 0, waits: true }
  expect(staleLine(proposal, 'en')).toBe('To be made: redraw 3, re-animate 7; price not known. Nothing is ordered before somebody says «Go»; «undo» takes it back.')
  expect(staleLine({ ...proposal, price: 1.17, waits: false }, 'zh')).toBe('要做：重画 3 个、重拍 7 个，约 $1.17。')
})

test('«Go» is a button with its price, and «$?» where nobody knows it', () => {
  const card: Card = { slot: 'reply:1', title: 'n', text: '', media: [], asks: true, choices: [{ label: 'Go', event: { kind: 'go', id: '1574178090018406400' }, standard: true, price: 1.17 }] }
  expect(said(card, 'en')).toContain('Go · $1.17')
  expect(buttons(card)).toEqual([{ production: 'f1abc', act: 'event', event: { kind: 'go', id: '1574178090018406400' } }])
  expect(said({ ...card, choices: [{ ...card.choices[0]!, price: null }] }, 'en')).toContain('Go · $?')
})

test('a lost order says who may have been paid what, and offers to buy again or to leave it', () => {
  const event = { kind: 'failed' as const, label: '1.2 clip', message: 'x', answer: { kind: 'animated', shot: '1.2' }, generation: 'a'.repeat(64), lost: { provider: 'replicate', price: 0.35 } }
  const card = troubleCard(event, words.en)
  expect(card.text).toContain('replicate')
  expect(card.text).toContain('may have cost about $0.35')
  expect(card.choices.map(({ label }) => label)).toEqual(['Buy again · may pay twice', 'Leave it · Drop the shot'])
  expect(troubleCard({ ...event, lost: { provider: 'openai', price: null } }, words.zh).text).toContain('价格未知')
  expect(troubleCard({ ...event, answer: { kind: 'scored' } }, words.en).text).toContain('«no music»')
})

test('a film that was given up says what it has cost all the same', () => {
  expect(accountLine({ kind: 'accounted', dollars: 1.4, stopped: 0.1, open: 1, unknown: 0 }, 'en'))
    .toBe('It has cost $1.40. $0.10 of that for what was stopped half-way. 1 order is still being stopped at the provider and may yet be charged.')
  expect(resumedCards(['film'], 'zh')).toEqual([expect.objectContaining({ slot: 'cap:film', title: '这部片子又有额度了，继续。', choices: [] })])
})
