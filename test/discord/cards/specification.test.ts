import { expect, test } from 'vitest'
import { renderCard } from '../../../src/discord/cards/render-card.ts'
import { deleteConfirmation, dropModal } from '../../../src/discord/modals/confirmations.ts'
import { remixModal } from '../../../src/discord/modals/remix-modal.ts'
import { noteModal } from '../../../src/discord/modals/words-modals.ts'
import { ShotStage } from '../../../src/mailbox/card.ts'
import { specificationCheck } from '../../try/discord/check-spec.ts'
import { board, boardCard, card, cutCard, filmCard, pitch, production, script, scriptCard, shotCard, singleCard, trouble } from './cards.ts'

const check = await specificationCheck()

const cards = [
  pitch([{ title: '月下', logline: '苏子与客泛舟' }, { title: 'The oar', logline: 'The boatman tells it.' }]), scriptCard(), boardCard(), ...ShotStage.options.map((stage) => shotCard(stage)),
  cutCard(), filmCard(), singleCard('choosing'), singleCard('done'), trouble, card('reply:1'), card('said:1'),
]

test.skipIf(check === undefined).each(['zh', 'en'] as const)('every message and modal is one of Discord’s official specification (%s)', (language) => {
  const ask = (template: string, body: unknown) => check?.({ method: 'POST', template, path: template, query: {}, body, contentType: 'json' })
  for (const each of cards) {
    const { files: _, ...body } = renderCard({ production, card: { ...each, language }, language, about: { board: board(15), script: script() } })
    expect(ask('/channels/{channel_id}/messages', body), each.slot).toEqual([])
  }
  const { files: _, ...body } = deleteConfirmation(production, '赤壁', language)
  expect(ask('/channels/{channel_id}/messages', body)).toEqual([])
  const shot = { number: '1.2', picture: 'a boat', size: 'medium', move: { name: 'pan', direction: 'left', speed: 'slow' }, seconds: 4.5, models: {} } as const
  for (const data of [remixModal(production, shot, language), remixModal(production, shot, language, [{ id: 'openai/one', label: 'One', made: 'draw' }, { id: 'replicate/two', label: 'Two', made: 'animate' }]), noteModal(production, '1.2', language), dropModal(production, '1.2', language)]) {
    expect(ask('/interactions/{interaction_id}/{interaction_token}/callback', { type: 9, data })).toEqual([])
  }
})
