import type { CastMember } from '../../../film/script.ts'
import { join } from './split-text.ts'

/** A run of text with one voice. `speaker` null is the narrator. */
export type Run = { text: string; speaker: string | null }

/**
 * Parts narration from quoted speech and says who speaks: «客曰：“…”», “…” said the keeper, 她说：「…」.
 * The runs joined are the paragraph. Speech whose speaker the text does not tell goes to the one it answers, else to the narrator.
 */
export function findSpeech(paragraph: string, cast: readonly CastMember[], before: readonly string[] = []): Run[] {
  const spoken = [...before]
  let here: string | null = null
  const runs: Run[] = []
  let at = 0
  for (const match of paragraph.matchAll(quotes)) {
    const quote = match[0]
    const lead = paragraph.slice(at, match.index)
    // Who speaks is said nearby; a long page must not be read again for every quote in it.
    const tail = paragraph.slice(match.index + quote.length, match.index + quote.length + 160)
    const speaker = whoSpeaks(paragraph.slice(Math.max(0, match.index - 240), match.index), quote, tail, cast, here === null ? spoken : [here, here])
    if (speaker === undefined) continue
    if (speaker) here = speaker
    if (lead.trim()) runs.push(...colonSpeech(lead.trim(), cast))
    runs.push({ text: quote.trim(), speaker })
    if (speaker) spoken.push(speaker)
    at = match.index + quote.length
  }
  const rest = paragraph.slice(at).trim()
  if (rest) runs.push(...colonSpeech(rest, cast))
  return tidy(runs)
}

const quotes = /“[^”]*”|「[^」]*」|『[^』]*』|"[^"\n]*"/gu
const verbs = 'said|says|asked|asks|replied|replies|answered|answers|whispered|whispers|shouted|shouts|cried|cries|called|calls|murmured|murmurs|muttered|added|adds|told|tells|laughed|sighed'
const zhVerbs = '笑道|叹道|问道|答道|喊道|说道|叫道|低声说|轻声说|大声说|笑着说|叹曰|笑曰|问曰|答曰|对曰|歌曰|说|道|问|答|喊|叫|曰|云'

/** undefined: not speech at all, a word in quotes. */
function whoSpeaks(before: string, quote: string, after: string, cast: readonly CastMember[], spoken: readonly string[]): string | null | undefined {
  const words = quote.slice(1, -1).trim()
  if (!words) return undefined
  const told = zhBefore(before, cast) ?? enAfter(after, before, cast) ?? enBefore(before, cast)
  if (told !== undefined) return told
  const bare = !/[。！？…!?.,，—-]$/u.test(words) && (words.length <= 8 || words.split(/\s+/).length <= 3)
  if (bare && /[\p{L}\p{N}]\s*$/u.test(before)) return undefined
  if (/^\s*$/.test(before) || /[。！？.!?”’"」]\s*$/u.test(before)) return turnOf(spoken)
  const named = lastNamed(before.slice(-60), cast)
  return named ?? turnOf(spoken)
}

/** Untold speech in a new paragraph answers the last; in the same paragraph it goes on. */
const turnOf = (spoken: readonly string[]): string | null => {
  const last = spoken.at(-1)
  if (last !== undefined && spoken.at(-2) === last) return last
  return spoken.findLast((name) => name !== last) ?? null
}

function zhBefore(before: string, cast: readonly CastMember[]): string | null | undefined {
  const match = new RegExp(`([^，。！？；：”」\\n]*?)(?:${zhVerbs})(?:了|着)?[:：，,]?\\s*$`, 'u').exec(before)
  if (!match || !/\p{Script=Han}/u.test(before)) return undefined
  // 苏子…问客曰: the guest is asked, Su Shi speaks.
  const clause = (match[1] ?? '').replace(/(?:问|谓|告|语|对|向|跟|和|与|朝|冲)\p{Script=Han}{1,4}$/u, '')
  const asked = /(?:问|谓|告|语|对|向|跟|和|与|朝|冲)(\p{Script=Han}{1,4})$/u.exec(match[1] ?? '')?.[1] ?? ''
  return lastNamed(clause, cast) ?? pronoun(clause, before, cast) ?? lastNamed(before.slice(-50), cast.filter((member) => !asked || ![member.name, ...member.also].includes(asked))) ?? null
}

function enAfter(after: string, before: string, cast: readonly CastMember[]): string | null | undefined {
  const match = new RegExp(`^\\s*(?:[,—-]\\s*)?(?:(?:${verbs})\\s+((?:the |an? |his |her |old |young )*[\\p{L}'-]+)|((?:the |an? |his |her |old |young )*[\\p{L}'-]+)\\s+(?:${verbs})\\b)`, 'iu').exec(after)
  const who = match?.[1] ?? match?.[2]
  return who ? lastNamed(who, cast) ?? pronoun(who, before, cast) ?? null : undefined
}

function enBefore(before: string, cast: readonly CastMember[]): string | null | undefined {
  const match = new RegExp(`([^.!?”"]*)\\b(?:${verbs})\\b[^.!?”"]{0,30}[,:]\\s*$`, 'iu').exec(before)
  return match ? lastNamed(match[1] ?? '', cast) ?? pronoun(match[1] ?? '', before, cast) ?? null : undefined
}

function lastNamed(text: string, cast: readonly CastMember[]): string | null {
  let best: { name: string; at: number } | null = null
  for (const member of cast) for (const name of [member.name, ...member.also]) {
    const at = /\p{Script=Latin}/u.test(name) ? text.toLowerCase().search(new RegExp(`\\b${name.toLowerCase()}\\b`, 'u')) : text.lastIndexOf(name)
    if (at >= 0 && (!best || at > best.at)) best = { name: member.name, at }
  }
  return best?.name ?? null
}

function pronoun(text: string, before: string, cast: readonly CastMember[]): string | null {
  const gender = /\bshe\b|她/iu.test(text) ? 'woman' : /\bhe\b|他/iu.test(text) ? 'man' : null
  const fit = cast.filter((member) => member.gender === gender)
  return lastNamed(before, fit) ?? (fit.length === 1 ? fit[0]?.name ?? null : null)
}

/** Old texts without quotation marks: 客曰：月明星稀… is the guest's to the end of the paragraph. */
function colonSpeech(text: string, cast: readonly CastMember[]): Run[] {
  const match = /^(?:.*[。！？])?[^。！？，：]{0,6}?(?:曰|云)[:：](?=\p{Script=Han})/u.exec(text)
  const speaker = match && lastNamed(match[0], cast)
  if (!match || !speaker) return [{ text, speaker: null }]
  return [{ text: match[0], speaker: null }, { text: text.slice(match[0].length), speaker }]
}

/** Runs of punctuation alone belong to the run before them. */
function tidy(runs: Run[]): Run[] {
  const kept: Run[] = []
  for (const run of runs) {
    const last = kept.at(-1)
    if (last && last.text.length < 4000 && (!/[\p{L}\p{N}]/u.test(run.text) || last.speaker === run.speaker)) kept[kept.length - 1] = { ...last, text: /^[,.;:!?，。；：！？、…’”]/u.test(run.text) ? last.text + run.text : join(last.text, run.text) }
    else kept.push(run)
  }
  return kept
}
