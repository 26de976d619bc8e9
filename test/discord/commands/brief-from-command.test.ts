import { expect, test } from 'vitest'
import { briefFromCommand, roughSeconds, type FilmWish } from '../../../src/discord/commands/brief-from-command.ts'
import { commandId, readCommandId } from '../../../src/discord/commands/command-id.ts'
import { GuildSettings } from '../../../src/discord/settings.ts'
import { ReadingError } from '../../../src/reading/reading-error.ts'

const nothing: FilmWish = { words: '', file: null, aspect: null, seconds: null, language: null, look: null, definition: null, voice: null, music: null }
const brief = (wish: Partial<FilmWish>, settings = {}) => briefFromCommand({ ...nothing, ...wish }, GuildSettings.parse(settings), { seed: 5, locale: 'en-US' })
const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })

test('what a server prefers holds where nothing else was said', () => {
  const settings = { aspect: '9:16', look: 'pencil', candidates: 2 }
  expect(brief({ words: 'a film about rain' }, settings).brief).toMatchObject({ aspect: '9:16', look: 'pencil', candidates: 2, seed: 5 })
  expect(brief({ words: 'a film about rain --ar 1:1', look: 'noir' }, settings).brief).toMatchObject({ aspect: '1:1', look: 'noir' })
})

test('what is to be filmed word for word keeps every word, flags or not', () => {
  const poem = 'The sea -no end\nto its seed -fps of light\nand the boat\nhas no oar.\nIt waits.'
  expect(brief({ words: poem }).brief.text).toBe(poem)
  expect(brief({ words: `${poem}\n--ar 9:16 -seed 9` }).brief).toMatchObject({ text: poem, aspect: '9:16', seed: 9 })
})

test('flags that belong to one shot are named, not used in silence', () => {
  expect(brief({ words: 'a film about rain -motion 3 --no people' }).unused.toSorted()).toEqual(['motion', 'negative'])
})

test('a table that cannot be read is refused at the door, with its row', () => {
  expect(() => brief({ file: file('board.csv', 'number,size,picture\n1,gigantic,a boat\n') })).toThrow(ReadingError)
})

test('words beside a file are a note, not the film', () => {
  const read = brief({ words: 'all at night', file: file('poem.txt', 'One.\n\nTwo, and three.\n\nFour, said the river to the reed, and slept.') })
  expect(read.note).toBe('all at night')
  expect(read.brief.text).not.toContain('night')
})

test('how long a text takes is guessed by its words, a table by its rows', () => {
  expect(roughSeconds(brief({ file: file('story.txt', 'one two three four five. '.repeat(50)) }).brief)).toBeCloseTo(100)
  expect(roughSeconds(brief({ words: 'a film about rain', seconds: 30 }).brief)).toBe(30)
  expect(roughSeconds(brief({ file: file('board.csv', 'number,size,picture,seconds\n1,wide,a boat,6\n2,wide,a reed,\n') }).brief)).toBe(10)
})

test("a command's custom_id carries what was said, whatever is in it", () => {
  const id = commandId('film', '9:16', '', 'a~b%7E', '中')
  expect(readCommandId(id)).toEqual({ command: 'film', said: ['9:16', '', 'a~b%7E', '中'] })
  expect(readCommandId('1~f1~note~')).toBeNull()
  expect(() => commandId('film', 'x'.repeat(100))).toThrow('Discord allows 100')
})
