import { expect, test } from 'vitest'
import { readNote } from '../../src/reading/read-note.ts'

const shots = ['1.1', '1.2', '2.1'].map((number) => ({ number, size: 'medium' as const, move: { name: 'static' as const, direction: null, speed: 'normal' as const }, seconds: 4 }))
const models = [
  { id: 'openai/gpt-image-2', label: 'GPT Image 2', made: 'draw' as const },
  { id: 'replicate/black-forest-labs/flux-2', label: 'FLUX 2', made: 'draw' as const },
  { id: 'replicate/kwaivgi/kling-v3', label: 'Kling 3', made: 'animate' as const },
  { id: 'replicate/bytedance/seedance-2', label: 'Seedance 2', made: 'animate' as const },
  { id: 'replicate/google/lyria-3', label: 'Lyria 3', made: 'compose' as const },
]
const read = (note: string, current?: string) => readNote(note, { shots, models, ...(current ? { current } : {}) })

test.each([
  ['use kling-v3 for 1.2', [{ kind: 'shots', numbers: ['1.2'], change: { models: { animate: 'replicate/kwaivgi/kling-v3' } } }]],
  ['1.2: use Kling 3', [{ kind: 'shots', numbers: ['1.2'], change: { models: { animate: 'replicate/kwaivgi/kling-v3' } } }]],
  ['2.1 的画面用 flux-2', [{ kind: 'shots', numbers: ['2.1'], change: { models: { draw: 'replicate/black-forest-labs/flux-2' } } }]],
  ['make all clips with seedance-2', [{ kind: 'model', for: 'animate', model: 'replicate/bytedance/seedance-2' }]],
  ['use openai/gpt-image-2 for the pictures', [{ kind: 'model', for: 'draw', model: 'openai/gpt-image-2' }]],
  ['Have 1.2 drawn with flux-2 and filmed with kling-v3.', [{ kind: 'shots', numbers: ['1.2'], change: { models: { draw: 'replicate/black-forest-labs/flux-2', animate: 'replicate/kwaivgi/kling-v3' } } }]],
  ['配乐用 Lyria 3', [{ kind: 'model', for: 'compose', model: 'replicate/google/lyria-3' }]],
])('«%s» names who makes it', (note, directions) => {
  expect(read(note)).toMatchObject({ directions, missed: [] })
})

test('a model that is not here, a shot that is not there, or a name in passing chooses nothing', () => {
  for (const note of ['use sora for 1.2', 'use kling-v3 for 9.9', 'I like kling-v3', 'use kling-v3x for 1.2', 'use seedance-2 for the pictures', 'use kling-v3 or seedance-2 for 1.2']) {
    expect(read(note).directions.filter((each) => each.kind === 'model' || (each.kind === 'shots' && each.change.models)), note).toEqual([])
  }
})
