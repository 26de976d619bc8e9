import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Brief } from '../film/brief.ts'
import { ReadingError } from '../reading/reading-error.ts'
import { readRecipe } from '../reading/read-recipe.ts'
import { readSource, textLimit } from '../reading/read-source.ts'
import { readTable } from '../reading/read-table.ts'
import type { FilmOptions } from './read-arguments.ts'

/** The brief of what was named on the command line: words, a file, or `-` for standard input. */
export async function readInput(input: string, options: FilmOptions, stdin: NodeJS.ReadableStream): Promise<Brief> {
  const brought = input === '-' ? await buffer(stdin) : await readFileOrWords(input)
  const recipe = readRecipe(brought.toString())
  if (recipe) return recipe
  const source = readSource(brought, input === '-' || brought === input ? undefined : input)
  // a table that cannot be read is refused at the door, not in the middle of the work
  if (source.kind === 'table') readTable(source.text)
  return {
    title: source.title,
    kind: source.kind,
    text: source.text,
    language: options.language === 'auto' ? source.language : options.language,
    aspect: options.aspect,
    definition: options.size,
    fps: options.fps,
    seconds: options.seconds,
    look: options.look,
    voice: options.voice,
    music: options.music,
    // to choose among four takes somebody who looks: with nobody asked, a second would be drawn, or paid, for no one
    candidates: options.candidates ?? (options.yes ? 1 : 4),
    seed: options.seed,
  }
}

async function readFileOrWords(input: string): Promise<Buffer | string> {
  // longer than any path may be: a whole poem in quotes
  const found = input.length > 1024 || input.includes('\n') ? undefined : await stat(input).catch(() => undefined)
  if (found?.isDirectory()) throw new ReadingError(`${input} is a folder. Name one file in it.`)
  if (found && found.size > textLimit * 20) throw new ReadingError(`${input} has ${Math.round(found.size / 1e6)} MB; the limit is ${textLimit / 1000} kB of text. Bring one chapter or scene at a time.`)
  if (found) return readFile(input)
  if (/^\S+\.(md|markdown|txt|csv|tsv|fountain|docx?|pdf|rtf|json)$/i.test(input)) throw new ReadingError(`There is no file ${input} here. Check the name, or put the text itself in quotes.`)
  return input
}

/** The same brief is the same production: a stopped command, given again, goes on where it was. */
export const productionId = (brief: Brief) =>
  `${slug(brief.title)}-${createHash('sha256').update(JSON.stringify(brief)).digest('hex').slice(0, 6)}`

/** A folder's name that every file system takes. */
export const slug = (title: string) =>
  title.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '') || 'film'
