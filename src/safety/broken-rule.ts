import { z } from 'zod'
import rules from './rules.json' with { type: 'json' }
import { type RefusedKind, kinds } from './refused.ts'
import { plainText } from './plain-text.ts'

const Rules = z.object({
  near: z.int(),
  lists: z.record(z.string(), z.array(z.string())),
  rules: z.array(z.object({ kind: z.enum(kinds), near: z.array(z.string()).optional(), any: z.array(z.string()).optional(), within: z.int().optional() })),
  unless: z.array(z.string()),
})

/** The rule of ours that words break; null where they break none. Ours are few: what needs judgement is left to moderation. */
export function brokenRule(text: string): RefusedKind | null {
  const plain = plainText(text).replace(harmless, ' · ')
  for (const sentence of sentencesOf(plain)) {
    const found = compiled.find((rule) => rule.breaks(sentence))
    if (found) return found.kind
  }
  return null
}

const { near, lists, rules: written, unless } = Rules.parse(rules)

/**
 * Words whole, Chinese anywhere: there it has no spaces. What is around a word is asked once for all of them: asked for each, a
 * rule takes half a second to compile.
 */
function anyOf(words: readonly string[]) {
  const whole = words.filter((each) => /^[\x00-\x7f]+$/.test(each))
  const anywhere = words.filter((each) => !whole.includes(each))
  const parts = [...whole.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${whole.join('|')})(?![\\p{L}\\p{N}])`] : [], ...anywhere]
  return new RegExp(parts.join('|'), 'gu')
}

const harmless = anyOf(unless)

const compiled = written.map(({ kind, near: nearby, any, within = near }) => {
  const patterns = (nearby ?? []).map((side) => anyOf(lists[side.slice(1, -1)] ?? [side]))
  const outright = any && anyOf(any)
  return {
    kind,
    breaks: (sentence: string) => outright ? sentence.search(outright) >= 0 : together(sides(sentence, patterns), within),
  }
})

/** Where each side is said; nothing where one is not said at all: most sentences have none of the first. */
function sides(sentence: string, patterns: readonly RegExp[]): Place[][] {
  const found: Place[][] = []
  for (const pattern of patterns) {
    const places = [...sentence.matchAll(pattern)].map(({ index, 0: word }) => [index, index + word.length] as const)
    if (places.length === 0) return []
    found.push(places)
  }
  return found
}

type Place = readonly [from: number, to: number]

/** One of each, none further from the one before it than that. */
function together([first, ...others]: Place[][], within: number): boolean {
  return (first ?? []).some((place) => others.every((places) => places.some(([from, to]) => Math.max(from - place[1], place[0] - to) <= within && (from >= place[1] || place[0] >= to))))
}

const sentencesOf = (text: string) => text.split(/[.!?。！？\n;；]+/).filter((each) => each.trim() !== '')
