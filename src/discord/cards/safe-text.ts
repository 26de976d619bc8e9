/** A person's words inside a message: they cannot ping, link, format or break out of their line. At most `most` characters come back. */
export function safeLine(text: string, most = 300): string {
  return isolated(clip(escapeMarks(oneLine(text)), most - 2))
}

/** The same for words of several lines. */
export function safeText(text: string, most = 2000): string {
  const lines = clean(text).replace(/\n{3,}/g, '\n\n').split('\n').map((line) => escapeMarks(line.replace(/[^\S\n]+/g, ' ').trim()))
  return clip(lines.join('\n').trim(), most)
}

/** For labels, placeholders and alt texts, where Discord shows characters as they are. */
export const bareLine = (text: string, most: number): string => clip(oneLine(text), most)

/** Cuts between characters and never behind a lone backslash, which would escape what follows. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  if (most < 1) return ''
  let end = most - 1
  // not inside a character, nor behind what only joins the next one to it; looking back a little is enough
  while (end > 0 && most - end < 40 && joins.test(text[end - 1] ?? '')) end--
  let backslashes = 0
  while (text[end - 1 - backslashes] === '\\') backslashes++
  return `${text.slice(0, end - backslashes % 2)}…`
}

const joins = /[\ud800-\udbff\u200d\s]|\p{M}/u

const oneLine = (text: string) => clean(text).replace(/\s+/g, ' ').trim()

/** Without what cannot be seen but changes what is: controls, overrides of direction, piles of accents. */
const clean = (text: string) => text.slice(0, 200_000).toWellFormed().normalize('NFC').replace(/\r\n?|[\u2028\u2029]/g, '\n')
  .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2060\ufeff]/gu, '')
  .replace(/(\p{M}{3})\p{M}+/gu, '$1')

/** Discord takes a backslash before any mark. A colon before slashes would make a link. */
const escapeMarks = (line: string) => line
  .replace(/[\\*_~|`[\]<>@]/g, '\\$&')
  .replace(/:(?=\/\/)/g, '\\:')
  .replace(/^(\s*)([-+#])/, '$1\\$2')
  .replace(/^(\s*\d+)\.(?=\s|$)/, '$1\\.')

/** Words written from right to left stay in their place in a line of ours. */
const isolated = (text: string) => /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text) ? `\u2068${text}\u2069` : text

/** Words alone, to see whether two texts say the same. */
export const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
