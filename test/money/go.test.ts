import { MemorySaver } from '@langchain/langgraph'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Effects } from '../../src/mailbox/effects.ts'
import type { Direction } from '../../src/film/direction.ts'
import type { Storyboard } from '../../src/film/storyboard.ts'
import type { Boarded, ProductionEvent } from '../../src/production/event.ts'
import { productionGraph } from '../../src/production/graph.ts'
import { shotsNeeded } from '../../src/production/next.ts'
import type { ShotPrices } from '../../src/production/prices.ts'
import type { Right } from '../../src/production/rights.ts'
import type { ProductionState, Shots } from '../../src/production/state.ts'
import { answerOf, boardedOf, paperAssets, paperBoard, paperBrief } from '../production/paper-studio.ts'

const prices: ShotPrices = { draw: 0.04, speak: 0.01, animate: 0.35 }

/** A film whose pictures, voices and clips are paid for. */
function openStage({ count = 3, confirmAbove = 0.5, price = prices }: { count?: number; confirmAbove?: number | null; price?: ShotPrices } = {}) {
  const assets = paperAssets()
  const board = paperBoard(count)
  const graph = productionGraph(assets, new MemorySaver())
  const priced = (boarded: Boarded): Boarded => ({
    ...boarded, prices: { shooting: 0.2, film: 1.2, score: 0 },
    calls: boarded.calls.map((call) => ({ ...call, told: call.told && { ...call.told, price } })),
  })
  const stage = {
    shots: {} as Shots,
    current: undefined as ProductionState | undefined,
    last: { orders: [], cards: [], cancels: [], mails: [] } as Effects,
    waiting: [] as ProductionEvent[],
    ordered: [] as Effects['orders'],
    known: new Set<string>(),
    state: () => stage.current ?? (() => { throw new Error('nothing happened yet') })(),
    async hear(event: ProductionEvent) {
      const needed = shotsNeeded(event)
      const shots = needed === 'all' ? stage.shots : Object.fromEntries(needed.flatMap((number) => stage.shots[number] ? [[number, stage.shots[number]]] : []))
      const after = await graph.invoke({ event, shots, house: { confirmAbove } }, { configurable: { thread_id: 'p' }, durability: 'exit' })
      for (const [number, shot] of Object.entries(after.patch ?? {})) {
        if (shot === null) delete stage.shots[number]
        else stage.shots[number] = shot
      }
      stage.current = after.production
      stage.last = after.effects ?? stage.last
      for (const order of stage.last.orders) {
        const key = JSON.stringify([order.craft, order.request, order.answer])
        const answer = answerOf(assets, order, board)
        const mailed = answer.kind === 'boarded' ? { ...answer, result: priced(answer.result) } : answer
        // as the lab does: made once, and answered whenever it is asked for again
        if (!stage.waiting.some((event) => JSON.stringify(event) === JSON.stringify(mailed))) stage.waiting.push(mailed)
        if (!stage.known.has(key)) stage.ordered.push(order)
        stage.known.add(key)
      }
      stage.waiting.push(...stage.last.mails.map(({ body }) => body as ProductionEvent))
    },
    /** What the lab answers; nobody presses anything. */
    async settle() {
      for (let left = 500; stage.waiting.length > 0 && left > 0; left--) {
        const event = stage.waiting.shift()
        if (event) await stage.hear(event)
      }
    },
    /** Up to all clips made and circled. */
    async shoot() {
      const brief = assets.putJson({ ...paperBrief, kind: 'table' })
      await stage.hear({ kind: 'opened', brief, source: 'table' })
      await stage.settle()
      await stage.hear({ kind: 'greenlit', board: stage.state().board ?? '' })
      await stage.settle()
    },
    async film() {
      for (const shot of Object.values(stage.shots)) await stage.hear({ kind: 'picked', shot: shot.number, for: shot.drawn?.for ?? '', frame: 0 })
      await stage.settle()
      for (const shot of Object.values(stage.shots)) await stage.hear({ kind: 'circled', shot: shot.number, for: shot.take?.for ?? '' })
      await stage.settle()
    },
    note: (id: string, directions: Direction[], change?: (board: Storyboard) => void, rights?: Right[]) => {
      const after = paperBoard(count)
      change?.(after)
      return stage.hear({
        kind: 'directed', id, note: `note ${id}`, base: stage.state().board, generation: 'g', ...(rights ? { by: { id: 'u', name: 'u', rights } } : {}),
        result: { understood: { directions, missed: [] }, boarded: change ? priced(boardedOf(assets, after)) : null, changed: [] },
      })
    },
    card: (slot: string) => stage.last.cards.find((card) => card.slot === slot),
    clips: () => stage.ordered.filter(({ craft }) => craft === 'animate').length,
    panels: () => stage.ordered.filter(({ craft }) => craft === 'draw').length,
  }
  return stage
}

let stage: ReturnType<typeof openStage>
beforeEach(() => { stage = openStage() })

const redraw = (board: Storyboard) => { for (const shot of board.shots) shot.prompt += ', at dusk' }
const reframe = (board: Storyboard) => { const [shot] = board.shots; if (shot) shot.move = { name: 'push-in', direction: null, speed: 'slow' } }

test('a gate, a frame and a take say what they cost', async () => {
  await stage.shoot()
  expect(stage.ordered.filter(({ craft }) => craft === 'draw')).toHaveLength(3)
  await stage.hear({ kind: 'redraw', shot: '1.1' })
  await stage.settle()
  const choices = stage.card('shot:1.1')?.choices ?? []
  expect(choices.map(({ event, price }) => [event['kind'], price])).toEqual([['picked', 0.35], ['picked', 0.35], ['redraw', 0.04]])
})

test('what costs more than the server lets pass waits: the reply says what is stale and what it costs, and nothing is ordered', async () => {
  await stage.shoot()
  await stage.film()
  const before = stage.ordered.length
  await stage.note('n1', [{ kind: 'shots', numbers: ['1.1'], change: { add: 'dusk' } }], redraw)
  expect(stage.last.orders.filter(({ craft }) => ['draw', 'animate', 'speak'].includes(craft))).toEqual([])
  expect(stage.state().proposed).toMatchObject({ id: 'n1', redraw: 3, animate: 3, speak: 0, price: expect.closeTo(1.17) })
  const reply = stage.card('reply:n1')
  expect(reply?.text).toContain('redraw 3, re-animate 3; about $1.17')
  expect(reply?.choices).toEqual([{ label: 'Go', event: { kind: 'go', id: 'n1' }, standard: true, price: expect.closeTo(1.17) }])
  await stage.settle()
  expect(stage.ordered).toHaveLength(before)
  await stage.hear({ kind: 'go', id: 'n1' })
  expect(stage.last.orders.map(({ label }) => label).filter((label) => label.endsWith('panel')).sort()).toEqual(['1.1 panel', '1.2 panel', '1.3 panel'])
  expect(stage.state().proposed).toBeNull()
  expect(stage.card('reply:n1')).toMatchObject({ choices: [], asks: false })
})

test('«undo» takes it back: everything that was made still counts, and nothing waits', async () => {
  await stage.shoot()
  await stage.film()
  const before = stage.ordered.length
  await stage.note('n1', [], redraw)
  await stage.note('n2', [{ kind: 'undo' }], () => undefined)
  expect(stage.state()).toMatchObject({ proposed: null, tally: { taken: 3, circled: 3 } })
  await stage.hear({ kind: 'go', id: 'n1' })
  expect(stage.card('said')?.title).toBe('That is being made already.')
  expect(stage.ordered.length - before).toBe(0)
})

test('below it is made at once, and the reply says what it costs', async () => {
  await stage.shoot()
  await stage.film()
  await stage.note('n1', [], reframe)
  expect(stage.last.orders.map(({ label }) => label)).toContain('1.1 clip')
  expect(stage.card('reply:n1')).toMatchObject({ text: expect.stringContaining('re-animate 1; about $0.35'), choices: [] })
})

test('what nobody knows the price of is asked about, and not called free', async () => {
  stage = openStage({ price: { draw: null, speak: 0, animate: 0.35 } })
  await stage.shoot()
  await stage.film()
  await stage.note('n1', [], redraw)
  expect(stage.card('reply:n1')?.text).toContain('$1.05 and what has no known price')
  expect(stage.card('reply:n1')?.choices[0]).toMatchObject({ price: null })
})

test('«good» settles the frames; filming them is asked for with its price', async () => {
  await stage.shoot()
  await stage.note('n1', [{ kind: 'approve' }])
  expect(stage.clips()).toBe(0)
  expect(Object.values(stage.shots).map(({ picked }) => picked?.approve)).toEqual([true, true, true])
  expect(stage.state().proposed).toMatchObject({ film: 3, price: expect.closeTo(1.05) })
  await stage.hear({ kind: 'go', id: 'n1' })
  await stage.settle()
  expect(stage.clips()).toBe(3)
})

test('an editor may pick and film what is cheap; what is dear needs somebody who may greenlight', async () => {
  stage = openStage({ confirmAbove: 0.1 })
  await stage.shoot()
  const by = { id: 'ed', name: 'ed', rights: ['note', 'shots', 'cut'] as Right[] }
  const pick = { kind: 'picked' as const, shot: '1.1', for: stage.shots['1.1']?.drawn?.for ?? '', frame: 0 }
  await stage.hear({ ...pick, by })
  expect(stage.card('said')?.title).toMatch(/producer or director/)
  expect(stage.clips()).toBe(0)
  await stage.hear({ kind: 'redraw', shot: '1.1', by })
  expect(stage.last.orders.map(({ label }) => label)).toEqual(['1.1 panel'])
  await stage.note('n1', [{ kind: 'approve' }])
  await stage.hear({ kind: 'go', id: 'n1', by })
  expect(stage.card('said')?.title).toMatch(/producer or director/)
  expect(stage.clips()).toBe(0)
})

test('where this machine makes everything nothing waits and nothing has a price', async () => {
  stage = openStage({ price: { draw: 0, speak: 0, animate: 0 } })
  await stage.shoot()
  await stage.film()
  await stage.note('n1', [], redraw)
  expect(stage.panels()).toBe(6)
  expect(stage.state().proposed ?? null).toBeNull()
})

test('whatever is said, pressed and answered: while something waits none of it is ordered, the tally is right, and a Go makes all of it', { timeout: 60_000 }, async () => {
  const changes = [redraw, reframe, () => undefined]
  const step = fc.record({ what: fc.constantFrom('note', 'note', 'approve', 'answer', 'answer', 'go', 'old-go', 'pick', 'redraw'), shot: fc.nat(2), change: fc.nat(2) })
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
    const now = openStage()
    await now.shoot()
    let notes = 0
    for (const { what, shot, change } of steps) {
      const number = `1.${shot + 1}`
      const record = now.shots[number]
      const before = Object.values(now.shots).filter(({ waits }) => waits).map((each) => each.number)
      if (what === 'note') await now.note(`n${++notes}`, [], changes[change])
      else if (what === 'approve') await now.note(`n${++notes}`, [{ kind: 'approve' }])
      else if (what === 'answer') { const event = now.waiting.shift(); if (event) await now.hear(event) }
      else if (what === 'go') await now.hear({ kind: 'go', id: now.state().proposed?.id ?? 'none' })
      else if (what === 'old-go') await now.hear({ kind: 'go', id: 'long ago' })
      else if (what === 'pick' && record) await now.hear({ kind: 'picked', shot: number, for: record.drawn?.for ?? '', frame: 0 })
      else if (what === 'redraw') await now.hear({ kind: 'redraw', shot: number })
      const waits = Object.values(now.shots).filter((each) => each.waits).map((each) => each.number)
      for (const order of now.last.orders.filter(({ craft }) => ['draw', 'animate', 'speak'].includes(craft))) expect(waits, order.label).not.toContain(order.answer['shot'])
      if (waits.length > 0) expect(now.state().proposed).not.toBeNull()
      if (what === 'go' && before.length > 0) expect(waits).toEqual([])
      const counted = Object.values(now.shots)
      expect(now.state().tally.shots).toBe(counted.length)
      expect(now.state().tally.drawn).toBe(counted.filter((each) => each.drawn?.for === `${each.draw}:${each.redraws}`).length)
    }
    if (now.state().proposed) await now.hear({ kind: 'go', id: now.state().proposed?.id ?? '' })
    await now.settle()
    expect(now.state().tally.drawn).toBe(3)
  }), { numRuns: 30 })
})
