import { basename, extname } from 'node:path'
import type { Language, SourceKind } from '../film/brief.ts'
import { decodeText } from './decode-text.ts'
import { guessLanguage } from './guess-language.ts'
import { ReadingError } from './reading-error.ts'
import { findTitle } from './find-title.ts'
import { sourceKind } from './source-kind.ts'

export type Source = { kind: SourceKind; text: string; language: Language; title: string }

/** Longer than any short film needs: a hundred pages. */
export const textLimit = 200_000

/** What a person brought, as clean text with what it is. `name` is the file's name, if it was one. Throws ReadingError. */
export function readSource(bytes: Uint8Array | string, name?: string): Source {
  if (bytes.length > textLimit * 20) throw tooLong(bytes.length)
  const text = cleanText(typeof bytes === 'string' ? bytes : decodeText(bytes))
  const size = Buffer.byteLength(text)
  if (size > textLimit) throw tooLong(size)
  if (text === '') throw new ReadingError(`${name ? `${basename(name)} is` : 'This is'} empty. Write a wish in one line, or bring a poem, prose, a script or a storyboard table.`, { zh: `${name ? `「${basename(name)}」` : '这里面'}是空的。${bring}` })
  if (!/[\p{L}\p{N}]/u.test(text)) throw new ReadingError('There are no words in this text. Write a wish in one line, or bring a poem, prose, a script or a storyboard table.', { zh: `这里面没有文字。${bring}` })
  const kind = sourceKind(text)
  if (kind !== 'table' && ['.csv', '.tsv'].includes(extname(name ?? '').toLowerCase())) {
    throw new ReadingError(`${basename(name ?? '')} has no storyboard columns. The first row names them: number, size, move, scene, picture (分镜, 景别, 运镜, 场景描述, 画面描述).`, { zh: `「${basename(name ?? '')}」里没有分镜表的列名。第一行要写列名：分镜、景别、运镜、场景描述、画面描述。` })
  }
  return { kind, text, language: guessLanguage(text.replace(/[|,\t:-]/g, ' ')), title: findTitle(text, kind, name) }
}

/**
 * NFC and \n; without what nobody sees: control characters, zero-width marks, bidi overrides and tag characters
 * (they can make a page read differently from what the crew is told).
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/g, '')
    .replace(/(?<!🏴[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu, '')
    .normalize('NFC')
    .split('\n')
    // Not by an expression: on a line of spaces `\s+$` takes quadratic time.
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\n+/, '')
    .trimEnd()
}

const tooLong = (size: number) =>
  new ReadingError(`This is ${Math.ceil(size / 1000).toLocaleString('en')} kB of text; the limit is ${textLimit / 1000} kB, about a hundred pages. Bring one chapter or scene at a time.`, { zh: `这段文字有 ${Math.ceil(size / 1000)} kB，最多 ${textLimit / 1000} kB，大约一百页。请一次发一章或一场。` })

const bring = '请写一句想法，或者发一首诗、一篇文章、剧本或分镜表。'
