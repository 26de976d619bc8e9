import { actions } from './glossary/actions.ts'
import { adverbs, numbers, small } from './glossary/adverbs.ts'
import { nature } from './glossary/nature.ts'
import { people } from './glossary/people.ts'
import { phrases } from './glossary/phrases.ts'
import { qualities } from './glossary/qualities.ts'
import { things } from './glossary/things.ts'

type Kind = 'phrase' | 'noun' | 'action' | 'quality' | 'manner' | 'number' | 'small' | 'where'
type Word = { kind: Kind; en: string; zh: string }

/**
 * What a Chinese text shows, as English fragments for an image prompt: by the glossary, longest word first.
 * Words it does not know are left out and returned as `missed`.
 */
export function translate(text: string): { english: string; missed: string[] } {
  const missed: string[] = []
  const clauses = text.replace(filmTalk, '').split(/[，。！？；：、,.!?;:\n“”‘’"「」『』（）()《》〈〉…—]+/u).filter((clause) => clause.trim())
  const fragments = clauses.map((clause) => sayClause(words(clause, missed))).filter(Boolean)
  return { english: [...new Set(fragments)].join(', '), missed: [...new Set(missed)] }
}

/** The English of the longest glossary word at the start of the text, nouns only: names of places and people. */
export function nounInEnglish(zh: string): string | null {
  const word = glossary.get(zh)
  return word?.kind === 'noun' ? word.en.replace(/^~/, '') : null
}

/** Talk about the camera and the film, not about what is seen. */
const filmTalk = /\p{Script=Han}{1,4}视角的|整个视频是?|(?:随着)?镜头(?:位置)?(?:不动|向前移动|往前移动|移动|拉远|推近|切换到)?|[一一个]*[中远近全]景(?:呈现出?)?|呈现出?|体现出?|(?:的)?(?:感觉|模样|样子|场景|画面|形象)(?:要出来)?/gu

const wheres: Record<string, string> = {
  之上: 'on', 上面: 'on', 上: 'on', 之下: 'under', 下面: 'under', 下: 'under', 之中: 'in', 之间: 'between', 间: 'among',
  中: 'in', 里: 'in', 里面: 'in', 内: 'in', 边: 'beside', 旁: 'beside', 前: 'before', 后: 'behind', 外: 'outside',
}

const glossary = readGlossary()
const longest = Math.max(...[...glossary.keys()].map((zh) => zh.length))

function readGlossary() {
  const words = new Map<string, Word>()
  const add = (kind: Kind, entries: string) => {
    for (const entry of entries.split(';')) {
      const match = /^(\S+)\s+(.+)$/u.exec(entry.trim())
      if (match?.[1] && match[2] && !words.has(match[1])) words.set(match[1], { kind, zh: match[1], en: match[2] })
    }
  }
  add('phrase', phrases); add('noun', people); add('noun', things); add('noun', nature)
  add('number', numbers); add('manner', adverbs); add('action', actions); add('quality', qualities); add('small', small)
  for (const [zh, en] of Object.entries(wheres)) if (!words.has(zh) || zh.length === 1) words.set(zh, { kind: 'where', zh, en })
  return words
}

function words(clause: string, missed: string[]): Word[] {
  const found: Word[] = []
  let unknown = ''
  const miss = () => { if (unknown) missed.push(unknown); unknown = '' }
  for (let at = 0; at < clause.length;) {
    const latin = /^[\p{Script=Latin}\d][\p{Script=Latin}\d' -]*/u.exec(clause.slice(at))?.[0]
    if (latin) { miss(); found.push({ kind: 'noun', zh: latin, en: `~${latin.trim()}` }); at += latin.length; continue }
    let length = Math.min(longest, clause.length - at)
    while (length > 0 && !glossary.has(clause.slice(at, at + length))) length--
    const word = glossary.get(clause.slice(at, at + length))
    if (word) { miss(); found.push(word); at += length; continue }
    if (/\p{Script=Han}/u.test(clause[at] ?? '')) unknown += clause[at]
    else miss()
    at++
  }
  miss()
  return found
}

/** Chinese puts «on» after the noun and adjectives wherever it likes; English wants them before it. */
function sayClause(words: Word[]): string {
  const said: string[] = []
  const before: string[] = []
  const flush = () => { said.push(...before.splice(0).filter((word) => !/^(a|the|that|two|three|a single)$/.test(word))) }
  for (const [index, word] of words.entries()) {
    if (word.kind === 'noun') {
      if (word.en.includes('~~')) { before.length = 0; continue }
      const where = words[index + 1]?.kind === 'where' ? words[index + 1]?.en : undefined
      const place = said.at(-1)?.match(/ (in|at|on)$/) ? undefined : where
      // 苏轼的客人, 中国战争: the first noun names the second, and has no article of its own.
      const hour = /[夜晨昏晚明秋春冬夏]$/u.test(words[index - 1]?.zh ?? '') && words[index - 1]?.kind === 'noun'
      if (hour && said.length) said.push(`${said.pop()},`)
      said.push([place, article(before.splice(0), word.en)].filter(Boolean).join(' '))
    } else if (word.kind === 'quality' || word.kind === 'number') before.push(word.en)
    else if (word.kind === 'action') { flush(); if (!word.en.includes('~~')) said.push(word.en.replace(/^~/, '')) }
    else if (word.kind === 'manner') { flush(); said.push(word.en) }
    else if (word.kind === 'phrase') { flush(); said.push(word.en) }
    else if (word.kind === 'small' && word.en !== '_') { if (word.en !== 'and' || (said.length && !before.length)) { flush(); said.push(word.en) } }
  }
  flush()
  return said.join(' ').replace(/\b(and|only|with|not|without|as|like|very|slightly|often|still)( and)?$/u, '').replace(/^(and|now|once) /u, '').trim()
}

function article(before: string[], noun: string): string {
  const bare = noun.replace(/^~/, '')
  const fixed = /^the /.test(bare)
  const name = /^[A-Z]/.test(bare)
  const counted = before.some((word) => /^(a|the|that|two|three|four|five|six|ten|a single|every|one)\b/.test(word) || /^a /.test(word))
  const qualities = before.filter((word) => !(fixed && word === 'the'))
  if (fixed) return qualities.length ? `the ${[...qualities.filter((word) => word !== 'a' && word !== 'a single'), bare.slice(4)].join(' ')}` : bare
  if (name) return bare
  const rest = [...qualities, bare].join(' ').replace(/^(two|three|four|five|countless|many more|many|a group of|a pair of) (\w[\w ]*)$/, (_all, number: string, thing: string) => `${number} ${plural(thing)}`)
  if (counted || noun.startsWith('~') || /^(many|many more|countless|several)\b/.test(rest)) return rest.replace(/^a ([aeiou])/, 'an $1')
  return `${/^[aeiou]/.test(rest) ? 'an' : 'a'} ${rest}`
}

const plural = (noun: string) => (/s$|people$|children$/.test(noun) ? noun : noun === 'person' ? 'people' : noun.replace(/person$/, 'people').replace(/woman$/, 'women').replace(/man$/, 'men').replace(/([^aeiou])y$/, '$1ie').replace(/(people|men|women)$|$/, (end) => end || 's').replace(/(people|men|women)s$/, '$1'))
