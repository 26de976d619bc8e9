import { expect, test } from 'vitest'
import type { Script } from '../../src/film/script.ts'
import type { Storyboard } from '../../src/film/storyboard.ts'
import { boardRoom } from '../../src/production/rooms/board-room.ts'
import { heldToScript, linesOf } from '../../src/production/rooms/board-checks.ts'
import type { BoardDraft, ShotDraft } from '../../src/production/rooms/drafts.ts'
import { writeRoom } from '../../src/production/rooms/write-room.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { boardDraft } from './faithful.ts'
import { type Answers, paperWork, rulesOnly, thinkingStudio } from './thinking-studio.ts'

const text = 'The keeper lit the lamp at dusk. The sea was quiet, and nothing moved on it. “Somebody is out there,” said the boy. “There always is,” said the keeper. At midnight a boat came in without a light.'
const script = await writeRoom({ kind: 'text', text, title: 'The Lamp', language: 'en', seconds: null, look: null }, openStudio([rulesOnly()]), paperWork)
const asked = { script, fps: 24 as const, aspect: '16:9' as const, seconds: null, seed: 1 }
const faithful = await boardDraft(script)

const play = async (answers: Answers, change = {}) => {
  const stage = thinkingStudio(answers)
  return { ...stage, board: await boardRoom({ ...asked, ...change }, stage.studio, paperWork) }
}
const said = (board: Pick<Storyboard, 'shots'>) => board.shots.flatMap(({ line }) => line ? [`${line.speaker ?? ''}: ${line.text}`] : [])
const scripted = linesOf(script as Script).map(({ speaker, text: line }) => `${speaker ?? ''}: ${line}`)
const withShot = (change: (shot: ShotDraft, index: number) => ShotDraft[]): BoardDraft => ({ ...faithful, shots: faithful.shots.flatMap(change) })
const spokenAt = faithful.shots.findIndex(({ line }) => line !== null)

test('the writer by rules is asked once and answers as it always did', async () => {
  const prompts: string[] = []
  const studio = openStudio([rulesOnly(prompts)])
  expect(await boardRoom(asked, studio, paperWork)).toEqual(await studio.write({ prompt: 'storyboard', inputs: asked as never }, paperWork))
  expect(prompts).toEqual(['storyboard', 'storyboard'])
})

test('a board that keeps to the script costs one call', async () => {
  const { board, calls } = await play({ storyboard: () => faithful })
  expect(calls.map(({ step }) => step)).toEqual(['break down'])
  expect(said(board)).toEqual(scripted)
  expect(board.shots.every(({ motion }) => motion?.includes('water moves'))).toBe(true)
})

test('a slip in a line is put back from the script, and costs nothing', async () => {
  const { board, calls } = await play({ storyboard: () => withShot((shot, index) => [index === spokenAt && shot.line ? { ...shot, line: { ...shot.line, text: shot.line.text.replace('lit', 'lighted') } } : shot]) })
  expect(calls).toHaveLength(1)
  expect(said(board)).toEqual(scripted)
  expect(board.remarks).toContainEqual(expect.stringContaining('put back as it stands'))
})

test('a line in the wrong mouth is given back to who says it', async () => {
  const { board } = await play({ storyboard: () => withShot((shot) => [shot.line ? { ...shot, line: { ...shot.line, speaker: 'nobody' } } : shot]) })
  expect(said(board)).toEqual(scripted)
})

test('a line that no shot says is asked for once, with the neighbours of the gap and nothing more', async () => {
  const lost = faithful.shots[spokenAt] as ShotDraft
  const { board, calls } = await play({
    storyboard: () => withShot((shot, index) => index === spokenAt ? [] : [shot]),
    supervise: ({ faults, shots }) => {
      expect(faults[0].problem).toContain(lost.line?.text ?? '')
      expect(shots.length).toBeLessThan(faithful.shots.length)
      return { shots: [{ place: 'after', at: faults[0].at, shot: { ...lost, number: '1.99' } }] }
    },
  })
  expect(calls.map(({ step }) => step)).toEqual(['break down', 'mend'])
  expect(said(board)).toEqual(scripted)
})

test('words that stay another’s are not filmed: the rules break the script down, and it is said', async () => {
  const { board, byRules } = await play({ storyboard: () => withShot((shot) => [shot.line ? { ...shot, line: { ...shot.line, text: 'Something quite different is said here.' } } : shot]), supervise: () => ({ shots: [] }) })
  expect(byRules).toEqual(['storyboard'])
  expect(said(board)).toEqual(scripted)
  expect(board.remarks.at(-1)).toMatch(/changed the lines/)
})

test('no usable answer at all leaves the board to the rules', async () => {
  const { board } = await play({ storyboard: () => undefined })
  expect(board.remarks.at(-1)).toMatch(/nothing that could be used/)
})

test('a prompt that is not English is asked for again; cuts that jump are, where there are many', async () => {
  const chinese = await play({ storyboard: () => withShot((shot, index) => [index === 0 ? { ...shot, prompt: '月光下的江面' } : shot]), supervise: ({ shots }) => ({ shots: [{ place: 'instead', at: shots[0].number, shot: { ...shots[0], prompt: 'A lamp over the sea' } }] }) })
  expect(chinese.calls).toHaveLength(2)
  expect(chinese.board.shots[0]?.prompt).toBe('A lamp over the sea')
  const jumping = await play({ storyboard: () => withShot((shot) => [{ ...shot, size: 'medium', angle: 'eye', cast: [] }]), supervise: () => ({ shots: [] }) })
  expect(jumping.calls).toHaveLength(2)
  expect(jumping.byRules).toEqual([])
})

test('every line has the time to be said, whatever the model thought', async () => {
  const { board } = await play({ storyboard: () => withShot((shot) => [{ ...shot, seconds: 0.2 }]) })
  for (const { line, frames } of board.shots) if (line) expect(frames / 24).toBeGreaterThan(line.text.split(' ').length / 2.4)
})

test('a board asked for 60 seconds is stretched, and one that cannot be short enough says so', async () => {
  const long = await play({ storyboard: () => faithful }, { seconds: 60 })
  expect(long.board.shots.reduce((sum, { frames }) => sum + frames, 0) / 24).toBeGreaterThan(50)
  const short = await play({ storyboard: () => faithful }, { seconds: 3 })
  expect(short.board.remarks.join()).toMatch(/The lines need \d+ s; 3 s were asked for/)
})

test('lines of two people in one shot are a fault', () => {
  const lines = linesOf(script as Script)
  const two = lines.findIndex(({ speaker }, index) => speaker !== lines[index + 1]?.speaker)
  const [first] = faithful.shots as [ShotDraft]
  const shot = { ...first, line: { speaker: null, text: `${lines[two]?.text} ${lines[two + 1]?.text}` } }
  const before = lines.slice(0, two).map((line, index) => ({ ...first, number: `0.${index}`, line }))
  const after = lines.slice(two + 2).map((line, index) => ({ ...first, number: `9.${index}`, line }))
  expect(heldToScript([...before, shot, ...after], lines).faults).toEqual([expect.objectContaining({ at: shot.number, problem: expect.stringContaining('two people') })])
})
