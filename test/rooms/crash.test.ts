import { afterAll, beforeAll, expect, test } from 'vitest'
import { pitchRoom } from '../../src/production/rooms/pitch-room.ts'
import { writeRoom, type ScriptAsked } from '../../src/production/rooms/write-room.ts'
import { ProviderError } from '../../src/studio/provider-error.ts'
import { type Desk, openDesk } from '../studio/desk.ts'
import { scriptDraft } from './faithful.ts'
import { thinkingStudio } from './thinking-studio.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const asked: ScriptAsked = { kind: 'idea', text: 'A keeper lights a lamp. A boat comes in.', title: 'The Lamp', language: 'en', seconds: null, look: null }
const idea = (title: string) => ({ title, logline: '', treatment: 'A boat comes in.', mood: 'serene' as const, look: 'noir' as const })

test('a room that breaks in the middle goes on where it was: no call is paid twice', async () => {
  const draft = await scriptDraft(asked)
  let broken = 0
  const { studio, calls } = thinkingStudio({
    script: () => draft,
    critique: () => {
      if (broken++ < 2) throw new ProviderError('The line was cut.', { provider: 'thinker', retryable: true, bought: false })
      return { good: false, notes: ['begin later'] }
    },
  }, { buying: true })
  const order = await desk.place((work) => writeRoom(asked, studio, work))
  expect(await desk.ended(order)).toMatchObject({ status: 'done', cost: 0.03 })
  expect(calls.map(({ step }) => step)).toEqual(['draft', 'critique', 'revision'])
  expect((await desk.purchases(order)).filter(({ status }) => status === 'done').map(({ step }) => step)).toEqual(['draft', 'critique', 'revision'])
})

test('a process that stops between two calls leaves the first one bought', async () => {
  const draft = await scriptDraft(asked)
  let stopped = false
  const { studio, calls } = thinkingStudio({ script: () => draft, critique: () => ({ good: true, notes: [] }) }, { buying: true })
  const order = await desk.place(async (work) => writeRoom(asked, {
    ...studio,
    write: async (request, paid) => {
      if (request.step === 'critique' && !stopped) {
        stopped = true
        await new Promise((_, reject) => work.signal.addEventListener('abort', () => reject(new Error('stopped'))))
      }
      return studio.write(request, paid)
    },
  }, work))
  await desk.purchasesOnce(order, (rows) => rows.some(({ step, status }) => step === 'draft' && status === 'done'))
  while (!stopped) await new Promise((resolve) => setTimeout(resolve, 5))
  await desk.restart()
  expect(await desk.ended(order)).toMatchObject({ status: 'done' })
  expect(calls.map(({ step }) => step)).toEqual(['draft', 'critique'])
})

test('a pitch that comes back short or repeats itself is filled up once, and never above what was asked', async () => {
  const { studio, calls } = thinkingStudio({
    treatments: ({ count, had }) => ({ ideas: had.length === 0 ? ['A', 'B', 'a', 'C'].map(idea) : Array.from({ length: count + 2 }, (_, index) => idea(`N${index}`)) }),
  }, { buying: true })
  const order = await desk.place((work) => pitchRoom({ wish: 'a lamp', language: 'en', count: 10, seed: 1 }, studio, work))
  const { result, error } = await desk.ended(order)
  expect(error).toBeNull()
  expect(result.ideas.map(({ title }: { title: string }) => title)).toEqual(['A', 'B', 'C', 'N0', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6'])
  expect(calls.map(({ step, inputs }) => [step, inputs['count']])).toEqual([['pitch', 10], ['pitch more', 7]])
})
