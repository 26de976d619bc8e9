import { expect, test } from 'vitest'
import type { Directions } from '../../src/film/direction.ts'
import { directRoom, type NoteAsked } from '../../src/production/rooms/direct-room.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { paperBoard } from '../production/paper-studio.ts'
import { type Answers, paperWork, rulesOnly, thinkingStudio } from './thinking-studio.ts'

const board = paperBoard(4)
const asked = (note: string, change: Partial<NoteAsked> = {}): NoteAsked =>
  ({ note, about: null, phase: 'shooting', language: 'en', board, addressed: true, speaker: 'Ann', understood: null, before: async () => board, ...change })
const prompts = { 'image-prompts': ({ shots }: any) => ({ prompts: shots.map(({ number }: any) => ({ number, prompt: `A new picture of ${number}`, motion: 'Still.' })) }) }
const play = async (note: string, answers: Answers = {}, change: Partial<NoteAsked> = {}) => {
  const stage = thinkingStudio({ ...prompts, ...answers })
  return { ...stage, ...await directRoom(asked(note, change), stage.studio, paperWork) }
}
const understood = (directions: Directions['directions'], more: Partial<Directions> = {}) => ({ direct: (): Directions => ({ directions, missed: [], ...more }) })

test('by rules a note is one question to the writer, as it always was', async () => {
  const names: string[] = []
  const { understood: read } = await directRoom(asked('1.2: closer'), openStudio([rulesOnly(names)]), paperWork)
  expect(names).toEqual(['direct', 'image-prompts'])
  expect(read.directions).toHaveLength(1)
})

test('plain words are read by patterns: nobody is paid to understand «drop 1.2»', async () => {
  const { calls, board: after } = await play('drop 1.2')
  expect(calls).toEqual([])
  expect(after?.shots).toHaveLength(3)
})

test('what patterns read and what changes a picture costs one call, for its prompts', async () => {
  const { calls, board: after } = await play('1.2: closer')
  expect(calls.map(({ step }) => step)).toEqual(['prompts'])
  expect(after?.shots[1]).toMatchObject({ prompt: 'A new picture of 1.2', motion: 'Still.' })
  expect(after?.shots[0]).toBe(board.shots[0])
})

test('what patterns miss goes to the model, with the board, the moment and who speaks', async () => {
  const { calls, board: after } = await play('1.3 should feel like nobody will ever come home', understood([{ kind: 'shots', numbers: ['1.3'], change: { size: 'extreme-wide', remove: 'people' } }]), { about: '1.3' })
  expect(calls.map(({ step }) => step)).toEqual(['understand', 'prompts'])
  expect(calls[0]?.inputs).toMatchObject({ about: '1.3', phase: 'shooting', speaker: 'Ann', board: { shots: [{ number: '1.1' }, {}, {}, {}] } })
  expect(after?.shots[2]?.size).toBe('extreme-wide')
})

test.each([
  ['a question', 'how long still?', { question: 'status' }],
  ['people’s talk', 'haha nice', {}],
])('%s costs nothing', async (_what, note, expected) => {
  const { calls, understood: read } = await play(note, {}, { addressed: false })
  expect(calls).toEqual([])
  expect(read).toMatchObject(expected)
})

test('talk among people is left alone; the same words to the crew are thought about', async () => {
  const words = 'the river remembers everything that we forgot'
  expect((await play(words, {}, { addressed: false })).calls).toEqual([])
  expect((await play(words, understood([], { chatter: true }))).calls).toHaveLength(1)
})

test('shots and models that do not exist are not directed but said', async () => {
  const { understood: read, board: after } = await play('make the ninth more like a dream, in that new model', understood([
    { kind: 'shots', numbers: ['9.9'], change: { add: 'mist' } }, { kind: 'drop', numbers: ['1.1', '7'] }, { kind: 'model', for: 'draw', model: 'nobody/nothing' },
  ]))
  expect(read.directions).toEqual([{ kind: 'drop', numbers: ['1.1'] }])
  expect(read.missed).toEqual(['«9.9»: there is no such shot.', '«7»: there is no such shot.', '«nobody/nothing»: there is no such model here.'])
  expect(after?.shots).toHaveLength(3)
})

test('the words of a film are changed only to words that a person gave', async () => {
  const change = (line: string) => understood([{ kind: 'shots', numbers: ['1.3'], change: { line } }])
  expect((await play('let her rather whisper: nobody is there, in the third', change('nobody is there'))).board?.shots[2]?.line?.text).toBe('nobody is there')
  const invented = await play('what she says in the third could be more poetic somehow', change('The void answers'))
  expect(invented.board).toBe(board)
  expect(invented.understood.missed[0]).toMatch(/«The void answers»: say the new line/)
})

test('no answer of a model stops a film', async () => {
  const { understood: read } = await play('this whole thing is going nowhere fast for me here', understood([{ kind: 'cancel' }]))
  expect(read.directions).toEqual([])
})

test('without a usable answer the patterns’ own reading stands', async () => {
  const { understood: read } = await play('1.1 closer. it ought to be rather more like my grandmother was', { direct: () => undefined })
  expect(read.directions).toHaveLength(1)
  expect(read.missed.length).toBeGreaterThan(0)
})
