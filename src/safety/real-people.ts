import { z } from 'zod'
import people from './public-people.json' with { type: 'json' }

const Names = z.array(z.string())
const { en, cased, zh, unless, styles } = z.object({ en: Names, cased: Names, zh: Names, unless: Names, styles: z.object({ before: Names, after: Names }) }).parse(people)

/** Widely known living people whom a text names, as it does; «in the style of» is said of work, not of a face. */
export function namedPeople(text: string): string[] {
  // full-width letters, and accents: Beyoncé is Beyonce
  const plain = text.normalize('NFKC').normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').replace(accidents, (found) => '·'.repeat(found.length))
  const found = [anyCase, withCapitals, chinese].flatMap((pattern) => [...plain.matchAll(pattern)].filter(({ index, 0: name }) => !ofTheirWork(plain, index, index + name.length)).map(([name]) => name))
  return [...new Set(found)]
}

/** Whom Discord's own mentions name: `<@id>`. */
export const mentionedPeople = (text: string): string[] => [...new Set([...text.matchAll(/<@!?(\d{15,22})>/g)].map(([, id = '']) => id))]

const escaped = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')).join('|')
const whole = (words: readonly string[], flags: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped(words)})(?![\\p{Script=Latin}\\p{N}])`, flags)

const anyCase = whole(en, 'giu')
const withCapitals = whole(cased, 'gu')
const chinese = new RegExp(escaped(zh), 'gu')
const accidents = new RegExp(escaped(unless), 'gu')
const before = new RegExp(`(?:${escaped(styles.before)})[\\s:：]*$`, 'iu')
const after = new RegExp(`^[\\s]*(?:${escaped(styles.after)})`, 'iu')

const ofTheirWork = (text: string, from: number, to: number) => before.test(text.slice(Math.max(0, from - 40), from)) || after.test(text.slice(to, to + 12))
