import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../../src/try/page/browser/markdown/parse.ts'
import { parseInline, type Inline } from '../../../src/try/page/browser/markdown/inline.ts'

const text = (words: string) => ({ kind: 'text', text: words })

test('marks nest, and what is escaped or inside a word is text', () => {
  expect(parseInline('**a *b***')).toEqual([{ kind: 'strong', inner: [text('a '), { kind: 'emphasis', inner: [text('b')] }] }])
  expect(parseInline('snake_case_name 2*3*4')).toMatchObject([text('snake_case_name 2'), { kind: 'emphasis' }, text('4')])
  expect(parseInline('\\*no\\*').map((part) => part.kind === 'text' && part.text).join('')).toBe('*no*')
  expect(parseInline('`**x**`')).toEqual([{ kind: 'code', text: '**x**' }])
})

test('mentions, times and links are what Discord makes of them', () => {
  expect(parseInline('<@12> <#34> <@&56> <t:1700000000:R> </film:78>').filter(({ kind }) => kind !== 'text')).toEqual([
    { kind: 'mention', of: 'user', id: '12' }, { kind: 'mention', of: 'channel', id: '34' }, { kind: 'mention', of: 'role', id: '56' }, { kind: 'time', at: 1_700_000_000, style: 'R' }, { kind: 'command', name: 'film' },
  ])
  expect(parseInline('(see https://a.example/b).')).toMatchObject([text('(see '), { kind: 'link', url: 'https://a.example/b' }, text(').')])
  expect(parseInline('见https://a.example/b。')).toMatchObject([text('见'), { kind: 'link', url: 'https://a.example/b' }, text('。')])
  expect(parseInline('[x](javascript:alert(1))').some(({ kind }) => kind === 'link')).toBe(false)
})

test('lines become headings, lists, quotes, subtext and code', () => {
  expect(parseMarkdown('# T\nline\n- a\n  - b\n> q\n-# s\n```js\n# no\n```').map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'quote', 'subtext', 'code'])
  expect(parseMarkdown('- a\n  - b\n- c')).toMatchObject([{ items: [{ inner: [{ kind: 'list' }] }, { inner: [] }] }])
  expect(parseMarkdown('3. c\n4. d')).toMatchObject([{ ordered: true, start: 3 }])
})

test('no text that people write breaks it, and none is lost', () => {
  const marks = fc.array(fc.oneof(fc.constantFrom('*', '**', '_', '__', '~~', '||', '`', '```', '> ', '\n', '- ', '# ', '-# ', '<@1>', '[', '](https://a.example)', '\\', '1. '), fc.string({ maxLength: 4 })), { maxLength: 30 })
  fc.assert(fc.property(marks, (parts) => { expect(parseMarkdown(parts.join(''))).toBeInstanceOf(Array) }), { numRuns: 300 })
  const letters = fc.array(fc.constantFrom('a', 'b', '*', '_', '~', '|', ' '), { maxLength: 30 })
  const said = (parts: readonly Inline[]): string => parts.map((part) => 'text' in part ? part.text : 'inner' in part ? said(part.inner) : '').join('').replace(/[^ab]/g, '')
  fc.assert(fc.property(letters, (parts) => { expect(said(parseInline(parts.join('')))).toBe(parts.join('').replace(/[^ab]/g, '')) }), { numRuns: 300 })
})
