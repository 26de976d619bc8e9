import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/mailbox/card.ts'
import { converse } from '../../src/terminal/conversation.ts'

const card = (slot: string, more: Partial<Card> = {}): Card => ({ slot, title: slot, text: '', media: [], choices: [], asks: false, ...more })
const media = (kind: 'image' | 'video', name = 'a') => ({ hash: 'a'.repeat(64), kind, name })

const pitch = card('pitch', { asks: true, choices: [
  ...Array.from({ length: 10 }, (_, index) => ({ label: `${index + 1} Idea ${index + 1}`, event: { kind: 'chose', idea: index + 1 }, standard: index === 0 })),
  { label: 'More ideas', event: { kind: 'pitch-more' }, standard: false },
] })
const frames = (number: string) => card(`shot:${number}`, { title: `${number} · Pick a frame`, asks: true, media: [media('image')], choices: [
  ...['A', 'B'].map((letter, frame) => ({ label: `Frame ${letter}`, event: { kind: 'picked', shot: number, frame }, standard: frame === 0 })),
  { label: 'Draw again', event: { kind: 'redraw', shot: number }, standard: false },
] })
const take = (number: string) => card(`shot:${number}`, { title: `${number} · take 1`, asks: true, media: [media('video')], choices: [
  { label: 'Circle this take', event: { kind: 'circled', shot: number }, standard: true }, { label: 'Another take', event: { kind: 'retake', shot: number }, standard: false },
] })
const trouble = card('trouble:77', { title: 'Something went wrong', asks: true, choices: [
  { label: 'Try again', event: { kind: 'retry-event', id: 77 }, standard: false }, { label: 'Go on without it', event: { kind: 'skip-event', id: 77 }, standard: true },
] })
const film = card('film', { media: [media('video', 'film.mp4')] })

/** A conversation with somebody who is not there: everything that was said, shown and sent. */
function talk({ auto = false } = {}) {
  const sent: Record<string, unknown>[] = []
  const keys: string[] = []
  const heard = { printed: [] as string[], prompt: '', footer: [] as string[], films: 0, troubles: [] as string[], quits: 0 }
  const conversation = converse({
    auto,
    screen: { print: (text) => { heard.printed.push(text) }, footer: (lines) => { heard.footer = lines }, prompt: (text) => { heard.prompt = text }, close: () => undefined },
    send: async (key, event) => { keys.push(key); sent.push(event) },
    onFilm: async () => { heard.films++ },
    onTrouble: ({ slot }) => { heard.troubles.push(slot) },
    onQuit: () => { heard.quits++ },
    picture: async () => 'films/x/panels/1.png',
    onError: (error) => { throw error },
  })
  const show = async (...cards: Card[]) => { for (const each of cards) await conversation.onCard({ card: each, revision: 3, updatedAt: new Date(0) }) }
  return { ...conversation, show, sent, keys, heard }
}

test('words typed before a shot are about that shot', async () => {
  const { show, onLine, sent } = talk()
  await show(frames('1.2'))
  onLine('closer')
  expect(sent).toEqual([{ kind: 'noted', id: expect.any(String), text: 'closer', about: '1.2' }])
})

describe('at a terminal', () => {
  test('Enter takes the standard answer', async () => {
    const { show, onLine, sent } = talk()
    await show(pitch)
    onLine('')
    expect(sent).toEqual([{ kind: 'chose', idea: 1 }])
  })

  test.each([['3', { kind: 'chose', idea: 3 }], ['10', { kind: 'chose', idea: 10 }], ['more ideas', { kind: 'pitch-more' }], ['10 idea 10', { kind: 'chose', idea: 10 }]])('%j chooses', async (line, event) => {
    const { show, onLine, sent } = talk()
    await show(pitch)
    onLine(line)
    expect(sent).toEqual([event])
  })

  test.each([['b', 1], ['B', 1], ['a', 0], ['Frame B', 1]])('%j picks a frame', async (line, frame) => {
    const { show, onLine, sent } = talk()
    await show(frames('1.1'))
    onLine(line)
    expect(sent).toEqual([{ kind: 'picked', shot: '1.1', frame }])
  })

  test('an answer carries the revision that was seen, so that an old one is known', async () => {
    const { show, onLine, keys } = talk()
    await show(frames('1.1'))
    onLine('b')
    expect(keys).toEqual(['shot:1.1@3:Frame B'])
  })

  test('anything else is a note, whether something is asked or not', async () => {
    const { show, onLine, sent } = talk()
    onLine('drop 1.3')
    await show(frames('1.1'))
    onLine('shot 2.3 closer, and slower')
    expect(sent).toMatchObject([{ kind: 'noted', text: 'drop 1.3' }, { kind: 'noted', text: 'shot 2.3 closer, and slower' }])
    onLine('')
    expect(sent.at(-1)).toMatchObject({ kind: 'picked' })
  })

  test('the same words said twice are two notes', () => {
    const { onLine, keys } = talk()
    onLine('slower')
    onLine('slower')
    expect(new Set(keys).size).toBe(2)
  })

  test('questions are put one after another, oldest first', async () => {
    const { show, onLine, sent, heard } = talk()
    await show(frames('1.1'), frames('1.2'))
    expect(heard.prompt).toContain('1.1 · Pick a frame')
    onLine('')
    expect(heard.prompt).toContain('1.2 · Pick a frame')
    onLine('b')
    expect(sent).toEqual([{ kind: 'picked', shot: '1.1', frame: 0 }, { kind: 'picked', shot: '1.2', frame: 1 }])
    onLine('')
    expect(sent).toHaveLength(2)
  })

  test('`all` answers this gate for every shot, now and later, but not the next gate', async () => {
    const { show, onLine, sent } = talk()
    await show(frames('1.1'), frames('1.2'))
    onLine('all')
    await show(frames('1.3'))
    expect(sent.map(({ shot }) => shot)).toEqual(['1.1', '1.2', '1.3'])
    await show(take('1.1'))
    expect(sent).toHaveLength(3)
  })

  test('a question that was answered elsewhere is not put any more', async () => {
    const { show, heard } = talk()
    await show(frames('1.1'), card('shot:1.1', { title: '1.1 · filming' }))
    expect(heard.prompt).toBe('› ')
  })

  test.each(['q', 'quit', 'exit', '退出'])('%j leaves', (line) => {
    const { onLine, heard, sent } = talk()
    onLine(line)
    expect([heard.quits, sent]).toEqual([1, []])
  })

  test('when the film is there, notes may follow, and Enter finishes', async () => {
    const { show, onLine, heard, sent } = talk()
    await show(film)
    expect(heard).toMatchObject({ films: 1, quits: 0, prompt: 'Notes, or Enter to finish › ' })
    onLine('drop 1.3')
    expect(sent).toHaveLength(1)
    onLine('')
    expect(heard.quits).toBe(0)
    await show(film)
    onLine('')
    expect(heard.quits).toBe(1)
  })

  test('after a note that changed nothing, Enter finishes all the same, but not while something is being made', async () => {
    const { show, onLine, onProgress, heard } = talk()
    const clip = { generation: 'g', craft: 'animate', label: '1.2 clip', status: 'intent', working: true, progress: 0, doing: null } as const
    await show(film)
    onLine('the quick brown fox')
    onProgress(clip)
    await show(card('reply:1', { text: 'I did not understand that.' }))
    onLine('')
    expect(heard.quits).toBe(0)
    onProgress({ ...clip, status: 'done' })
    onLine('')
    expect(heard.quits).toBe(1)
  })

  test('candidates are shown as a picture that can be opened', async () => {
    const { show, heard } = talk()
    await show(frames('1.1'))
    expect(heard.printed.at(-1)).toContain('films/x/panels/1.png')
  })

  test('what went wrong is asked, and Enter does not wave it through', async () => {
    const { show, onLine, sent, heard } = talk()
    await show(trouble)
    onLine('')
    expect(sent).toEqual([])
    onLine('try again')
    expect(sent).toEqual([{ kind: 'retry-event', id: 77 }])
    expect(heard.troubles).toEqual([])
  })
})

describe('with nobody there', () => {
  test('every gate takes its standard answer', async () => {
    const { show, sent } = talk({ auto: true })
    await show(pitch, frames('1.1'), take('1.1'))
    expect(sent.map(({ kind }) => kind)).toEqual(['chose', 'picked', 'circled'])
  })

  test('what went wrong ends the command: nobody can decide', async () => {
    const { show, sent, heard } = talk({ auto: true })
    await show(trouble)
    expect([sent, heard.troubles]).toEqual([[], ['trouble:77']])
  })

  test('the film ends the command well', async () => {
    const { show, heard } = talk({ auto: true })
    await show(film)
    expect(heard).toMatchObject({ films: 1, troubles: [] })
  })

  test('a cancelled production ends it too', async () => {
    const { show, heard } = talk({ auto: true })
    await show(card('film', { title: 'Cancelled.' }))
    expect(heard).toMatchObject({ films: 0, quits: 1 })
  })
})

test('the footer says of every shot where it stands, and what is at work', async () => {
  const { show, onProgress, heard } = talk()
  const progress = { generation: 'g', craft: 'animate', label: '1.2 clip', status: 'intent', working: true, progress: 0.4, doing: 'frame 30' } as const
  await show(card('shot:1.1'), card('shot:1.2', { media: [media('image')] }), card('shot:1.3', { media: [media('image')] }), card('shot:1.4', { media: [media('video')] }), frames('1.5'))
  onProgress(progress)
  expect(heard.footer[0]).toBe('1.1 ·  1.2 40%  1.3 ◐  1.4 ✓  1.5 ?')
  expect(heard.footer[1]).toMatch(/^█{8}░{12}  40% 1\.2 clip · frame 30$/)
  onProgress({ ...progress, working: false })
  expect(heard.footer).toHaveLength(1)
  onProgress({ ...progress, status: 'done' })
  expect(heard.footer[0]).toContain('1.2 ◐')
})
