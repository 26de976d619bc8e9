import { inSimplified } from './lexicon/traditional.ts'
import { allusions, comparisons, manners } from './lexicon/allusions.ts'

/** Verses told in plain words, comparisons and words to the camera taken out. */
export function plain(text: string): string {
  let told = inSimplified(text.slice(0, page).normalize('NFC').replace(/\r\n?/g, '\n'))
  for (const manner of manners) told = told.replace(manner, ' ')
  for (const comparison of comparisons) told = told.replace(comparison, '，')
  for (const [verse, plainly] of longestFirst) {
    if (told.includes(verse)) told = told.replaceAll(verse, `，${plainly}，`)
  }
  return told
}

/** A shot is a sentence or two; of a chapter put into one, the first page is pictured. */
const page = 3000

const longestFirst = [...allusions].sort((a, b) => b[0].length - a[0].length)
