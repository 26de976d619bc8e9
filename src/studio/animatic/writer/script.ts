import { z } from 'zod'
import { Language } from '../../../film/brief.ts'
import { Look } from '../../../film/look.ts'
import type { Act, CastMember } from '../../../film/script.ts'
import { Script } from '../../../film/script.ts'
import { byRules } from './by-rules.ts'
import { findCast } from './find-cast.ts'
import { fitBeats } from './fit-beats.ts'
import { judge } from './judge.ts'
import { judgeActs } from './judge-acts.ts'
import { keepScript, ParsedScript } from './keep-script.ts'
import { proseBeats } from './prose-beats.ts'
import { seedFor } from './chance.ts'
import { isVerse, lines, paragraphs, sentences } from './split-text.ts'

export const ScriptInputs = z.object({
  kind: z.enum(['text', 'script', 'idea']),
  text: z.string(),
  /** What the reader found in a script with speakers. */
  parsed: z.unknown().optional(),
  title: z.string(),
  author: z.string().nullable().optional(),
  language: Language,
  seconds: z.number().positive().nullable(),
  look: Look.nullable(),
  seed: z.int().optional(),
})
export type ScriptInputs = z.infer<typeof ScriptInputs>

/** A script from prose, a poem, a treatment or a person's own script. Their words are never changed, only given to who says them. */
export function writeScript(inputs: ScriptInputs): Script {
  const { language, seconds } = inputs
  const { title, author, text } = heading(inputs)
  const judged = judge(`${inputs.title}\n${text}`, language, inputs.look)
  const seed = inputs.seed ?? seedFor(7, title)
  const parsed = inputs.kind === 'script' ? ParsedScript.safeParse(inputs.parsed) : null
  const about = { language, era: judged.era, seed }
  const { acts, cast } = parsed?.success ? keepScript(parsed.data, text, about) : fromProse(text, inputs.kind === 'idea', about)
  // A person's own script is kept to the letter, whatever length they asked for; the storyboard says so.
  const fit = fitBeats(acts, parsed?.success ? null : seconds, language)
  const by = fit.said < fit.of && seconds !== null ? `${byRules(language)}; ${shortened(fit, seconds, language)}` : byRules(language)
  return Script.parse({ title, author: author ?? parsed?.data?.author ?? null, language, logline: logline(acts, language), ...judged, cast, acts: fit.acts, by })
}

function fromProse(text: string, wishIsStory: boolean, about: { language: Language; era: Script['era']; seed: number }): { acts: Act[]; cast: CastMember[] } {
  const cast = findCast(text, about)
  const spoken: string[] = []
  const beats = paragraphs(text).map((paragraph) => proseBeats(paragraph, { cast, language: about.language, spoken, wishIsStory }))
  const acts = judgeActs(beats, text, about.language)
  return { acts: acts.length ? acts : judgeActs([[{ action: text, line: { speaker: null, text, language: about.language } }]], text, about.language), cast }
}

/** «《登高》— 杜甫» names its author; a first line that only repeats the title is a heading, not a line to be said. */
function heading(inputs: ScriptInputs): { title: string; author: string | null; text: string } {
  const named = /^《([^》]+)》\s*[-—–·]+\s*(.{1,20})$/u.exec(inputs.title) 
  const title = named?.[1] ?? inputs.title
  const rows = inputs.text.split('\n')
  const first = rows.findIndex((row) => row.trim())
  const plain = (row: string) => row.replace(/^#+\s*|[《》*_#「」\s]/gu, '').toLowerCase()
  const isTitle = first >= 0 && rows.slice(first + 1).some((row) => row.trim()) && (plain(rows[first] ?? '') === plain(title) || /^#{1,3}\s/.test(rows[first] ?? ''))
  const after = isTitle ? rows.slice(first + 1) : rows
  const next = after.findIndex((row) => row.trim())
  const signed = isTitle ? /^(?:by |作者[:：]\s*|[〔（(【[][^〕）)】\]]{1,4}[〕）)】\]]\s*|[—–-]+\s*)(.{1,24})$/iu.exec(after[next]?.trim() ?? '') : null
  const author = inputs.author ?? named?.[2] ?? signed?.[1] ?? null
  return { title, author, text: (signed ? after.slice(next + 1) : after).join('\n').trim() || inputs.text }
}

/** Nothing invented: the sentence of the text that tells most of what is seen and who is there. */
function logline(acts: readonly Act[], language: Language): string {
  const words = acts[0]?.beats.map((beat) => beat.action.replaceAll('\n', ' ')).join(language === 'zh' ? '' : ' ') ?? ''
  const first = sentences(words)
  const told = isVerse(words) ? lines(words).slice(0, 2).join('') : first.slice(0, (first[0]?.length ?? 0) < 40 ? 2 : 1).join(language === 'zh' ? '' : ' ')
  return told.length > 180 ? `${told.slice(0, 177).replace(/\s\S*$/u, '')}…` : told
}

const shortened = (fit: { said: number; of: number; needed: number }, seconds: number, language: Language) => language === 'zh'
  ? `全文念完约 ${Math.ceil(fit.needed)} 秒，要求 ${seconds} 秒，故 ${fit.of} 段里念 ${fit.said} 段，其余未念，没有改动一字`
  : `the whole text takes about ${Math.ceil(fit.needed)} s and ${seconds} s were asked for, so ${fit.said} of its ${fit.of} beats are said and the rest left out, no word changed`
