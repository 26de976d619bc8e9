import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { APIModalInteractionResponseCallbackData } from 'discord.js'
import { decodePress } from '../../../src/discord/custom-id.ts'
import { cancelModal, deleteConfirmation, dropModal } from '../../../src/discord/modals/confirmations.ts'
import { readRemix, remixModal, type Remixed } from '../../../src/discord/modals/remix-modal.ts'
import { readSecondsModal, secondsModal } from '../../../src/discord/modals/seconds-modal.ts'
import { submitted } from '../../../src/discord/modals/submitted.ts'
import { noteModal, readWords, sayMoreModal, varyModal } from '../../../src/discord/modals/words-modals.ts'
import { modalRules } from '../../../src/try/discord/rules/modal-rules.ts'
import { anyText } from '../cards/any-text.ts'
import { production } from '../cards/cards.ts'
import { expectAccepted, press } from '../cards/rules.ts'

const shot: Remixed = { number: '1.2', picture: 'a boat', size: 'medium', move: { name: 'pan', direction: 'left', speed: 'slow' }, seconds: 4.5, models: {} }
/** What Discord sends when it is submitted as it was shown. */
const untouched = { picture: ['a boat'], size: ['medium'], move: ['pan:left'], seconds: ['4.5'], upload: [] }

const accepted = (modal: APIModalInteractionResponseCallbackData) => {
  expect(modalRules({ ...modal })).toEqual([])
  return modal
}

test('every modal is one that Discord takes, in both languages, whatever it is filled with', () => {
  fc.assert(fc.property(fc.constantFrom('zh' as const, 'en' as const), anyText(6000), fc.double({ min: 0, max: 600, noNaN: true }), (language, text, seconds) => {
    const number = '9999.9999.9999.9999.9999.9999'
    for (const modal of [
      remixModal(production, { ...shot, number, picture: text, seconds }, language), secondsModal(production, { number, seconds }, language), noteModal(production, null, language), noteModal(production, number, language),
      sayMoreModal(production, language), varyModal(production, text, language), dropModal(production, number, language), cancelModal(production, language),
    ]) expect(decodePress(accepted(modal).custom_id)).not.toBeNull()
    expectAccepted(deleteConfirmation(production, text, language))
  }), { numRuns: 25 })
})

test('remix is filled with the shot as it is', () => {
  const shown = JSON.stringify(remixModal(production, shot, 'zh'))
  expect(shown).toContain('"value":"a boat"')
  expect(shown).toMatch(/"value":"pan:left"[^}]*"default":true/)
  expect(shown.match(/"default":true/g)).toHaveLength(2)
  expect(decodePress(remixModal(production, shot, 'zh').custom_id)).toEqual({ production, act: 'remix', shot: '1.2' })
})

test('only what was changed is directed', () => {
  expect(readRemix({ ...untouched, size: ['close-up'], seconds: ['6 秒'] }, shot, 'en')).toEqual({ directions: [{ kind: 'shots', numbers: ['1.2'], change: { size: 'close-up', seconds: 6 } }], upload: null })
  expect(readRemix({ ...untouched, move: ['push-in'], picture: ['two boats'] }, shot, 'en').directions).toEqual([
    { kind: 'shots', numbers: ['1.2'], change: { picture: 'two boats', move: { name: 'push-in', direction: null, speed: 'slow' } } }])
})

test('sent back as it was, it is drawn again', () => {
  expect(readRemix(untouched, shot, 'en').directions).toEqual([{ kind: 'shots', numbers: ['1.2'], change: { redraw: true } }])
  expect(readRemix({}, shot, 'en').directions).toEqual([{ kind: 'shots', numbers: ['1.2'], change: { redraw: true } }])
})

test('an uploaded picture is the frame itself, or with --ref something to lean on', () => {
  expect(readRemix({ ...untouched, upload: ['123'] }, shot, 'en')).toEqual({ directions: [], upload: 'frame' })
  expect(readRemix({ ...untouched, picture: ['a boat —ref'], upload: ['123'] }, shot, 'en')).toEqual({ directions: [], upload: 'reference' })
})

test('values that no form of ours sends are answered with what is allowed', () => {
  expect(() => readRemix({ ...untouched, size: ['gigantic'] }, shot, 'en')).toThrow(/«gigantic» is no shot size\. Allowed are: extreme wide/)
  expect(() => readRemix({ ...untouched, move: ['pan:up'] }, shot, 'zh')).toThrow(/没有「pan:up」这种运镜。可用的有：static/)
  expect(() => readRemix({ ...untouched, seconds: ['soon'] }, shot, 'en')).toThrow(/«soon» is no length of a shot\. Write seconds from 0\.5 to 600/)
  expect(() => readSecondsModal({ seconds: ['9000'] }, '1.2', 'zh')).toThrow(/0.5 到 600/)
})

test('seconds are read as people write them', () => {
  expect(readSecondsModal({ seconds: ['0:06'] }, '1.2', 'en')).toEqual([{ kind: 'shots', numbers: ['1.2'], change: { seconds: 6 } }])
})

test('what discord.js hands over becomes plain values; what has another shape is left out', () => {
  expect(submitted([{ customId: 'picture', type: 4, value: 'a boat' }, { customId: 'size', type: 3, values: ['full'] }, { customId: 'upload', values: ['1'], attachments: new Map() }, { customId: 7 }, null]))
    .toEqual({ picture: ['a boat'], size: ['full'], upload: ['1'] })
})

test('any submitted values are read, or refused in a sentence', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom('picture', 'size', 'move', 'seconds', 'upload', 'words', '__proto__'), fc.array(anyText(20), { maxLength: 3 })), (values) => {
    for (const read of [() => readRemix(values, shot, 'en'), () => readSecondsModal(values, '1.2', 'en'), () => readWords(values, 'zh')]) {
      try { read() } catch (error) { expect(error).toMatchObject({ name: 'ReadingError' }) }
    }
  }))
})

test('words come back trimmed; none are refused', () => {
  expect(readWords({ words: ['  closer \r\n'] }, 'en')).toBe('closer')
  expect(() => readWords({ words: ['  '] }, 'en')).toThrow(/no words/)
})

test('deleting is asked once more, and the second button is sure', () => {
  expect(press(deleteConfirmation(production, 'Red Cliff', 'en'), '🗑 Delete all of it')).toEqual({ production, act: 'delete', sure: true })
})
