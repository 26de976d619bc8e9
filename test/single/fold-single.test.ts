import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/mailbox/card.ts'
import type { Effects } from '../../src/mailbox/effects.ts'
import { readSingle, type SingleRequest } from '../../src/single/single-request.ts'
import { hearSingle } from '../../src/single/single-step.ts'
import type { SingleState } from '../../src/single/single-state.ts'
import { hashOf } from '../production/paper-studio.ts'

const ask = (text: string, more: Partial<Parameters<typeof readSingle>[1]> = {}) => readSingle(text, { picture: null, language: 'en', animate: true, seed: 7, ...more })
const own = { hash: hashOf('own'), width: 800, height: 1000 }

/** Plays a single on paper: every order is answered at once, with a hash of what was asked. */
type Stage = {
  state: SingleState | null
  last: Effects | null
  said: string | null
  ordered: Effects['orders']
  history: Record<string, unknown>[]
  hear(body: Record<string, unknown>): Effects
  play(): Effects
  card(): Card | undefined
}

function stage(request: SingleRequest): Stage {
  const self: Stage = {
    state: null, last: null, said: null, ordered: [], history: [],
    hear(body: Record<string, unknown>) {
      self.history.push(body)
      const { state, effects, said } = hearSingle(self.state, body)
      Object.assign(self, { state, last: effects, said })
      self.ordered.push(...effects.orders)
      return effects
    },
    play() {
      const order = self.ordered.at(-1)
      if (!order) throw new Error('nothing is ordered')
      const made = hashOf(order.request)
      const { count = 1, frames, fps } = order.request as { count?: number; frames: number; fps: number }
      const drawn = { pictures: Array.from({ length: count }, (_, index) => ({ picture: hashOf([made, index]), width: 720, height: 405, seed: 7 })), missed: ['quux'], move: null, remarks: [], words: 'a boat on a river' }
      return self.hear({ ...order.answer, generation: made, result: order.craft === 'single-draw' ? drawn : { clip: made, frames, fps, width: 1280, height: 720, conformed: true } })
    },
    card: () => self.last?.cards.find(({ slot }) => slot === 'single'),
  }
  self.hear({ kind: 'opened', request })
  return self
}

describe('a single', () => {
  test('is drawn, filmed and shown with the prompt and seed in its name', () => {
    const single = stage(ask('boat under red cliffs -seed 3557373337 -camera zoom in -motion 3 -fps 12 -ar 9:16'))
    expect(single.ordered[0]).toMatchObject({ craft: 'single-draw', request: { prompt: 'boat under red cliffs', count: 1, seed: 3557373337, aspect: '9:16' } })
    single.play()
    expect(single.ordered[1]).toMatchObject({ craft: 'single-animate', request: { move: { name: 'zoom', direction: 'in', speed: 'fast' }, fps: 12, frames: 36, width: 720, height: 1280 } })
    single.play()
    expect(single.card()).toMatchObject({ title: 'boat under red cliffs', asks: false, single: { stage: 'done', seed: 3557373337, fps: 12 } })
    expect(single.card()?.media.map(({ name }) => name)).toEqual(['boat_under_red_cliffs_seed3557373337.mp4', 'boat_under_red_cliffs_seed3557373337.png'])
    expect(single.card()?.text).toMatch(/quux/)
  })

  test('offers four frames where nothing is to be filmed yet, films the one that is picked, and another after it', () => {
    const single = stage(ask('a boat', { animate: false }))
    single.play()
    expect(single.card()).toMatchObject({ asks: true, single: { stage: 'choosing', frames: 4 } })
    const [, second, third] = single.card()?.choices ?? []
    single.hear(second?.event ?? {})
    single.play()
    expect(single.card()).toMatchObject({ single: { stage: 'done', frame: 1 } })
    expect(single.card()?.choices.map(({ label }) => label)).toEqual(['Frame A', 'Frame C', 'Frame D'])
    expect(single.hear(second?.event ?? {}).orders).toEqual([])
    expect(single.said).toBe('already-picked')
    single.hear(third?.event ?? {})
    expect(single.card()).toMatchObject({ single: { stage: 'filming', frame: 2 } })
  })

  test('moves a person’s own picture in its own shape, without drawing', () => {
    const single = stage(ask('', { picture: own }))
    expect(single.ordered).toMatchObject([{ craft: 'single-animate', request: { picture: own.hash, width: 858, height: 1074 } }])
    single.play()
    expect(single.card()).toMatchObject({ title: 'A moving picture', single: { stage: 'done', own: true } })
  })

  test('stands still only where -motion 0 says so', () => {
    const moves = ['a boat', 'a boat -motion 0', 'a boat -motion 4', 'a boat -camera pan up right'].map((text) => {
      const single = stage(ask(text))
      single.play()
      return single.ordered[1]?.request
    })
    expect(moves).toMatchObject([
      { move: { name: 'push-in', speed: 'normal' }, amount: 1 }, { move: { name: 'static' } }, { move: { speed: 'fast' }, amount: 1.5 },
      { move: { name: 'pan', direction: 'right' }, second: { name: 'tilt', direction: 'up' } },
    ])
  })

  test('says what it was told and cannot use', () => {
    expect(stage(ask('a boat -gs 12 --raw')).card()?.text).toMatch(/-gs 12.*\n--raw/)
    expect(stage(ask('小船 -gs 12', { language: 'zh' })).card()?.text).toMatch(/画师没有这项设置/)
  })

  test('is gone when it is discarded, and stays so', () => {
    const single = stage(ask('a boat', { animate: false }))
    single.play()
    const pick = single.card()?.choices[0]?.event ?? {}
    expect(single.hear({ kind: 'cancelled' }).cancels).toEqual(['*'])
    expect(single.card()).toMatchObject({ media: [], choices: [], text: 'Discarded.' })
    single.hear(pick)
    expect([single.said, single.last?.orders]).toEqual(['discarded', []])
  })

  test('shows its trouble with a button to try again, as a film does', () => {
    const single = stage(ask('a boat'))
    expect(single.hear({ kind: 'failed', label: 'x', message: 'No ink.', answer: {}, generation: 'g' }).cards).toMatchObject([{ slot: 'trouble:g', text: 'No ink.', choices: [{ event: { kind: 'retry-generation', generation: 'g' } }] }])
    expect(single.state?.drawn).toBeNull()
  })

  test('answers what is no business of a single, and changes nothing', () => {
    const single = stage(ask('a boat'))
    const before = single.state
    single.hear({ kind: 'greenlit', board: 'f' })
    expect([single.state, single.said]).toEqual([before, 'not-here'])
    expect(hearSingle(null, { kind: 'cancelled' })).toMatchObject({ state: null, said: 'not-here' })
    expect(() => hearSingle(before, { kind: 'picked', frame: -1 })).toThrow()
  })

  test('ends the same in any order and with any doubling of what happens', () => {
    const straight = stage(ask('a boat', { animate: false }))
    straight.play()
    straight.hear(straight.card()?.choices[1]?.event ?? {})
    straight.play()
    const end = JSON.stringify(straight.state)
    fc.assert(fc.property(fc.array(fc.nat({ max: straight.history.length - 1 }), { maxLength: 20 }), (again) => {
      const single = stage(ask('a boat', { animate: false }))
      for (const index of again) single.hear(straight.history[index] ?? {})
      for (const body of straight.history) single.hear(body)
      for (const index of again) if (straight.history[index]?.kind !== 'picked') single.hear(straight.history[index] ?? {})
      expect(JSON.stringify(single.state)).toBe(end)
    }))
  })
})
