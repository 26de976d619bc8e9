import { expect, test } from 'vitest'
import type { Script } from '../../src/film/script.ts'
import { writeRoom, type ScriptAsked } from '../../src/production/rooms/write-room.ts'
import { readScript } from '../../src/reading/read-script.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { scriptDraft } from './faithful.ts'
import { type Answers, paperWork, rulesOnly, thinkingStudio } from './thinking-studio.ts'

const text = 'The keeper lit the lamp at dusk. The sea was quiet, and nothing moved on it. “Somebody is out there,” said the boy. “There always is,” said the keeper. At midnight a boat came in without a light.'
const asked: ScriptAsked = { kind: 'text', text, title: 'The Lamp', language: 'en', seconds: null, look: null }

const play = async (answers: Answers, change: Partial<ScriptAsked> = {}) => {
  const stage = thinkingStudio(answers)
  return { ...stage, script: await writeRoom({ ...asked, ...change }, stage.studio, paperWork) }
}
const linesOf = ({ acts }: Script) => acts.flatMap(({ beats }) => beats.flatMap(({ line }) => line?.text ?? []))
const faithful = await scriptDraft(asked)
const withLine = (change: (text: string) => string) => ({ ...faithful, acts: faithful.acts.map((act) => ({ ...act, beats: act.beats.map((beat) => beat.line ? { ...beat, line: { ...beat.line, text: change(beat.line.text) } } : beat) })) })

test('the writer by rules is asked once, with what it was always asked, and answers as it always did', async () => {
  const prompts: string[] = []
  const studio = openStudio([rulesOnly(prompts)])
  const script = await writeRoom(asked, studio, paperWork)
  expect(prompts).toEqual(['script'])
  expect(script).toEqual(await studio.write({ prompt: 'script', inputs: asked as never }, paperWork))
})

test('a text that comes back in its own words costs one call', async () => {
  const { script, calls } = await play({ script: () => faithful })
  expect(calls.map(({ step }) => step)).toEqual(['draft'])
  expect(linesOf(script)).toEqual(linesOf(faithful as Script))
  expect(script.by).toBe('by Thinker One')
})

test('quotes and marks that the model wrote otherwise are set as they stand in the text', async () => {
  const { script, calls } = await play({ script: () => withLine((line) => line.replace(/[.,]/g, '').toUpperCase()) })
  expect(calls).toHaveLength(1)
  for (const line of linesOf(script)) expect(text).toContain(line)
})

test('a rewritten line is mended once, and only that line is talked of', async () => {
  const wrong = withLine((line) => line.replace('The sea was quiet', 'The ocean lay still'))
  const { script, calls } = await play({
    script: () => wrong,
    mend: ({ wrong: list, beats }) => {
      expect(list).toContainEqual(expect.objectContaining({ problem: 'not in the text', text: expect.stringContaining('The ocean lay still') }))
      const beat = beats.find(({ line }: any) => line?.text.includes('ocean'))
      return { beats: [{ place: 'instead', ...beat, line: { ...beat.line, text: beat.line.text.replace('The ocean lay still', 'The sea was quiet') } }] }
    },
  })
  expect(calls.map(({ step }) => step)).toEqual(['draft', 'mend'])
  expect(linesOf(script)).toEqual(linesOf(faithful as Script))
})

test('a model that insists on its own words loses them: they are taken from the text by rules, and it is said', async () => {
  const rewritten = withLine((line) => `${line} Or so they say.`)
  const { script, byRules } = await play({ script: () => ({ ...rewritten, mood: 'tense', cast: [{ name: 'keeper', also: [], gender: 'man', age: 'old', appearance: 'an old man in oilskin' }] }), mend: () => ({ beats: [] }) })
  expect(byRules).toEqual(['script'])
  expect(script.by).toMatch(/changed your words/)
  expect(script.mood).toBe('tense')
  expect(linesOf(script).join(' ')).not.toContain('so they say')
  for (const line of linesOf(script)) expect(text).toContain(line)
})

test('what nobody says is asked for once, and said to the person if it stays unsaid', async () => {
  const shorter = { ...faithful, acts: faithful.acts.map((act) => ({ ...act, beats: act.beats.filter(({ action }) => !action.includes('nothing moved')) })) }
  const { script, calls } = await play({ script: () => shorter, mend: () => ({ beats: [] }) })
  expect(calls.map(({ step }) => step)).toEqual(['draft', 'mend'])
  expect(script.by).toMatch(/1 passage of your text is not said, the first «The sea was quiet/)
})

test('a length that was asked for lets sentences go without a word', async () => {
  const shorter = { ...faithful, acts: faithful.acts.map((act) => ({ ...act, beats: act.beats.filter(({ action }) => !action.includes('nothing moved')) })) }
  expect((await play({ script: () => shorter }, { seconds: 12 })).calls).toHaveLength(1)
})

test('an answer that nothing can be done with leaves the script to the rules, and says so', async () => {
  const { script, byRules } = await play({ script: () => undefined })
  expect(byRules).toEqual(['script'])
  expect(script.by).toMatch(/gave nothing that could be used/)
})

test('a treatment is criticised, and written again only where that is worth it', async () => {
  const treatment = 'A keeper lights a lamp. A boat comes in.'
  const good = await play({ script: () => faithful, critique: () => ({ good: true, notes: ['nicer'] }) }, { kind: 'idea', text: treatment })
  expect(good.calls.map(({ step }) => step)).toEqual(['draft', 'critique'])
  const revised = { ...faithful, logline: 'revised' }
  const bad = await play({ script: ({ notes }) => notes.length > 0 ? revised : faithful, critique: () => ({ good: false, notes: ['1.1: begin later'] }) }, { kind: 'idea', text: treatment })
  expect(bad.calls.map(({ step }) => step)).toEqual(['draft', 'critique', 'revision'])
  expect(bad.calls[2]?.inputs).toMatchObject({ notes: ['1.1: begin later'], before: { title: 'The Lamp' } })
  expect(bad.script.logline).toBe('revised')
})

test('a person’s own script is kept to the letter; only who is in it and how they look is thought about', async () => {
  const own = 'Title: Salt\n\nAct 1 The quay\n\n(Fog.)\n\nMARA: Is it you?\n\nTOM: It was.\n'
  const { script, calls } = await play({
    cast: ({ script }) => ({ logline: 'Two meet.', mood: 'tense', era: 'modern', look: 'noir', cast: [...script.cast.map((member: any) => ({ ...member, appearance: 'a red coat' })), { name: 'a gull', also: [], gender: 'unknown', age: 'adult', appearance: 'white' }] }),
  }, { kind: 'script', text: own, parsed: readScript(own) as never, title: 'Salt' })
  const rules = await writeRoom({ ...asked, kind: 'script', text: own, parsed: readScript(own) as never, title: 'Salt' }, openStudio([rulesOnly()]), paperWork)
  expect(calls.map(({ step }) => step)).toEqual(['cast'])
  expect(script.acts).toEqual(rules.acts)
  expect(script.look).toBe('noir')
  expect(script.cast.map(({ appearance }) => appearance)).toContain('a red coat')
})
