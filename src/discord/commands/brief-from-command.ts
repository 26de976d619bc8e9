import type { Brief, Language } from '../../film/brief.ts'
import type { Aspect, Definition } from '../../film/frame-size.ts'
import type { Look, Mood } from '../../film/look.ts'
import { Storyboard } from '../../film/storyboard.ts'
import { parseFlags, type Flags } from '../../reading/parse-flags.ts'
import { readRecipe } from '../../reading/read-recipe.ts'
import { readSource, type Source } from '../../reading/read-source.ts'
import { readTable } from '../../reading/read-table.ts'
import { sourceKind } from '../../reading/source-kind.ts'
import type { GuildSettings } from '../settings.ts'
import { languageOf } from './language.ts'

/** What was typed or attached, and what was asked for beside it; null where nothing was said. */
export type FilmWish = {
  words: string
  file: { name: string; bytes: Uint8Array } | null
  aspect: Aspect | null
  seconds: number | null
  language: Language | null
  look: Look | null
  definition: Definition | null
  voice: string | null
  music: Mood | 'off' | null
}

/** `note` is what the words beside a file say of the film; `unused` are flags that belong to one shot and not to a film. Throws ReadingError. */
export function briefFromCommand(wish: FilmWish, settings: GuildSettings, { seed, locale }: { seed: number; locale: string }): { brief: Brief; note: string; unused: string[] } {
  const { text, flags } = withoutFlags(wish.words, languageOf(locale))
  const asked = {
    aspect: wish.aspect ?? flags.aspect,
    seed: flags.seed,
    seconds: wish.seconds ?? undefined,
    language: wish.language ?? undefined,
    look: wish.look ?? undefined,
    definition: wish.definition ?? undefined,
    voice: wish.voice ?? undefined,
    music: wish.music ?? undefined,
  }
  const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const note = wish.file ? text : ''
  const unused = Object.keys(flags).filter((name) => !['aspect', 'seed', 'cameraToo'].includes(name))
  const recipe = wish.file && readRecipe(Buffer.from(wish.file.bytes).toString())
  // What a recipe fixes it fixes; what is asked for beside it is asked for now.
  if (recipe) return { brief: { ...recipe, ...said }, note, unused }
  const source = wish.file ? readSource(wish.file.bytes, wish.file.name) : readSource(text)
  // a table that cannot be read is refused at the door, not in the middle of the work
  if (source.kind === 'table') readTable(source.text)
  return { brief: { ...briefOf(source, settings, seed), ...said }, note, unused }
}

const briefOf = ({ title, kind, text, language }: Source, settings: GuildSettings, seed: number): Brief => ({
  title, kind, text, language, seed,
  aspect: settings.aspect, definition: settings.definition, fps: 24, seconds: null, look: settings.look, voice: null, music: null, candidates: settings.candidates,
})

/** Flags after a wish, as Pika's and Midjourney's people write them. What is to be filmed word for word is left alone, save a last line of flags and nothing else. */
function withoutFlags(words: string, language: Language): { text: string; flags: Flags } {
  if (words.trim() === '') return { text: '', flags: {} }
  if (sourceKind(words) === 'wish') return parseFlags(words, language)
  const [last = '', ...before] = words.trimEnd().split('\n').reverse()
  const line = /^\s*(--?|—)[a-z]/i.test(last) ? parseFlags(last, language) : null
  return line?.text === '' ? { text: before.reverse().join('\n'), flags: line.flags } : { text: words, flags: {} }
}

/** About how long the film will be, before anything is written: told, spoken at a calm pace, or as the table times it. */
export function roughSeconds(brief: Brief): number {
  if (brief.seconds !== null) return brief.seconds
  if (brief.kind === 'wish') return 60
  if (brief.kind === 'table') return readTable(brief.text).rows.reduce((sum, row) => sum + (row.seconds ?? 4), 0)
  if (brief.kind === 'board') {
    const board = Storyboard.parse(JSON.parse(brief.text))
    return board.shots.reduce((sum, shot) => sum + shot.frames, 0) / board.fps
  }
  const han = brief.text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = brief.text.match(/[\p{Script=Latin}\p{N}'’]+/gu)?.length ?? 0
  return han / 4 + words / 2.5
}
