/** Cuts a text into paragraphs, sentences and clauses. Every function returns pieces that, joined, are the text: nothing is lost or moved. */
export const paragraphs = (text: string): string[] =>
  text.split(/\n[^\S\n]*\n+/).map((part) => part.trim()).filter(Boolean)

export const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)

/** A sentence keeps its closing marks and quotes. Abbreviations, initials and decimals do not end one. */
export function sentences(text: string): string[] {
  const found: string[] = []
  let start = 0
  for (const match of text.matchAll(/[。！？…!?.]+[”’"」』）)\]]*(?=\s|\p{Script=Han}|[“‘「『（—]|$)|\n+/gu)) {
    const end = match.index + match[0].length
    const piece = text.slice(start, end)
    if (/^\./.test(match[0]) && /(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|No|vs|etc)|\b[A-Z])$/.test(text.slice(start, match.index))) continue
    // «"Go!" said the keeper.» is one sentence: the small letter carries it on.
    if (/^\s+\p{Ll}/u.test(text.slice(end)) && /[!?”"’…]$/u.test(match[0])) continue
    if (piece.trim()) found.push(piece.trim())
    start = end
  }
  if (text.slice(start).trim()) found.push(text.slice(start).trim())
  return found
}

/** Where a voice may breathe: after a comma, semicolon, colon or dash; in English also never inside a figure (3,000). */
export function clauses(text: string): string[] {
  const pieces = text.split(/(?<=[，；：、。！？—…](?![”’」』，；。！？—…])[”’」』]*)|(?<=[,;:](?!\d)["”’]*)\s+|(?<=—)\s*|(?<=[.!?…]["”’]*)\s+/u)
  return pieces.map((piece) => piece.trim()).filter(Boolean)
}

/** Joins pieces again as their language does: Chinese without a space. */
export const join = (first: string, second: string): string =>
  !first || !second ? first + second : /[\p{Script=Han}，。；：、！？”’」』…—（]$/u.test(first) && /^[\p{Script=Han}“‘「『—（《]/u.test(second) ? first + second : `${first} ${second}`

/** A text of short lines is verse. */
export function isVerse(text: string): boolean {
  const rows = lines(text)
  if (rows.length < 4) return false
  const short = rows.filter((row) => (/\p{Script=Han}/u.test(row) ? row.length <= 26 : row.split(/\s+/).length <= 11))
  return short.length >= rows.length * 0.8
}

export const isChinese = (text: string): boolean => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}+/gu)?.length ?? 0
  return han > latin
}

const oldWords = /[之乎者也兮曰矣焉哉吾尔汝]/gu
export const isClassical = (text: string): boolean => {
  if (!isChinese(text)) return false
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 1
  const old = text.match(oldWords)?.length ?? 0
  const modern = text.match(/[的了着们这那吗呢吧]/gu)?.length ?? 0
  return (old / han > 0.02 && old > modern) || (modern === 0 && isVerse(text)) || (modern === 0 && /^(?:[\p{Script=Han}]{4,7}[，。；！？\s]+){3,}/u.test(text))
}
