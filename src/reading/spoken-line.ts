import type { Language } from '../film/brief.ts'
import type { Line } from '../film/script.ts'
import { guessLanguage } from './guess-language.ts'

export type SceneCell = { group: string; text: string }

/**
 * Which scene descriptions are spoken. A storyboard without a column for lines often keeps the poem itself in 场景描述
 * beside plain descriptions. Spoken are: quoted speech, and classical or verse-like Chinese. A speaker named by «客曰：»
 * keeps speaking through the rows that follow in the same act, until a plain description, a closing quote or another voice.
 */
export function spokenLines(cells: readonly SceneCell[]): (Line | null)[] {
  const verdicts = cells.map(({ text }) => verdict(text))
  const sure = verdicts.filter((word) => word === 'spoken').length
  const poem = sure > 0 && sure >= verdicts.filter((word) => word === 'described').length
  let open: { speaker: string; group: string } | null = null
  return cells.map(({ group, text }, index): Line | null => {
    if (open && open.group !== group) open = null
    const quoted = readQuoted(text)
    if (quoted) {
      open = quoted.speaker !== null && !quoted.closed ? { speaker: quoted.speaker, group } : null
      return line(quoted.speaker, quoted.text)
    }
    const spoken: boolean = text !== '' && (verdicts[index] === 'spoken' || (verdicts[index] === 'perhaps' && (open !== null || poem)))
    if (!spoken) {
      if (text !== '') open = null
      return null
    }
    const speaker: string | null = open?.speaker ?? null
    if (/[」』”]$/.test(text)) open = null
    return line(speaker, text.replace(/[」』”]$/, ''))
  })
}

const line = (speaker: string | null, text: string): Line => ({ speaker, text, language: guessLanguage(text) as Language })

/** «客曰：月明星稀», «王说："走吧。"», «Mary: "Let's go."», or a whole cell in quotation marks (nobody is named: the narrator). */
function readQuoted(text: string): { speaker: string | null; text: string; closed: boolean } | null {
  const whole = /^[“「『"]([^”」』"]+)[”」』"]$/.exec(text)
  if (whole) return { speaker: null, text: whole[1] ?? '', closed: true }
  const said = /^([^，。！？；:：\s“「"]{1,8}?)(?:又|乃|遂|笑|叹|歌)?(?:而)?(?:曰|云|道|说|说道|问道|答道|喊道)\s*[:：，]\s*([\s\S]+)$/.exec(text)
    ?? /^([\p{L}][\p{L} .'’-]{0,24}?)(?:\s+(?:says|said|asks|shouts|whispers))?\s*[:：,]\s*(?=["“「])([\s\S]+)$/u.exec(text)
  if (!said) return null
  const words = said[2] ?? ''
  const opened = /^[“「『"]/.test(words)
  const closed = opened && /[”」』"]$/.test(words)
  return { speaker: (said[1] ?? '').trim(), text: opened ? words.slice(1, closed ? -1 : undefined) : words, closed }
}

/** `perhaps` has the rhythm of verse but none of its words: it counts among verse or inside somebody's speech. */
function verdict(text: string): 'spoken' | 'perhaps' | 'described' {
  if (!/\p{Script=Han}/u.test(text)) return 'described'
  const clauses = text.split(/[^\p{Script=Han}]+/u).filter((clause) => clause !== '')
  const even = clauses.length > 1 && clauses.every((clause, index) => [4, 5, 6, 7].includes(clause.length) && clause.length === clauses[index - (index % 2)]?.length)
  const rhythm = even ? 2 : clauses.length === 1 && [4, 5, 6, 7].includes(clauses[0]?.length ?? 0) ? 1 : 0
  const classical = count(text, /[之乎者兮矣焉哉吾汝尔曰岂孰弗而其以]|于(?!是在)|也$|也(?=[，。？！])/g)
  const modern = count(text, plainWords) * 2 + count(text, /[了那很我你他她它都把被在是有]|[上里中]$/g)
  const score = classical + rhythm - modern
  if (modern >= 2 && !(even && classical + rhythm > modern)) return 'described'
  if (score >= 2 || (score >= 1 && classical >= 1 && text.length >= 8)) return 'spoken'
  return score >= 1 ? 'perhaps' : 'described'
}

/** What modern prose and shot lists say and verse does not. */
const plainWords =
  /的|着|们|这|正在|一[个只艘位条片座群把张辆间]|[两三]人|男人|女人|男孩|女孩|主角|镜头|画面|背景|特写|全景|中景|近景|远景|夜晚|早晨|清晨|傍晚|白天|出现|走进|走到|看到|看着|坐下|站起|转身|城市|街道|房间|手机|汽车/g
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
