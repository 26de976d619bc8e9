/** 字幕: no stop at the end, a space for a comma inside; question, wonder, quotes and titles keep their marks. */
export function subtitled(text: string): string {
  return text.replace(/\s+/g, ' ')
    .replace(/[，。；：,;]+(?=[”’」』）》]*\s*$)/gu, '')
    .replace(/[，。；](?=[”’」』）》])/gu, '')
    .replace(/([”’」』）》]?)[，。；](?!\d)/gu, '$1 ')
    .replace(/、$/u, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}
