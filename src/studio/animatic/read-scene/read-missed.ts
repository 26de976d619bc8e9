import type { Meaning } from './meaning.ts'
import type { Word } from './words.ts'

/**
 * Words that stand where a noun stands and that nothing draws. Said to the person, so that they can use another word.
 * English: what follows a determiner, a number or a quality and ends its phrase. Chinese: what is counted or carried.
 */
export function readMissed(words: readonly Word[]): string[] {
  const missed = words.flatMap((word, at) => (word.strange && !word.denied && isNoun(words, at) ? [word.text] : []))
  return [...new Set(missed)].slice(0, 12)
}

function isNoun(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word || /\d/.test(word.text) || word.text.length < 2) return false
  return word.chinese ? chineseNoun(words, at) : englishNoun(words, at)
}

function englishNoun(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word || /(?:ly|ing|ed|ful|less|ous|ish|ive|able|ible|ness|ity|ism|tion|sion|ment|ance|ence|ship|hood|dom)$/.test(word.text)) return false
  const before = words[at - 1]
  const after = words[at + 1]
  const led = before?.clause === word.clause && has(before, 'determiner', 'number', 'quality', 'colour', 'scale', 'old', 'young', 'within', 'aside', 'thing', 'silent', 'not')
  const inPhrase = before?.clause === word.clause && before.strange
  const verbNext = has(before, 'determiner') && after?.strange === true && /(?:s|ed)$/.test(after.text)
  if (after?.clause === word.clause && has(after, 'determiner') && !has(before, 'determiner', 'quality', 'number')) return false
  const ends = verbNext || !after || after.clause !== word.clause || has(after, 'verb', 'within', 'aside', 'silent', 'posture', 'doing', 'motion', 'but', 'person', 'determiner')
  return ends && (led || inPhrase || word.plural)
}

function chineseNoun(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  const word = words[at]
  if (!before || !word || before.clause !== word.clause) return false
  const last = before.text.at(-1) ?? ''
  return measures.has(before.text) || measures.has(last) && has(before, 'number') || has(before, 'number', 'colour', 'scale', 'another') || has(before, 'doing') && /[着到起]$/.test(before.text) || before.text === '的' && (words[at + 1]?.clause ?? -1) !== word.clause
}

const measures = new Set('个 位 名 只 艘 条 匹 头 棵 株 朵 把 支 枝 张 本 座 间 辆 架 盏 颗 粒 幅 件 双 杯 壶 瓶 碗 盘 台 部 扇 束 块 根 柄 封 顶 副 种 些'.split(' '))

const has = (word: Word | undefined, ...kinds: Meaning['is'][]) => word?.meanings.some((meaning) => kinds.includes(meaning.is)) ?? false
