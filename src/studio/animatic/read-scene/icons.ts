import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { iconNames } from './icon-names.ts'
import { forms } from './forms.ts'
import { lexicon, plainKey } from './lexicon.ts'
import type { ThingMeaning } from './meaning.ts'

export type IconManner = 'silhouette' | 'colour'
export type IconPath = { body: string; width: number; height: number }

/** The icon for a noun in Chinese or English, as `set:name`; null where none shows it. */
export function findIcon(word: string, manner: IconManner = 'silhouette'): string | null {
  const key = plainKey(word)
  for (const form of forms(key)) {
    const listed = lexicon().words.get(form)?.find((meaning): meaning is ThingMeaning => meaning.is === 'thing' && meaning.icons !== null)
    const icons = (listed ?? (lexicon().words.has(form) ? null : findIcons(form)))?.icons
    if (icons) return chooseIcon(icons, manner)
  }
  return null
}

export const chooseIcon = (icons: NonNullable<ThingMeaning['icons']>, manner: IconManner) =>
  manner === 'silhouette' ? (icons.silhouette ?? icons.colour) : (icons.colour ?? icons.silhouette)

const found = new Map<string, ThingMeaning | null>()

/** For a word that our own lists do not have: an emoji of that very name, or a silhouette of that name in two words. */
export function findIcons(word: string): ThingMeaning | null {
  const before = found.get(word)
  if (before !== undefined) return before
  if (found.size > 20_000) found.clear()
  const icons = iconNames(/\p{Script=Han}/u.test(word) ? 'zh' : 'en').get(word)
  const meaning: ThingMeaning | null = icons
    ? { is: 'thing', kind: icons.kind, icons: { silhouette: icons.silhouette, colour: icons.colour }, stands: icons.stands, count: 1, scale: icons.scale, home: null, mover: icons.mover }
    : null
  found.set(word, meaning)
  return meaning
}

const require = createRequire(import.meta.url)
const paths = new Map<string, IconPath | null>()

/**
 * An icon's SVG body. The sets are large (25 MB for noto) and a film needs a dozen icons:
 * the one entry is cut out of the file's text, so that the whole is neither parsed nor kept.
 */
export function iconPath(id: string): IconPath | null {
  const before = paths.get(id)
  if (before !== undefined) return before
  const match = /^(game-icons|noto):([a-z0-9-]+)$/.exec(id)
  const path = match ? cut(match[1] ?? '', match[2] ?? '') : null
  paths.set(id, path)
  return path
}

function cut(set: string, name: string): IconPath | null {
  const file = readFileSync(require.resolve(`@iconify-json/${set}/icons.json`))
  const from = file.indexOf(`\n\t\t${JSON.stringify(name)}: {`)
  if (from < 0) return null
  const open = file.indexOf('{', from)
  const close = file.indexOf('\n\t\t}', open)
  if (close < 0) return null
  const icon = JSON.parse(file.toString('utf8', open, close + 4)) as { body?: string; width?: number; height?: number }
  const side = set === 'noto' ? 128 : 512
  return icon.body ? { body: icon.body, width: icon.width ?? side, height: icon.height ?? side } : null
}
