import { expect, test } from 'vitest'
import { readArguments } from '../../src/terminal/read-arguments.ts'
import { version } from '../../src/version.ts'

const optionsOf = (...words: string[]) => {
  const asked = readArguments(['a wish', ...words])
  if (asked.kind === 'say') throw new Error(asked.text)
  return asked.command.options
}

test('left out, every option has its standard', () => {
  expect(optionsOf()).toEqual({
    aspect: '16:9', size: '720p', fps: 24, seconds: null, language: 'auto', look: null, voice: null, music: null, candidates: null, budget: null, seed: 1, yes: false,
  })
})

test('every option is taken as it is written', () => {
  expect(optionsOf('--out', 'a folder', '--aspect', '2.39:1', '--size=1080p', '--fps', '25', '--seconds', '60', '--language', 'zh', '--look', 'noir', '--voice', 'off', '--music', 'off', '--candidates', '2', '--budget', '7.50', '--seed', '0', '-y')).toEqual({
    out: 'a folder', aspect: '2.39:1', size: '1080p', fps: 25, seconds: 60, language: 'zh', look: 'noir', voice: 'off', music: 'off', candidates: 2, budget: 7.5, seed: 0, yes: true,
  })
})

test('words without quotes are one wish', () => {
  expect(readArguments(['a', 'noir', 'film', '--yes'])).toMatchObject({ kind: 'command', command: { input: 'a noir film' } })
})

test('a film that was stopped is gone on with by its name alone', () => {
  expect(readArguments(['--resume', 'noir-1a2b3c'])).toMatchObject({ kind: 'command', command: { input: undefined, options: { resume: 'noir-1a2b3c' } } })
})

test('a lone dash is standard input', () => {
  expect(readArguments(['-'])).toMatchObject({ command: { input: '-' } })
})

test('--version says the version and ends well', () => {
  expect(readArguments(['--version'])).toEqual({ kind: 'say', text: version, exitCode: 0 })
})

test.each([
  [['--aspect', '3:2'], /^--aspect is one of 16:9, 9:16, 1:1, 4:3, 2\.39:1\.$/],
  [['--size', '4k'], /^--size is one of 720p, 1080p\.$/],
  [['--fps', '60'], /^--fps is one of 24, 25, 30\.$/],
  [['--seconds', '10800'], /^--seconds goes from 3 to 1800 .* in parts/],
  [['--seconds', 'long'], /^--seconds goes from 3 to 1800/],
  [['--seconds', '1'], /^--seconds goes from 3/],
  [['--seconds', 'Infinity'], /^--seconds goes from 3/],
  [['--language', 'fr'], /^--language is one of zh, en, auto\.$/],
  [['--look', 'oil'], /^--look is one of ink-wash, pencil, flat, noir, gouache\.$/],
  [['--voice', 'My Mother'], /^--voice is a name such as narrator/],
  [['--music', 'polka'], /^--music is one of .*serene.*off\.$/],
  [['--budget', 'much'], /^--budget is an amount in US dollars, such as 5 or 7\.50\.$/],
  [['--candidates', '5'], /^--candidates goes from 1 to 4\.$/],
  [['--candidates', 'two'], /^--candidates is a whole number from 1 to 4\.$/],
  [['--seed', '-1'], /seed/],
  [['--seed', '1.5'], /^--seed is a whole number/],
  [['--out', ''], /^--out needs the name of a folder\.$/],
  [['--colour', 'red'], /Unknown option '--colour'.*\nSee npm run film -- --help$/],
  [['--out'], /--out.*\nSee npm run film -- --help$/],
  [['--yes=no'], /--yes.*\nSee npm run film -- --help$/],
])('%j is refused in a sentence that says what to do', (words, sentence) => {
  const asked = readArguments(['a wish', ...words])
  expect(asked).toMatchObject({ kind: 'say', exitCode: 2 })
  expect(asked.kind === 'say' && asked.text).toMatch(sentence)
})

test('several wrong options are all named at once', () => {
  expect(readArguments(['x', '--fps', '1', '--size', 'S'])).toMatchObject({ text: expect.stringMatching(/--size is one of[\s\S]*--fps is one of|--fps is one of[\s\S]*--size is one of/) })
})

test('nothing brought is answered with the help', () => {
  expect(readArguments([])).toMatchObject({ kind: 'say', exitCode: 2, text: expect.stringContaining('Nothing was brought.') })
})
