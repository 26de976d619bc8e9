export type Found<T> = { value: T; phrase: string; from: number; to: number }

/**
 * A list of terms with all their names. Answers every term found in a text, longest name first at each place.
 * English names need word boundaries and may be written with space, hyphen or nothing between words; Chinese names may stand anywhere.
 */
export function phraseBook<T>(entries: readonly (readonly [value: T, names: string])[]): (text: string) => Found<T>[] {
  const values = new Map<string, T>()
  for (const [value, names] of entries) for (const name of names.split(',')) values.set(key(name), value)
  const names = entries.flatMap(([, list]) => list.split(',')).map((name) => name.trim())
  const pattern = new RegExp(names.sort((a, b) => b.length - a.length).map(expression).join('|'), 'g')
  return (text) => {
    const found: Found<T>[] = []
    for (const match of fold(text).matchAll(pattern)) {
      const value = values.get(key(match[0]))
      if (value !== undefined) found.push({ value, phrase: match[0], from: match.index, to: match.index + match[0].length })
    }
    return found
  }
}

/** Full-width letters and digits become plain ones, capitals small: for comparing, never for showing. */
export const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/’/g, "'")

/** The text without the phrases found and without the words that carry nothing here. */
export function leftover(text: string, found: readonly { from: number; to: number }[]): string {
  const characters = fold(text).split('')
  for (const { from, to } of found) characters.fill(' ', from, to)
  return characters
    .join('')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/(?<![a-z])(shots?|a|an|the|of|on|to|then|and|with|camera|angle|move(s|ment)?|very)(?![a-z])/g, ' ')
    .replace(/镜头|画面|景别|运镜|[的到至向往从由并和与]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const key = (name: string) => name.trim().replace(/[\s-]+/g, '')

function expression(name: string): string {
  const body = name.split(/[\s-]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s-]*')
  return /^[a-z0-9]/.test(name) ? `(?<![a-z0-9])${body}(?![a-z0-9])` : body
}
