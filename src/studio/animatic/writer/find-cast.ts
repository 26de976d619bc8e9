import type { Language } from '../../../film/brief.ts'
import type { Era } from '../../../film/look.ts'
import type { CastMember } from '../../../film/script.ts'
import { dress } from './dress.ts'
import { known, roles } from './roles.ts'
import { seedFor } from './chance.ts'

/** Who is in a text: known people under all their names, speakers, and roles («the keeper», 渔父), in order of appearance. */
export function findCast(text: string, { speakers = [], language, era, seed }: { speakers?: readonly string[]; language: Language; era: Era; seed: number }): CastMember[] {
  const found = new Map<string, CastMember & { at: number }>()
  const add = (name: string, also: readonly string[], words: { gender?: CastMember['gender']; age?: CastMember['age']; appearance?: string }, at: number) => {
    if ([...found.values()].some((member) => member.name === name || member.also.includes(name))) return
    const gender = words.gender ?? genderNear(text, name)
    const age = words.age ?? 'adult'
    found.set(name, { name, also: also.filter((other) => other !== name), gender, age, appearance: words.appearance ?? dress(name, gender, age, era), seed: seedFor(seed, `cast ${name}`), at })
  }
  for (const person of known) {
    const names = person.names.filter((name) => holds(text, name) || speakers.includes(name))
    const name = speakers.find((speaker) => person.names.includes(speaker)) ?? (person.names[0] && language === 'zh' && person.first && names.length ? person.names[0] : names[0])
    if (name && names.length) add(name, person.names, person, Math.min(...names.map((one) => place(text, one))))
  }
  for (const name of speakers) {
    // «林夏（快递员）», «MARY (a baker)»: what somebody is stands beside the name.
    const beside = new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*[（(]([^）)\n]{1,16})[）)]`, 'u').exec(text)?.[1] ?? ''
    const role = roles.find((one) => one.names.some((word) => beside.toLowerCase().includes(word)))
    add(name, role?.names.filter((word) => beside.toLowerCase().includes(word)) ?? [], { ...roleOf(name), ...role }, place(text, name))
  }
  for (const role of roles) {
    if (role.names.some((name) => speakers.some((speaker) => speaker.toLowerCase() === name))) continue
    const name = role.names.find((one) => holds(text, one))
    const warlord = found.get('曹操')
    // 枭雄 in a text of Cao Cao is Cao Cao.
    if (name && warlord && role.names.includes('枭雄')) { found.set('曹操', { ...warlord, also: [...warlord.also, name] }); continue }
    // 「客」 inside 「过客」 or 「客栈」 is nobody; `holds` looks at what stands around a single character.
    if (name && ![...found.values()].some((member) => [member.name, ...member.also].some((other) => other.length > name.length && other.includes(name) && !holds(text.replaceAll(other, ''), name)))) {
      add(name, role.names.filter((other) => holds(text, other)), role, place(text, name))
    }
  }
  for (const name of properNames(text)) add(name, [], {}, place(text, name))
  return [...found.values()].sort((a, b) => a.at - b.at).slice(0, 12).map(({ at: _at, ...member }) => member)
}

/** Which of the cast a piece of text names. */
export const namedIn = (text: string, cast: readonly CastMember[]): string[] =>
  cast.filter((member) => [member.name, ...member.also].some((name) => holds(text, name))).map((member) => member.name)

export function roleOf(name: string): { gender?: CastMember['gender']; age?: CastMember['age']; appearance?: string } {
  const role = roles.find((one) => one.names.some((word) => name.toLowerCase() === word)) ?? roles.find((one) => one.names.some((word) => name.toLowerCase().includes(word) && word.length > 1))
  return role ?? {}
}

function holds(text: string, name: string): boolean {
  if (/^[\p{Script=Latin} '-]+$/u.test(name)) return new RegExp(`\\b${name.replace(/[-']/g, '.')}(?:'s|’s|s)?\\b`, 'iu').test(text)
  if (name.length > 1) return text.includes(name)
  return new RegExp(`(?<![过作侠刺旅游政乘顾常])${name}(?![栈气厅观户运车房服])`, 'u').test(text)
}

const place = (text: string, name: string) => { const at = text.toLowerCase().indexOf(name.toLowerCase()); return at < 0 ? text.length : at }

function genderNear(text: string, name: string): CastMember['gender'] {
  let votes = 0
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const near = text.slice(at + name.length, at + name.length + 120)
    const she = near.search(/\b(?:she|her|hers)\b|她/iu)
    const he = near.search(/\b(?:he|his|him)\b|他(?!们)/iu)
    if (she >= 0 && (he < 0 || she < he)) votes++
    else if (he >= 0) votes--
  }
  return votes > 0 ? 'woman' : votes < 0 ? 'man' : 'unknown'
}

/** A capitalised word that does what people do, stands twice or more, and is never written small, is a name. */
function properNames(text: string): string[] {
  const words = [...new Set([...text.matchAll(/\p{Lu}\p{Ll}{2,}/gu)].map((match) => match[0]))].slice(0, 400)
  return words.filter((name) => !notNames.test(name) && (text.match(new RegExp(`\\b${name}\\b`, 'gu'))?.length ?? 0) >= 2
    && !new RegExp(`\\b${name.toLowerCase()}\\b`, 'u').test(text)
    && new RegExp(`\\b${name}(?: \\p{Lu}\\p{Ll}+)? (?:\\w+ed|said|says|is|was|had|has|looks?|walks?|sits?|stands?|turns?|runs?|smiles?|takes?|rides?|holds?|opens?|asks?|goes|went|came|knew|saw|felt|sat|stood|ran|took|wrote)\\b|\\b(?:said|asked|replied|answered|whispered) ${name}\\b`, 'u').test(text))
}

const notNames = /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|English|Chinese|French|China|England|London|Paris|God|Lord|Street|Road|River|Bridge|Christmas|The|And|But|She|They|You|His|Her|Its|Our|Your|There|Then|When|What|Who|That|This|These|Those|Nobody|Nothing|Somebody|Someone|Everyone|Everything|All|Both|One|Two|Three|Some|Each|Behind|Below|Outside|Inside|Above|After|Before|Now|Here|Act|Chapter)$/u
