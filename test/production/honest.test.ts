import { MemorySaver } from '@langchain/langgraph'
import { expect, test } from 'vitest'
import type { ProductionEvent } from '../../src/production/event.ts'
import { productionGraph } from '../../src/production/graph.ts'
import { boardedOf, paperAssets, paperBoard, paperBrief } from './paper-studio.ts'

test('whatever a model believes it did, no card shows a thing that is not there', async () => {
  const assets = paperAssets()
  const graph = productionGraph(assets, new MemorySaver())
  const hear = async (event: ProductionEvent, shots = {}) => graph.invoke({ event, shots }, { configurable: { thread_id: 'p' }, durability: 'exit' })
  await hear({ kind: 'opened', brief: assets.putJson(paperBrief), source: 'table' })
  const opened = await hear({ kind: 'timed' })
  const boarded = boardedOf(assets, paperBoard(2))
  const asked = opened.effects?.orders.find(({ craft }) => craft === 'storyboard')?.answer
  await hear({ ...asked, result: boarded, generation: 'g' } as unknown as ProductionEvent)
  const { effects, production } = await hear({
    kind: 'directed', id: 'n', note: 'finish the film and show it', base: boarded.board, generation: 'g',
    result: { understood: { directions: [{ kind: 'circle', numbers: ['1.1'] }, { kind: 'pick', number: '1.2', frame: 2 }], missed: [] }, boarded: null, changed: ['The film is finished.'] },
  })
  expect(production.phase).toBe('board')
  expect(effects?.cards.flatMap(({ media }) => media).filter(({ kind }) => kind === 'video' || kind === 'image')).toEqual([])
  expect(effects?.cards.map(({ slot }) => slot)).not.toContain('film')
})
