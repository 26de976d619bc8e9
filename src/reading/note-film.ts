import type { Direction } from '../film/direction.ts'
import { Look, Mood } from '../film/look.ts'
import type { NoteBoard } from './note-board.ts'
import { readBudget } from './note-budget.ts'
import { scaled } from './note-length.ts'
import { parseSeconds } from './parse-seconds.ts'
import { phraseBook } from './phrase-book.ts'

/** What a phrase asks of the whole film: an answer to a gate, the look, the music, the length. Null when it asks none of it. */
export function directFilm(phrase: string, board: NoteBoard): Direction[] | null {
  const words = phrase.normalize('NFKC').trim().replace(/[.。!！~～]+$/, '')
  for (const rule of rules) {
    const found = rule(words, board)
    if (found) return [found]
  }
  return null
}

type Rule = (words: string, board: NoteBoard) => Direction | null

const rules: Rule[] = [
  (words) => (/^(?:(?:undo|revert|take back|roll back)(?: (?:it|that|this|the last (?:one|change|note|thing)|last))?|go back|take (?:it|that) back|change it back|cancel (?:that|the last (?:one|change|note))|(?:撤销|撤回|回退|退回|恢复|取消(?=刚才|上))(?:到)?(?:刚才的?|上一?[步次个条]|上次的?)?(?:修改|改动)?|上一步|改回(?:去|来))$/i.test(words) ? { kind: 'undo' } : null),
  (words) => (/^(?:(?:cancel|stop|abort|kill)(?: (?:it|this|everything|the (?:whole )?(?:film|movie|production|thing)|production))?|(?:取消|停止|放弃)(?:这部|整部)?(?:片子|电影|影片|制作|拍摄)?|不做了|不拍了)$/i.test(words) ? { kind: 'cancel' } : null),
  (words) => (approval.test(words) ? { kind: 'approve' } : null),
  (words, board) => (/^(?:(?:some )?(?:more|other|new|different) (?:ideas|options|treatments)|(?:none of (?:these|them)|something else)|(?:再来|多来|再想|换)(?:几个|一些|一批|一组|点)(?:方案|创意|点子|想法)?)$/i.test(words) && board.shots.length === 0 ? { kind: 'more' } : null),
  (words, board) => choice(words, board),
  (words) => look(words),
  (words) => music(words),
  (words) => voice(words),
  (words) => readBudget(words),
  (words, board) => length(words, board),
]

/** Praise alone («nice», 「不错」) is no answer: it may cost money. */
const approval =
  /^(?:(?:it(?:'s| is)|that(?:'s| is)|this is|all|everything(?:'s| is)?|everything)\s+)?(?:ok(?:ay)?|k|yes|yep|yeah|y|sure|good|great|perfect|fine|lgtm|looks? (?:good|great|fine|perfect)|(?:i )?approved?|accept(?:ed)?|lock(?: it)?(?: (?:the )?(?:script|picture|cut))?|locked|picture lock|(?:lock|approve) (?:it|the script|the picture|the cut)|green ?light(?: it)?|greenlit|go|go on|go ahead|go for it|do it|shoot(?: it)?|roll(?: it| camera)?|continue|next|ship it|done|print it|👍|✅|就这么(?:定|拍|办|来)|通过|全部?通过|都?过|可以|好|好的|行|没问题|同意|确认|锁定(?:剧本|画面|剪辑)?|继续|下一步|开拍|开机|定剪|批准|就这样|完美|定稿|满意)(?:\s*(?:了|的|吧|啦|to me|with me|by me|then))?(?:\s*(?:👍|✅))?$/iu

/** «idea 3», «the third one», 「第三个」; a lone number while there are only ideas. */
function choice(words: string, board: NoteBoard): Direction | null {
  const match = /^(?:(?:i\s+)?(?:choose|pick|take|like|want|go with|(?:我|那)?就?(?:选择?|要|用)|就)\s*)?(?:the\s+)?(?:(?:idea|treatment|number|no\.?|option|方案|创意|点子|#)\s*#?(\d{1,2})|第\s*([一二三四五六七八九十\d]{1,3})\s*(?:个|条|种)?(?:方案|创意|点子)?|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:\s+(?:one|idea|option|treatment))?|(\d{1,2})(?:\s*号)?)(?:吧|了)?$/i.exec(words)
  if (!match || (match[4] !== undefined && board.shots.length > 0)) return null
  const idea = match[3] ? ordinals.indexOf(match[3].toLowerCase()) + 1 : numberOf(match[1] ?? match[2] ?? match[4] ?? '')
  return idea >= 1 ? { kind: 'choose', idea } : null
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const numberOf = (word: string) => (/\d/.test(word) ? Number(word) : (parseSeconds(`${word}秒`) ?? 0))

const findLooks = phraseBook<Look>([
  ['ink-wash', 'ink wash, ink-wash, ink, ink painting, chinese painting, chinese ink, 水墨, 水墨画, 国画, 中国画, 古风'],
  ['pencil', 'pencil, pencil sketch, sketch, storyboard sketch, line drawing, 铅笔, 铅笔画, 素描, 线稿, 手绘, 铅笔分镜'],
  ['flat', 'flat, flat graphic, flat design, vector, graphic, 扁平, 扁平插画, 扁平化, 矢量'],
  ['noir', 'noir, film noir, black and white, b&w, monochrome, 黑色电影, 黑白, 黑白片'],
  ['gouache', 'gouache, watercolor, watercolour, painted, illustration, 水粉, 水彩, 插画, 水粉画, 水彩画'],
])

/** Only where the phrase speaks of a style, or is nothing but its name: «a flat roof» is no look. */
function look(words: string): Direction | null {
  const found = findLooks(words)[0]
  if (!found) return null
  const rest = words.replace(/^(?:please\s+)?(?:in|as|use|try|to|do)\s+/i, '').length - found.phrase.length
  const asked = /\b(?:look|style|film|everything|movie|swap|switch|change|make it|turn it|go|all|whole)\b|风格|整体|全片|全部|整部|画风|换成|改成|改为/i.test(words)
  return asked || rest <= 2 ? { kind: 'look', look: found.value } : null
}

const findMoods = phraseBook<Mood>([
  ['serene', 'serene, calm, calmer, quiet, quieter, peaceful, gentle, gentler, soft, softer, relaxed, 平静, 宁静, 安静, 舒缓, 柔和, 轻柔, 悠扬, 安详'],
  ['melancholy', 'melancholy, sad, sadder, wistful, mournful, lonely, blue, 忧伤, 悲伤, 伤感, 哀伤, 忧郁, 悲凉, 凄凉, 惆怅'],
  ['epic', 'epic, grand, heroic, bigger, majestic, powerful, 史诗, 宏大, 大气, 壮阔, 激昂, 雄壮, 恢弘, 豪迈'],
  ['tense', 'tense, tenser, more tense, suspenseful, suspense, nervous, anxious, thriller, dramatic, 紧张, 悬疑, 惊悚, 急促, 压迫'],
  ['joyful', 'joyful, happy, happier, cheerful, upbeat, merry, playful, funny, 欢快, 快乐, 开心, 轻快, 活泼, 喜悦, 愉快'],
  ['mysterious', 'mysterious, mystery, eerie, spooky, dark, darker, strange, 神秘, 诡异, 阴森, 幽暗, 奇幻'],
  ['romantic', 'romantic, love, tender, warm, warmer, 浪漫, 温柔, 温馨, 甜蜜, 温暖, 爱情'],
  ['wonder', 'wonder, magical, dreamy, dreamlike, awe, 梦幻, 魔幻, 空灵, 奇妙, 惊奇'],
])

function music(words: string): Direction | null {
  if (!/\b(?:music|score|soundtrack|bgm)\b|音乐|配乐|乐/i.test(words)) return null
  if (/\b(?:no|without|off|remove|drop|lose|kill|mute|cut)\b|不要|去掉|关|无|没有|删/i.test(words)) return { kind: 'music', mood: 'off' }
  const mood = /\btoo\b|太/i.test(words) ? undefined : findMoods(words)[0]
  return mood ? { kind: 'music', mood: mood.value } : null
}

function voice(words: string): Direction | null {
  if (!/\b(?:voice|voice-?over|narrator|narration|reader)\b|配音|旁白|声音|人声/i.test(words)) return null
  if (/\b(?:no|without|off|remove|mute)\b|不要|去掉|关|无|没有/i.test(words)) return { kind: 'voice', voice: 'off' }
  const named = /(?:voice|narrator|narration|配音|旁白|声音|人声)\s*(?::|：|=|to|is|should be|as|用|换成|改成|改为)\s*(.+)$/i.exec(words)?.[1]
  if (named) return { kind: 'voice', voice: named.replace(/^["“]|["”]$/g, '').trim() }
  const kind = /\b(wom[ae]n|female|m[ae]n|male|child|deep|old)\b|(女声|男声|童声|老人|女|男)/i.exec(words)
  return kind ? { kind: 'voice', voice: kind[0] } : null
}

/** «make it 60 seconds», 「改成一分钟」, «shorter», «20% longer». */
function length(words: string, board: NoteBoard): Direction | null {
  const bare = words
    .replace(/^(?:please\s+)?(?:make|cut|trim|set|bring|keep|get)?\s*(?:it|the (?:whole )?(?:film|movie|video|cut|thing)|everything|the length|length|整体|全片|整部片?子?|影片|视频|片子|总?时长|总长|把)?\s*(?:down\s+)?(?:should be|is|to|at|last|about|around|under|改成|改为|改到|压缩到|缩短到|控制在|变成|做成|做到|设为|大约|约|为|[:：])?\s*(?:about|around|under|大约|约)?\s*/i, '')
    .replace(/\s*(?:long|in total|total|in all|max(?:imum)?|tops|at most|最多|左右|以内|长|吧)$/i, '')
  const seconds = parseSeconds(bare)
  if (seconds !== null && seconds > 0 && !/^\d+(\.\d+)?$/.test(bare)) return { kind: 'length', seconds }
  const total = board.shots.reduce((sum, shot) => sum + shot.seconds, 0)
  const wanted = total > 0 ? scaled(words, total) : null
  return wanted === null ? null : { kind: 'length', seconds: wanted }
}
