import { MemorySaver } from '@langchain/langgraph'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Card } from '../../src/mailbox/card.ts'
import type { Effects } from '../../src/mailbox/effects.ts'
import type { ProductionEvent } from '../../src/production/event.ts'
import { productionGraph } from '../../src/production/graph.ts'
import { shotsNeeded } from '../../src/production/next.ts'
import { countShot, noShots, type ShotRecord } from '../../src/production/shot-record.ts'
import type { ProductionState, Shots } from '../../src/production/state.ts'
import { answerOf, boardedOf, paperAssets, paperBoard, paperBrief } from './paper-studio.ts'

test('a production goes from a table to the delivered film by taking each standard answer', async () => {
  const stage = await openStage(6)
  await stage.playToTheEnd()
  expect(stage.state().phase).toBe('delivered')
  expect(stage.state().tally).toEqual({ shots: 6, drawn: 6, picked: 6, voiced: 6, taken: 6, circled: 6 })
})

test('joins are ordered when all but a few takes are circled, between those, and once', async () => {
  const stage = await openStage(8)
  // the newest first: the last takes come after the event that says they are near
  await stage.playToTheEnd((waiting) => waiting - 1)
  const joins = stage.ordered.filter(({ craft }) => craft === 'join').map(({ request }) => (request as { shots: { take: object | null }[] }).shots.map(({ take }) => take !== null))
  expect(joins).toHaveLength(1)
  expect(joins[0]!.filter(Boolean)).toHaveLength(5)
})

test('the storyboard sheet is ordered then too, once, if every picture is chosen by then', async () => {
  const ordered = async (next?: (waiting: number) => number) => {
    const stage = await openStage(8)
    await stage.playToTheEnd(next)
    return stage.ordered.filter(({ craft }) => craft === 'sheet').map(({ request }) => (request as { shots: { picture: string | null }[] }).shots)
  }
  const [sheet, ...others] = await ordered()
  expect([sheet?.length, sheet?.every(({ picture }) => picture !== null), others]).toEqual([8, true, []])
  expect(await ordered((waiting) => waiting - 1)).toEqual([])
})

test('a wish goes through the pitch and the script first', async () => {
  const stage = await openStage(3, 'wish')
  await stage.playToTheEnd()
  expect(stage.state()).toMatchObject({ phase: 'delivered', idea: 1 })
})

test('any order and any doubling of events ends with the same film', { timeout: 60_000 }, async () => {
  const straight = await openStage(5)
  await straight.playToTheEnd()
  const film = straight.state().cut?.film
  await fc.assert(fc.asyncProperty(fc.nat(), async (seed) => {
    const throwDice = dice(seed)
    const stage = await openStage(5)
    await stage.playToTheEnd(throwDice, () => throwDice(4) === 0)
    expect(stage.state().phase).toBe('delivered')
    expect(stage.state().cut?.film).toBe(film)
    expect(stage.state().tally).toEqual(recount(stage.shots))
  }), { numRuns: 10, endOnFailure: true })
})

test('an event of long ago changes nothing at the end', async () => {
  const stage = await openStage(4)
  await stage.playToTheEnd()
  const before = JSON.stringify([stage.state(), stage.shots])
  for (const event of [...stage.history]) await stage.hear(event)
  expect(JSON.stringify([stage.state(), stage.shots])).toBe(before)
})

test('a changed shot takes the film back to shooting, and only that shot is ordered again', async () => {
  const stage = await openStage(5)
  await stage.playToTheEnd()
  stage.ordered.length = 0
  const board = paperBoard(5)
  const shot = board.shots[2]
  if (!shot) throw new Error('no third shot')
  shot.prompt = 'a fleet'
  await stage.hear({
    kind: 'directed', id: 'n', note: '1.3: a fleet', base: stage.state().board, generation: 'g',
    result: { understood: { directions: [], missed: [] }, boarded: boardedOf(stage.assets, board), changed: ['1.3'] },
  })
  expect(stage.state().phase).toBe('shooting')
  await stage.playToTheEnd()
  expect(stage.state().phase).toBe('delivered')
  expect(stage.ordered.map((order) => order.label).sort()).toEqual(['1.3 clip', '1.3 panel', 'cut', 'delivery'])
})

test('undo keeps everything that was made for the storyboard it goes back to', async () => {
  const stage = await openStage(3)
  await stage.playToTheEnd()
  const before = stage.state().board
  const changed = paperBoard(3)
  changed.shots[1]!.move = { name: 'push-in', direction: null, speed: 'slow' }
  const note = (board = changed) => ({
    kind: 'directed' as const, id: 'n', note: '', base: stage.state().board, generation: 'g',
    result: { understood: { directions: [], missed: [] }, boarded: boardedOf(stage.assets, board), changed: [] },
  })
  await stage.hear(note())
  expect(stage.state().tally.circled).toBe(2)
  await stage.hear(note(paperBoard(3)))
  expect(stage.state()).toMatchObject({ board: before, past: [], tally: { circled: 3 } })
})

test('a note read against an older storyboard is read again, not lost', async () => {
  const stage = await openStage(2)
  await stage.playToTheEnd()
  stage.ordered.length = 0
  await stage.hear({
    kind: 'directed', id: 'late', note: 'closer', base: 'f'.repeat(64), generation: 'g',
    result: { understood: { directions: [], missed: [] }, boarded: boardedOf(stage.assets, paperBoard(3)), changed: [] },
  })
  expect(stage.ordered.map((order) => [order.craft, order.answer.base])).toEqual([['direct', stage.state().board]])
})

test('a cancelled production stays cancelled, lets its orders go and says so', async () => {
  const stage = await openStage(2)
  await stage.hear({ kind: 'cancelled' })
  expect(stage.last.cancels).toEqual(['*'])
  await stage.playToTheEnd()
  expect(stage.state().phase).toBe('cancelled')
  await stage.hear({ kind: 'greenlit', board: 'a'.repeat(64) })
  expect(stage.last.cards.map((card) => card.slot)).toEqual(['said'])
})

test('pressing a frame twice says that it is already picked', async () => {
  const stage = await openStage(1)
  await stage.playToTheEnd()
  const pick = stage.history.find((event) => event.kind === 'picked')
  if (!pick) throw new Error('nothing was picked')
  await stage.hear(pick)
  expect(stage.last.orders).toEqual([])
  expect(stage.last.cards.map((card) => card.title)).toEqual(['That frame is already picked.'])
})

/** A production with a mailbox in memory and a studio of paper. */
async function openStage(count: number, source: 'wish' | 'table' = 'table') {
  const assets = paperAssets()
  const board = paperBoard(count)
  const graph = productionGraph(assets, new MemorySaver())
  const stage = {
    assets,
    shots: {} as Shots,
    history: [] as ProductionEvent[],
    ordered: [] as Effects['orders'],
    waiting: [] as ProductionEvent[],
    last: { orders: [], cards: [], cancels: [], mails: [] } as Effects,
    current: undefined as ProductionState | undefined,
    known: new Set<string>(),
    state: () => {
      if (!stage.current) throw new Error('nothing happened yet')
      return stage.current
    },
    async hear(event: ProductionEvent) {
      stage.history.push(event)
      const needed = shotsNeeded(event)
      const shots = needed === 'all' ? stage.shots : Object.fromEntries(needed.flatMap((number) => stage.shots[number] ? [[number, stage.shots[number]]] : []))
      const after = await graph.invoke({ event, shots }, { configurable: { thread_id: 'p' }, durability: 'exit' })
      for (const [number, shot] of Object.entries(after.patch ?? {})) {
        if (shot === null) delete stage.shots[number]
        else stage.shots[number] = shot
      }
      stage.current = after.production
      stage.last = after.effects ?? stage.last
      for (const order of stage.last.orders) {
        const key = JSON.stringify([order.craft, order.request, order.answer])
        if (stage.known.has(key)) continue
        stage.known.add(key)
        stage.ordered.push(order)
        if (order.craft !== 'direct') stage.waiting.push(answerOf(assets, order, board))
      }
      stage.waiting.push(...stage.last.mails.map((mail) => mail.body as ProductionEvent), ...stage.last.cards.flatMap(standardAnswer))
    },
    /** `choose` picks the next event by index, `double` says whether it comes twice. */
    async playToTheEnd(choose: (waiting: number) => number = () => 0, double: () => boolean = () => false) {
      for (let left = 2_000; stage.waiting.length > 0 && left > 0; left--) {
        const [event] = stage.waiting.splice(choose(stage.waiting.length), 1)
        if (!event) return
        if (double()) stage.waiting.push(event)
        await stage.hear(event)
      }
    },
  }
  const brief = assets.putJson({ ...paperBrief, kind: source })
  await stage.hear({ kind: 'opened', brief, source })
  return stage
}

const standardAnswer = (card: Card): ProductionEvent[] =>
  card.choices.filter((choice) => choice.standard).map((choice) => choice.event as ProductionEvent)

const dice = (seed: number) => (sides: number) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return (seed >>> 8) % sides
}

const recount = (shots: Shots) => Object.values(shots).map((shot: ShotRecord) => countShot(shot)).reduce((sum, one) => ({
  shots: sum.shots + one.shots, drawn: sum.drawn + one.drawn, picked: sum.picked + one.picked,
  voiced: sum.voiced + one.voiced, taken: sum.taken + one.taken, circled: sum.circled + one.circled,
}), noShots)
