import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderCard } from '../../../src/discord/cards/render-card.ts'
import { renderProgress } from '../../../src/discord/cards/render-progress.ts'
import { safeLine, safeText } from '../../../src/discord/cards/safe-text.ts'
import { cameraMoves } from '../../../src/film/camera-move.ts'
import { shotSizes } from '../../../src/film/shot-size.ts'
import { ShotStage, type Card } from '../../../src/mailbox/card.ts'
import { anyText } from './any-text.ts'
import { board, boardCard, card, cutCard, facts, filmCard, hash, pitch, production, script, scriptCard, shotCard, singleCard } from './cards.ts'
import { expectAccepted, texts } from './rules.ts'

const nasty = fc.constantFrom('```', '**', '\\', '<@1>', '@everyone', '\n\n\n\n', '\u202eevil', 'مرحبا بالعالم', '👩‍👩‍👧‍👦', '🏯', 'é̂̃̄̅̆̇', '\ud800', '\u0000', '|| x ||', '# ', '-# ', '> ', '1. ', '[a](http://b)', '~~', '苏子曰', '__', '`', ' ', '%7E~', '\u2028')
const words = (most = 400) => fc.oneof(anyText(60), fc.array(nasty, { maxLength: 30 }).map((parts) => parts.join('')), fc.tuple(nasty, fc.nat(most)).map(([part, times]) => part.repeat(times)))
const language = fc.constantFrom('zh' as const, 'en' as const)
const number = fc.array(fc.nat(9999), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.'))
const price = fc.option(fc.oneof(fc.constantFrom(0, 0.001, Number.NaN, -1), fc.double({ min: 0, max: 1e6 })), { nil: undefined })
const runs = { numRuns: 60 }

const check = (what: Card, more: Partial<Parameters<typeof renderCard>[0]> = {}) => expectAccepted(renderCard({ production, card: what, language: 'zh', ...more }))

test('any idea can be pitched', () => {
  fc.assert(fc.property(fc.array(fc.record({ title: words(), logline: words() }), { minLength: 1, maxLength: 30 }), words(3000), language, (ideas, text, language) => check(pitch(ideas, { text }), { language })), runs)
})

test('any script can be read, on any page', () => {
  const beat = fc.record({ action: words(), line: fc.option(fc.record({ speaker: fc.option(words(100)), text: words(3000), language })) })
  const act = fc.record({ title: words(), place: words(), beats: fc.array(beat, { maxLength: 8 }) })
  fc.assert(fc.property(fc.record({ title: words(), logline: words(3000), acts: fc.array(act, { minLength: 1, maxLength: 6 }), by: words() }), words(5000), fc.nat(1200), fc.boolean(), (more, text, page, parsed) =>
    check(scriptCard({ title: more.title, text }), { page, ...(parsed ? { about: { script: script(more) } } : {}) })), runs)
})

test('any storyboard can be read, on any page', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(99), words(), words(), fc.option(words(100)), price, fc.boolean(), (count, page, picture, line, size, cost, parsed) => {
    const wanted = boardCard({ title: line, text: picture, choices: [{ label: line, event: { kind: 'greenlit', board: hash('b') }, standard: true, ...(cost === undefined ? {} : { price: cost }) }] })
    check(wanted, { page, ...(parsed ? { about: { board: { ...board(count, { picture, line: { speaker: null, text: line, language: 'zh' }, written: { size, move: size } }), remarks: [line, picture] } } } : {}) })
  }), runs)
})

test('a storyboard of 600 shots has a page for each eight', () => {
  const message = renderCard({ production, card: boardCard(), language: 'en', about: { board: board(600) }, page: 74 })
  expectAccepted(message)
  expect(texts(message).join('\n')).toContain('page 75 of 75')
  expect(texts(message).join('\n')).toContain('**1.600**')
})

test('any shot can be shown at any stage', () => {
  const shot = fc.record({
    number, size: fc.constantFrom(...shotSizes.map(({ name }) => name)), move: fc.record({ name: fc.constantFrom(...cameraMoves.map(({ name }) => name)), direction: fc.constant(null), speed: fc.constantFrom('slow' as const, 'fast' as const) }),
    written: fc.record({ size: fc.option(words(100)), move: fc.option(words(100)) }), seconds: fc.double({ min: 0, max: 600, noNaN: true }), seed: fc.nat(), frame: fc.option(fc.nat(5)), frames: fc.nat(4),
    take: fc.option(fc.nat(999)), drawnFor: fc.option(anyText(80)), takenFor: fc.option(fc.constantFrom('', 'a~b%', hash('x'), 'x'.repeat(80))), scene: words(), line: fc.option(words()),
  })
  fc.assert(fc.property(fc.constantFrom(...ShotStage.options), shot, words(3000), language, fc.option(words(3000)), (stage, more, text, language, prompt) =>
    check(shotCard(stage, more, { text }), { language, ...(prompt === null ? {} : { about: { shot: { prompt, picture: prompt } } }) })), { numRuns: 150 })
})

test('any card at all can be shown', () => {
  const media = fc.array(fc.record({ hash: fc.nat(50).map(hash), kind: fc.constantFrom('image' as const, 'video' as const, 'sound' as const, 'json' as const, 'text' as const), name: words(150) }), { maxLength: 30 })
  const choice = fc.record({ label: words(), standard: fc.boolean(), price: fc.constant(0.5), event: fc.oneof(
    fc.record({ kind: fc.constantFrom('retry-event', 'skip-event'), id: fc.nat() }), fc.record({ kind: fc.constant('noted'), text: words() }), fc.record({ kind: words(20) }), fc.constant({ kind: 'picture-locked', cut: 'c' })) })
  fc.assert(fc.property(fc.constantFrom('film', 'cut', 'trouble:1', 'reply:1', 'said:1', 'pitch', 'export', 'shot:1', 'single', 'board', 'script', 'toString', 'whatever'), words(3000), words(5000), media, fc.array(choice, { maxLength: 40 }), fc.boolean(), (slot, title, text, media, choices, asks) => {
    check(card(slot, { title, text, media, choices, asks }))
    if (slot === 'single') check(singleCard('done', { title, text, media }))
    if (slot === 'film') check(filmCard({ title, text, media: [...filmCard().media, ...media] }))
    if (slot === 'cut') check(cutCard({ title, text, media }))
  }), { numRuns: 200 })
})

test('any progress can be told', () => {
  const progress = fc.record({ generation: words(), craft: fc.oneof(words(), fc.constantFrom('draw', 'animate', 'toString')), label: words(), status: fc.constantFrom('intent' as const, 'submitted' as const, 'done' as const), working: fc.boolean(), progress: fc.double(), doing: fc.constant(null) })
  fc.assert(fc.property(words(), language, fc.constantFrom('shooting' as const, 'new' as const, 'delivered' as const), fc.array(progress, { maxLength: 700 }), fc.option(fc.double()), fc.array(fc.record({ slot: fc.oneof(words(), fc.constantFrom('cut', 'constructor')), url: fc.oneof(words(), fc.constant('https://discord.com/channels/1/2/3')) }), { maxLength: 60 }), (title, language, phase, progress, secondsLeft, open) =>
    expectAccepted(renderProgress({ production, title, language, phase, tally: { shots: 600, drawn: 3, taken: 2, circled: 1 }, progress, secondsLeft, open }))), runs)
})

test('a person’s words never become markup, mentions or another line, and keep to their length', () => {
  fc.assert(fc.property(words(2000), fc.integer({ min: 3, max: 300 }), (text, most) => {
    const line = safeLine(text, most)
    expect(line.length).toBeLessThanOrEqual(most)
    expect(line).not.toMatch(/[\n\r\u2028\u202a-\u202e]/)
    expect(line.isWellFormed()).toBe(true)
    expect(safeText(text, most).length).toBeLessThanOrEqual(most)
    for (const safe of [line, safeText(text, most)]) {
      // whatever stands unescaped is harmless; nothing of ours that follows is escaped by it
      expect(safe.replace(/\\[^\p{L}\p{N}\s]/gu, 'x')).not.toMatch(/[\\*_~|`[\]<>@]|:\/\/|^\s*(?:[-+#]|\d+\.(?:\s|$))/mu)
    }
  }), { numRuns: 400 })
})

test('what a shot’s figures say survives a rendering unchanged', () => {
  const before = shotCard('choosing')
  const kept = structuredClone(before)
  renderCard({ production, card: before, language: 'en' })
  expect(before).toEqual(kept)
  expect(facts('take').take).toBe(2)
})
