import type { Language } from '../../../film/brief.ts'
import type { Framing } from './choose-size.ts'
import { describe } from './judge-acts.ts'
import type { Setup } from './plan-shots.ts'
import { theThing } from './features.ts'

/** Who stands on which side of the camera's line, and under what other names a text may speak of them. */
export type Blocking = { sides: ReadonlyMap<string, 'left' | 'right'>; also: ReadonlyMap<string, readonly string[]> }

/** 场景描述 and 画面描述 of a shot: where it is, and what is seen, in the film's language. People keep their side of the line. */
export function showPicture(setup: Setup, { angle, size }: Framing, place: string, { sides, also }: Blocking, language: Language): { scene: string; picture: string } {
  const scene = setup.setting.place || setup.setting.hour ? describe(setup.setting, language) : place
  const zh = language === 'zh'
  const sentence = (text: string) => (zh ? `${text.replace(/[，；、,：:]+$/u, '')}${/[。！？…]$/u.test(text) ? '' : '。'}` : `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[,;:]$/u, '')}${/[.!?…]$/u.test(text) ? '' : '.'}`)
  const words = bare(setup.text)
  const tag = onlyTag(words, setup.cast.flatMap((name) => [name, ...(also.get(name) ?? [])]))
  const named = (name: string) => (zh || /^\p{Lu}/u.test(name) || /^(?:the|an?) /u.test(name) ? name : `the ${name}`)
  if (setup.purpose === 'speak' && setup.speaker) {
    const doing = setup.line && setup.text !== setup.line.text && words ? sentence(words) : ''
    return { scene, picture: `${doing}${doing && !zh ? ' ' : ''}${speaking(setup.speaker, setup.listener, angle, sides, zh, named)}` }
  }
  if (setup.purpose === 'breathe') {
    const people = setup.cast.map(named).join(zh ? '、' : ' and ')
    return { scene, picture: people ? (zh ? `${scene}。远远望去，${people}身影很小。` : sentence(`${scene}; ${people}, small and far away`)) : sentence(zh ? `${scene}，空镜` : `${scene}, nobody in sight`) }
  }
  if (setup.purpose === 'detail' && setup.features.thing) return { scene, picture: zh ? `${setup.features.thing}，占满画面。` : sentence(`${theThing(setup.features.thing, language)}, filling the frame`) }
  if (setup.purpose === 'react' && setup.cast[0]) return { scene, picture: zh ? `${setup.cast[0]}听着，没有说话。` : sentence(`${named(setup.cast[0])} listens and says nothing`) }
  if (tag && setup.cast[0]) return { scene, picture: sentence(zh ? `${setup.cast[0]}看着对面的人` : `${named(setup.cast[0])}, looking across`) }
  if (!words) return { scene, picture: sentence(scene) }
  const unseen = !setup.features.visible && !setup.cast.length
  const wide = size === 'extreme-wide' || size === 'wide'
  if (setup.purpose === 'establish' || unseen || (wide && !setup.features.vast)) return { scene, picture: zh ? `${sentence(scene)}${sentence(words)}` : `${sentence(scene)} ${sentence(words)}` }
  const told = subjectNamed(words, setup.cast, named, zh, also)
  const who = told !== words ? [] : setup.cast.filter((name) => ![name, ...(also.get(name) ?? [])].some((other) => words.toLowerCase().includes(other.toLowerCase())))
  return { scene, picture: who.length ? `${who.map(named).join(zh ? '、' : ' and ')}${zh ? '。' : /^\p{Ll}/u.test(words) ? ` ${words.charAt(0)}` : ': '}${!zh && /^\p{Ll}/u.test(words) ? sentence(words).slice(1) : sentence(words)}`.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : sentence(told) }
}

function speaking(speaker: string, listener: string | null, angle: Framing['angle'], sides: ReadonlyMap<string, 'left' | 'right'>, zh: boolean, named: (name: string) => string): string {
  const side = sides.get(speaker) ?? 'left'
  if (zh) {
    const stands = listener ? `${speaker}在画${side === 'left' ? '左' : '右'}，面向${side === 'left' ? '右' : '左'}，正在说话。` : `${speaker}正在说话。`
    return angle === 'over-shoulder' && listener ? `越过${listener}的肩头：${stands}` : listener ? `${stands.slice(0, -1)}，对着${listener}。` : stands
  }
  const facing = listener ? `, frame ${side}, facing ${side === 'left' ? 'right' : 'left'},` : ''
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  if (angle === 'over-shoulder' && listener) return `Over ${named(listener)}’s shoulder: ${named(speaker)}${facing} speaking.`
  return capital(`${named(speaker)}${facing} speaking${listener ? ` to ${named(listener)}` : ''}.`)
}

/** «He wound the clock» is a picture of the keeper: the first pronoun says who. */
function subjectNamed(words: string, cast: readonly string[], named: (name: string) => string, zh: boolean, also: Blocking['also']): string {
  const name = cast.length === 1 ? cast[0] : undefined
  if (!name || [name, ...(also.get(name) ?? [])].some((other) => words.toLowerCase().includes(other.toLowerCase()))) return words
  return zh ? words.replace(/[他她](?!们)/u, name) : words.replace(/\b(?:he|she)\b/iu, named(name)).replace(/^and (?=the )/iu, '')
}

/** «客曰：», «said the keeper.»: nothing to see but the one who speaks. */
const onlyTag = (words: string, names: readonly string[]) =>
  names.length > 0 && !/[\p{L}]/u.test([...names].sort((a, b) => b.length - a.length).reduce((rest, name) => rest.replace(new RegExp(name, 'giu'), ''), words).replace(/\b(?:said|says|asked|asks|replied|answered|the|an?|he|she|old|young)\b|[又乃笑叹]?[曰道说问答]/giu, ''))

export const bare = (text: string) => text.replaceAll('\n', /\p{Script=Han}/u.test(text) ? '，' : ' ').replace(/([，。！？])，/gu, '$1').replace(/["“”「」『』]/gu, '').trim()
