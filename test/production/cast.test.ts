import { MemorySaver } from '@langchain/langgraph'
import { beforeEach, expect, test } from 'vitest'
import type { Storyboard } from '../../src/film/storyboard.ts'
import type { Order } from '../../src/lab/order.ts'
import type { Card } from '../../src/mailbox/card.ts'
import type { Effects } from '../../src/mailbox/effects.ts'
import { boardForShooting } from '../../src/production/crafts/board-for-shooting.ts'
import type { Boarded, ProductionEvent } from '../../src/production/event.ts'
import { productionGraph } from '../../src/production/graph.ts'
import { shotsNeeded } from '../../src/production/next.ts'
import { drawKey } from '../../src/production/shot-record.ts'
import { openingState, type ProductionState, type Shots } from '../../src/production/state.ts'
import type { Provider } from '../../src/studio/provider.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { rulesOnly } from '../rooms/thinking-studio.ts'
import { hashOf, paperAssets, paperBoard, paperBrief } from './paper-studio.ts'

const member = (name: string) => ({ name, also: [], gender: 'woman' as const, age: 'adult' as const, appearance: `${name} in a red coat`, seed: name.length })
/** Ann in 1.1 and 1.2, Bo in 1.2 and 2.1, nobody in 3.1; 1.2.1 continues 1.2. */
const board: Storyboard = {
  ...paperBoard(5), cast: [member('Ann'), member('Bo'), member('Nobody')],
  shots: paperBoard(5).shots.map((shot, index) => ({ ...shot, number: ['1.1', '1.2', '1.2.1', '2.1', '3.1'][index] ?? '', cast: [['Ann'], ['Ann', 'Bo'], ['Ann'], ['Bo'], []][index] ?? [], line: null, transition: { name: 'cut', frames: 0 } })),
}
const painter = (references: number): Provider => ({
  name: 'painter', models: [{ id: 'painter/one', capability: 'draw', label: 'One', limits: { references }, price: [] }],
  draw: () => Promise.reject(new Error('Nothing is drawn here.')), close: async () => undefined,
})
const studioOf = (references: number | null) => openStudio([...(references === null ? [] : [painter(references)]), rulesOnly()])

let assets: ReturnType<typeof paperAssets>
beforeEach(() => { assets = paperAssets() })
const boarded = (references: number | null, of = board): Promise<Boarded> => boardForShooting(of, paperBrief, openingState.terms, studioOf(references), { assets: { ...assets, putJson: async (value: unknown) => assets.putJson(value) } } as never)

type Stage = {
  shots: Shots; last: Effects; state: ProductionState; ordered: Order[]
  hear(event: ProductionEvent): Promise<void>; hearQuietly(event: ProductionEvent): Promise<void>; draw(orders?: Order[]): Promise<void>; approve(): Promise<void>
  labels(): string[]; card(): Card | undefined; references(label: string): unknown[]
}

/** Greenlit, and what it ordered. */
async function stageOf(references: number | null, before?: (stage: Stage) => Promise<void>) {
  const graph = productionGraph(assets, new MemorySaver())
  const stage: Stage = {
    shots: {} as Shots, last: {} as Effects, state: openingState as ProductionState, ordered: [] as Order[],
    async hear(event: ProductionEvent): Promise<void> {
      const needed = shotsNeeded(event)
      const shots = needed === 'all' ? stage.shots : Object.fromEntries(needed.flatMap((number) => stage.shots[number] ? [[number, stage.shots[number]]] : []))
      const after = await graph.invoke({ event, shots }, { configurable: { thread_id: 'p' }, durability: 'exit' })
      for (const [number, shot] of Object.entries(after.patch ?? {})) {
        if (shot === null) delete stage.shots[number]
        else stage.shots[number] = shot
      }
      stage.state = after.production
      stage.last = after.effects as Effects
      stage.ordered = stage.last.orders
      for (const { body } of stage.last.mails) if (body['kind'] === 'continued') await stage.hearQuietly(body as ProductionEvent)
    },
    async hearQuietly(event: ProductionEvent): Promise<void> {
      const before = stage.ordered
      await stage.hear(event)
      stage.ordered = [...before, ...stage.ordered]
    },
    /** The lab draws what is ordered: a picture that is the hash of what was asked. */
    async draw(orders = stage.ordered) {
      const all: Order[] = []
      for (const order of orders.filter(({ craft }) => craft === 'draw')) {
        await stage.hear({ ...order.answer, result: { pictures: [{ picture: hashOf(order.request), width: 9, height: 9, seed: 1 }], missed: [] }, generation: 'g' } as unknown as ProductionEvent)
        all.push(...stage.ordered)
      }
      stage.ordered = all
    },
    labels: (): string[] => stage.ordered.filter(({ craft }) => craft === 'draw').map(({ label }) => label).sort(),
    card: (): Card | undefined => stage.last.cards.find(({ slot }) => slot === 'cast'),
    approve: (): Promise<void> => stage.hear(stage.card()?.choices.find(({ standard }) => standard)?.event as ProductionEvent),
    references: (label: string): unknown[] => (stage.ordered.find((order) => order.label === label)?.request as { references: unknown[] }).references,
  }
  await stage.hear({ kind: 'opened', brief: assets.putJson(paperBrief), source: 'table' })
  const answer = stage.ordered[0]?.answer
  await stage.hear({ ...answer, result: await boarded(references), generation: 'g' } as ProductionEvent)
  await before?.(stage)
  await stage.hear({ kind: 'greenlit', board: stage.state.board ?? '' })
  return stage
}

test('who cannot keep to a picture is asked for none: every shot is drawn at once, and there is no gate', async () => {
  for (const references of [null, 0]) {
    const stage = await stageOf(references)
    expect(stage.labels()).toEqual(['1.1 panel', '1.2 panel', '1.2.1 panel', '2.1 panel', '3.1 panel'])
    expect(stage.last.cards.map(({ slot }) => slot)).not.toContain('cast')
    expect(stage.state.cast).toBeUndefined()
  }
})

test('sheets of those who are seen and one look come first, and every shot waits for their approval', async () => {
  const stage = await stageOf(4)
  expect(stage.labels()).toEqual(['Ann sheet', 'Bo sheet', 'pencil storyboard sketch sheet'])
  const sheet = stage.ordered.find(({ label }) => label === 'Ann sheet')?.request as { prompt: string; count: number; model: string }
  expect(sheet).toMatchObject({ count: 1, model: 'painter/one', prompt: expect.stringMatching(/Character sheet.*Ann in a red coat.*light grey background.*pencil storyboard sketch/s) })
  expect(stage.card()?.asks).toBe(false)
  await stage.draw()
  expect(stage.labels()).toEqual([])
  expect(stage.card()).toMatchObject({ asks: true, media: [{}, {}, {}] })
  await stage.approve()
  expect(stage.labels()).toEqual(['1.1 panel', '1.2 panel', '2.1 panel', '3.1 panel'])
  expect(stage.references('1.2 panel')).toMatchObject([{ of: 'cast', name: 'Ann' }, { of: 'cast', name: 'Bo' }, { of: 'look' }])
  expect(stage.references('3.1 panel')).toMatchObject([{ of: 'look' }])
})

test('approving twice, or sheets that have been replaced, changes nothing', async () => {
  const stage = await stageOf(4)
  await stage.draw()
  const approval = stage.card()?.choices.find(({ standard }) => standard)?.event as ProductionEvent
  await stage.hear(approval)
  await stage.hear(approval)
  expect(stage.labels()).toEqual([])
  expect(stage.last.cards.map(({ slot }) => slot)).toContain('said')
  await stage.hear({ kind: 'cast-approved', for: 'old' })
  expect(stage.labels()).toEqual([])
})

test('a shot that continues another waits for its frame, and keeps to it', async () => {
  const stage = await stageOf(4)
  await stage.draw()
  await stage.approve()
  await stage.draw()
  await stage.hear({ kind: 'picked', shot: '1.2', for: drawKey(stage.shots['1.2']!), frame: 0 })
  expect(stage.labels()).toEqual(['1.2.1 panel'])
  expect(stage.references('1.2.1 panel')).toMatchObject([{ of: 'cast', name: 'Ann' }, { of: 'previous', name: '1.2', picture: stage.shots['1.2']?.drawn?.pictures[0]?.picture }, { of: 'look' }])
})

test('a sheet that is drawn again and approved makes only its own shots stale', async () => {
  const stage = await stageOf(4)
  await stage.draw()
  await stage.approve()
  await stage.draw()
  await stage.hear({ kind: 'picked', shot: '1.2', for: drawKey(stage.shots['1.2']!), frame: 0 })
  await stage.draw()
  const bo = stage.state.cast?.asks.find(({ name }) => name === 'Bo')?.id ?? ''
  await stage.hear({ kind: 'sheet-redraw', sheet: bo })
  expect(stage.labels()).toEqual(['Bo sheet'])
  await stage.draw()
  expect(stage.labels()).toEqual([])
  await stage.approve()
  expect(stage.labels()).toEqual(['1.2 panel', '2.1 panel'])
})

test('a picture that somebody brings is a sheet too', async () => {
  const stage = await stageOf(4)
  await stage.draw()
  const ann = stage.state.cast?.asks.find(({ name }) => name === 'Ann')?.id ?? ''
  await stage.hear({ kind: 'sheet-brought', sheet: ann, picture: 'a'.repeat(64) })
  await stage.approve()
  expect(stage.references('1.1 panel')).toMatchObject([{ of: 'cast', name: 'Ann', picture: 'a'.repeat(64) }, { of: 'look' }])
})

test('a sheet that cannot be made can be done without, and each of its shots says so', async () => {
  const stage = await stageOf(4)
  const bo = stage.ordered.find(({ label }) => label === 'Bo sheet') as Order
  await stage.draw(stage.ordered.filter((order) => order !== bo))
  await stage.hear({ kind: 'failed', label: bo.label, message: 'No.', answer: bo.answer, generation: 'b'.repeat(64) })
  const without = stage.last.cards[0]?.choices.find(({ event }) => event['kind'] === 'sheet-waived')?.event as ProductionEvent
  await stage.hear(without)
  await stage.approve()
  expect(stage.labels()).toContain('2.1 panel')
  expect(stage.last.cards.find(({ slot }) => slot === 'shot:2.1')?.text).toMatch(/no sheet of Bo/)
  expect(stage.last.cards.find(({ slot }) => slot === 'shot:1.1')?.text).not.toMatch(/no sheet/)
})

test('whoever can keep to one picture keeps to the person, and it is said who is left out', async () => {
  const stage = await stageOf(1)
  await stage.draw()
  await stage.approve()
  expect(stage.references('1.2 panel')).toMatchObject([{ of: 'cast', name: 'Ann' }])
  expect(stage.shots['1.2']?.unsheeted).toEqual(['Bo'])
})

test('a note keeps what was drawn: dropping a shot makes no other one stale', async () => {
  const stage = await stageOf(4)
  await stage.draw()
  await stage.approve()
  await stage.draw()
  await stage.hear({ kind: 'picked', shot: '1.2', for: drawKey(stage.shots['1.2']!), frame: 0 })
  await stage.draw()
  const shorter = { ...board, shots: board.shots.filter(({ number }) => number !== '1.2') }
  await stage.hear({
    kind: 'directed', id: 'n', note: 'drop 1.2', base: stage.state.board, generation: 'g',
    result: { understood: { directions: [{ kind: 'drop', numbers: ['1.2'] }], missed: [] }, boarded: await boarded(4, shorter), changed: [] },
  })
  expect(stage.labels()).toEqual([])
})

test('a film that was begun without sheets is not stopped by a studio that learns to make them', async () => {
  const stage = await stageOf(null)
  await stage.draw()
  await stage.hear({
    kind: 'directed', id: 'n', note: 'title', base: stage.state.board, generation: 'g',
    result: { understood: { directions: [], missed: [] }, boarded: await boarded(4, { ...board, title: 'Other' }), changed: [] },
  })
  expect(stage.state.cast).toBeUndefined()
  expect(stage.labels().filter((label) => label.endsWith('sheet'))).toEqual([])
})

test('where only one shot’s own model can keep to pictures, the sheets are drawn by it, and who cannot continues nothing', async () => {
  const other: Provider = { name: 'other', models: [{ id: 'other/eight', capability: 'draw', label: 'Eight', limits: { references: 8 }, price: [] }], close: async () => undefined, draw: () => Promise.reject(new Error('Nothing is drawn here.')) }
  const studio = openStudio([painter(0), other, rulesOnly()])
  const mixed = { ...board, shots: board.shots.map((shot) => shot.number === '1.2' ? { ...shot, models: { draw: 'other/eight' } } : shot) }
  const stage = await stageOf(0, async (asked) => {
    // said at the storyboard: nothing was begun without sheets
    const result = await boardForShooting(mixed, paperBrief, openingState.terms, studio, { assets: { ...assets, putJson: async (value: unknown) => assets.putJson(value) } } as never)
    await asked.hear({ kind: 'directed', id: 'n', note: '1.2 by Eight', base: asked.state.board, generation: 'g', result: { understood: { directions: [], missed: [] }, boarded: result, changed: ['1.2'] } } as unknown as ProductionEvent)
  })
  expect(stage.labels()).toEqual(['Ann sheet', 'Bo sheet', 'pencil storyboard sketch sheet'])
  expect((stage.ordered[0]?.request as { model: string }).model).toBe('other/eight')
  expect(Object.values(stage.shots).map(({ number, follows }) => [number, follows ?? null])).toEqual([['1.1', null], ['1.2', null], ['1.2.1', null], ['2.1', null], ['3.1', null]])
})

test('a picture in answer to the cast is the sheet of who is named with it; without a name it is asked for', async () => {
  const stage = await stageOf(4)
  await stage.draw()
  const pictureOf = (name: string) => stage.state.cast?.made.findLast((sheet) => sheet.id === stage.state.cast?.asks.find((call) => call.name === name)?.id)?.picture
  await stage.hear({ kind: 'sheet-brought', named: 'this is BO', picture: hashOf('bo') })
  expect(pictureOf('Bo')).toBe(hashOf('bo'))
  await stage.hear({ kind: 'sheet-brought', named: '画风用这张', picture: hashOf('look') })
  expect(stage.state.cast?.made.some(({ picture }) => picture === hashOf('look'))).toBe(true)
  await stage.hear({ kind: 'sheet-brought', named: 'somebody', picture: hashOf('who') })
  expect(stage.state.cast?.made.some(({ picture }) => picture === hashOf('who'))).toBe(false)
  expect(stage.last.cards.find(({ slot }) => slot === 'said')?.title).toMatch(/Whose picture/)
})
