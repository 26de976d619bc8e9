import { GlobalFonts } from '@napi-rs/canvas'
import { closeSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Language } from '../film/brief.ts'

const files = {
  'Noto Serif SC': ['noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 'noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf'],
  'Ma Shan Zheng': ['ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf'],
  'Noto Sans Arabic': ['noto-sans-arabic/500Medium/NotoSansArabic_500Medium.ttf'],
  'Noto Sans Hebrew': ['noto-sans-hebrew/500Medium/NotoSansHebrew_500Medium.ttf'],
  'Noto Emoji': ['noto-emoji/500Medium/NotoEmoji_500Medium.ttf'],
} as const

export type FontName = keyof typeof files

/** For `context.font`: whatever the first lacks is looked for in the next. */
export const textFonts = '"Noto Serif SC", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji"'
export const brushFonts = `"Ma Shan Zheng", ${textFonts}`

/** Makes our fonts known to the canvas. Called before every drawing; only the first call does anything. */
export function registerFonts() {
  for (const [family, paths] of Object.entries(files)) {
    if (GlobalFonts.has(family)) continue
    for (const path of paths) {
      if (!GlobalFonts.registerFromPath(fontFile(path), family)) throw new Error(`The font ${path} could not be read. Run «npm ci» again.`)
    }
  }
}

/** Characters that none of these fonts can draw, each once, in order. */
export function missingGlyphs(text: string, fonts: readonly FontName[] = ['Noto Serif SC', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Emoji']): string[] {
  return [...new Set(text)].filter((letter) => !unseen.test(letter) && !fonts.some((font) => covered(font).has(letter.codePointAt(0) ?? 0)))
}

/** A sentence for the person, or null when everything can be drawn. */
export function glyphRemark(text: string, language: Language = 'en'): string | null {
  const missing = missingGlyphs(text)
  if (missing.length === 0) return null
  const named = missing.slice(0, 12).map((letter) => `${letter} (U+${letter.codePointAt(0)?.toString(16).toUpperCase()})`).join(', ')
  if (language === 'zh') return `这里的字体没有 ${named}${missing.length > 12 ? ` 等 ${missing.length} 个字` : ''}，画成了〓。换成别的字就能显示。`
  return `No font here has ${named}${missing.length > 12 ? ` and ${missing.length - 12} more` : ''}: drawn as 〓. Use other characters to have them seen.`
}

/** The text with 〓, the printer's sign for a missing sort, in place of what no font has, and quotation marks of its own script. */
export function drawable(written: string): string {
  const text = withNarrowQuotes(written)
  const missing = new Set(missingGlyphs(text))
  return missing.size === 0 ? text : Array.from(text, (letter) => (!missing.has(letter) ? letter : /\p{M}/u.test(letter) ? '' : '〓')).join('')
}

/** Our text font has “ ” ‘ ’ as Chinese sets them, as wide as a character: «Don’ t». Where no Chinese is, the straight ones are drawn. */
const withNarrowQuotes = (text: string) => /\p{Script=Han}/u.test(text)
  ? text.replace(/(?<=\p{Script=Latin})[‘’](?=\p{Script=Latin})/gu, "'")
  : text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')

// Spaces, controls, joiners, variation selectors, tags: nothing to see.
const unseen = /[\s\p{C}\p{Default_Ignorable_Code_Point}]/u
const require = createRequire(import.meta.url)
const fontFile = (path: string) => require.resolve(`@expo-google-fonts/${path}`)

const coverage = new Map<FontName, Set<number>>()
function covered(font: FontName): Set<number> {
  const known = coverage.get(font) ?? readCharacterMap(fontFile(files[font][0]))
  coverage.set(font, known)
  return known
}

/** The characters of a TrueType font: its `cmap`, formats 4 and 12. https://learn.microsoft.com/typography/opentype/spec/cmap */
function readCharacterMap(path: string): Set<number> {
  const file = openSync(path, 'r')
  const read = (at: number, length: number) => { const bytes = Buffer.alloc(length); readSync(file, bytes, 0, length, at); return bytes }
  try {
    const tables = read(12, read(4, 2).readUInt16BE(0) * 16)
    for (let at = 0; at < tables.length; at += 16) {
      if (tables.toString('latin1', at, at + 4) === 'cmap') return charactersOf(read(tables.readUInt32BE(at + 8), tables.readUInt32BE(at + 12)))
    }
    throw new Error(`${path} has no character map.`)
  } finally {
    closeSync(file)
  }
}

function charactersOf(map: Buffer): Set<number> {
  const found = new Set<number>()
  for (let record = 0; record < map.readUInt16BE(2); record++) {
    const at = map.readUInt32BE(4 + record * 8 + 4)
    const format = map.readUInt16BE(at)
    if (format === 12) {
      for (let group = 0; group < map.readUInt32BE(at + 12); group++) {
        const place = at + 16 + group * 12
        for (let code = map.readUInt32BE(place); code <= map.readUInt32BE(place + 4); code++) found.add(code)
      }
    } else if (format === 4) {
      const segments = map.readUInt16BE(at + 6) / 2
      for (let segment = 0; segment < segments; segment++) {
        const end = map.readUInt16BE(at + 14 + segment * 2)
        const start = map.readUInt16BE(at + 16 + (segments + segment) * 2)
        for (let code = start; code <= end && code < 0xffff; code++) found.add(code)
      }
    }
  }
  return found
}
