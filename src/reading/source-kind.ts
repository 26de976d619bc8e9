import type { SourceKind } from '../film/brief.ts'
import { looksLikeScript } from './script-marks.ts'
import { splitTables } from './split-tables.ts'

/** A finished table, a script, a wish in a line or two, or else a text to be filmed. */
export function sourceKind(text: string): SourceKind {
  if (splitTables(text).length > 0) return 'table'
  if (looksLikeScript(text)) return 'script'
  return isWish(text) ? 'wish' : 'text'
}

/**
 * A request in ordinary words («I want…», «a noir about…»), or one short line that is not verse and not told like a story.
 * Two finished sentences that ask for nothing are a text.
 */
function isWish(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const sentences = text.split(/[。！？!?…]+|\.(?=\s|$)|\n/).filter((sentence) => sentence.trim() !== '').length
  const length = (text.match(/\p{Script=Han}/gu)?.length ?? 0) + (text.match(/\p{Script=Latin}+/gu)?.length ?? 0) * 1.5
  if (lines.length > 4 || length > 160 || isVerse(lines)) return false
  if (asks.test(text.trim())) return sentences <= 5
  return lines.length === 1 && sentences === 1 && length <= 60 && !/[“"「].+[”"」]/.test(text)
}

const asks = new RegExp(
  [
    '^(?:我们?(?:想(?!起|到|念|过|了)|要|需要|希望)|想要|想看|想拍|想做|请|帮我|帮忙|给我|来(?:一|个|点|部|段)|做(?:一|个|部|成)|拍(?:一|个|部|成)|写(?:一|个|部)|画一|生成|制作|创作|编一|讲一?个|能不能|能否|可以帮|希望|关于|用《|把《|以.{1,20}为(?:主?题|背景|灵感))',
    '(?:短片|电影|影片|视频|广告片?|动画片?|短剧|微电影|预告片|宣传片|纪录片|mv)[。！!]?$',
    "^(?:please|make|create|film|shoot|give|show|generate|draw|animate|produce|write|imagine|i(?:'d| would)? (?:want|like|need|love)|i(?:'|’)d (?:like|love)|we (?:want|need)|can you|could you|how about|let(?:'|’)s|something|maybe|turn|tell me)\\b",
    '^(?:(?:an?|the|some|one|my|short)\\s+)?(?:[\\w’\'-]+\\s+){0,6}?(?:films?|movies?|shorts?|videos?|trailers?|stor(?:y|ies)|clips?|noir|comed(?:y|ies)|dramas?|thrillers?|documentar(?:y|ies)|westerns?|romances?|horror|fairy tales?|tales?|poems?|ads?|commercials?|music videos?|sketch(?:es)?|sci-?fi|fantasy|myster(?:y|ies))\\b.{0,40}\\b(?:about|of|in which|where|with|set|for|on|that)\\b',
  ].join('|'),
  'iu',
)

/** Clauses of equal length (四言, 五言, 七言), or several short lines. */
function isVerse(lines: string[]): boolean {
  const clauses = lines.join('，').split(/[，。！？；,;!?、\s]+/).filter((clause) => clause !== '')
  const even = clauses.length >= 2 && clauses.every((clause) => /^\p{Script=Han}+$/u.test(clause) && clause.length === clauses[0]?.length)
  return (even && [4, 5, 6, 7].includes(clauses[0]?.length ?? 0)) || /[之兮矣焉哉].*[，。].*/u.test(lines[0] ?? '') || (lines.length >= 2 && !asks.test(lines.join('\n')))
}
