import type { Language } from '../../../film/brief.ts'
import type { Era, Look, Mood } from '../../../film/look.ts'
import { isChinese, isClassical } from './split-text.ts'

/** Mood, era and look of a text, judged by its words. */
export function judge(text: string, language: Language, wanted: Look | null): { mood: Mood; era: Era; look: Look } {
  const era = judgeEra(text)
  const mood = judgeMood(text)
  return { mood, era, look: wanted ?? judgeLook(text, era, language) }
}

export const judgeMood = (text: string): Mood => most(moods, text) ?? (isClassical(text) ? 'serene' : 'wonder')

function judgeEra(text: string): Era {
  if (isClassical(text)) return 'ancient-china'
  return most(eras, text) ?? (/\p{Script=Latin}/u.test(text) || isChinese(text) ? 'timeless' : 'timeless')
}

function judgeLook(text: string, era: Era, language: Language): Look {
  const named = lookNames.find(([, words]) => words.test(text))
  if (named) return named[0]
  const scored = most(lookWords, text)
  if (era === 'ancient-china') return 'ink-wash'
  if (scored) return scored
  return era === 'future' ? 'flat' : language === 'zh' && era === 'timeless' ? 'gouache' : 'gouache'
}

function most<Name extends string>(table: readonly (readonly [Name, RegExp])[], text: string): Name | null {
  const counted = table.map(([name, words]) => ({ name, count: text.match(words)?.length ?? 0 }))
  const best = counted.reduce<{ name: Name | null; count: number }>((top, next) => (next.count > top.count ? next : top), { name: null, count: 0 })
  return best.name
}

const moods = [
  ['melancholy', /\b(?:last|alone|lonely|lone|sad\w*|grief|griev\w*|tears?|wept|weep\w*|lost|loss|farewell|goodbye|remember\w*|memor\w*|empty|grave|autumn|gone|dying|died|dead|never again|old|silence)\b|[愁悲哀泪泣孤独别离忆逝寂寞怆老秋残落叹怨]|失去|再也/giu],
  ['tense', /\b(?:chase\w*|run|runs|ran|gun|knife|blood|danger\w*|hunt\w*|murder\w*|fear\w*|escape\w*|hurry|late|alarm|siren\w*|shadow\w*|detective|crime|follow(?:ed|ing) (?:him|her|me)|thriller)\b|追|逃|枪|血|危险|凶|警|侦探|杀|紧张|悬疑/giu],
  ['epic', /\b(?:war|battle\w*|army|armies|fleet|empire|king|hero\w*|sword\w*|mountains?|conquer\w*|thunder|epic|storms?|banners?)\b|英雄|战|千里|万里|旌旗|将军|雄|壮|江山|天下|豪|滚滚|浩浩/giu],
  ['joyful', /\b(?:laugh\w*|joy\w*|happy|dance\w*|play\w*|party|sunny|smil\w*|festival|birthday|funny|comedy|sing\w*)\b|笑|欢|乐|喜|庆|玩|舞|有趣|搞笑/giu],
  ['mysterious', /\b(?:myster\w*|secret\w*|strange\w*|fog|ghost\w*|whisper\w*|unknown|magic\w*|spell|witch|dream\w*|door)\b|神秘|秘密|奇怪|鬼|梦|幽|谜|魔|诡/giu],
  ['romantic', /\b(?:love\w*|kiss\w*|heart|bride|wedding|lovers?|sweetheart|romance|romantic|darling)\b|爱|恋|相思|佳人|情人|新娘|浪漫/giu],
  ['wonder', /\b(?:stars?|cosmos|universe|galax\w*|planet\w*|wonder\w*|sky|moon|light|infinite|miracle\w*|whales?)\b|宇宙|星|银河|奇迹|天地|飞|仙|苍穹/giu],
  ['serene', /\b(?:quiet\w*|calm\w*|still|peace\w*|gentle|gently|slow|slowly|breeze|garden|river|lake|snow|morning|tea)\b|静|清|缓|柔|微风|舟|箫|波|泛|优美|徐|闲|茶|月|山水|田园/giu],
] as const satisfies readonly (readonly [Mood, RegExp])[]

const eras = [
  ['future', /\b(?:spaceships?|robots?|androids?|galax\w*|mars|orbit\w*|cyber\w*|starships?|astronauts?|laser\w*|future|20[5-9]\d|2[1-9]\d\d)\b|飞船|机器人|未来|太空|火星|赛博|宇航/giu],
  ['modern', /\b(?:cars?|phones?|bus(?:es)?|taxi|train|subway|streets?|city|office|computer|screen|bicycle|bike|courier|coffee|television|radio|electric\w*|neon|apartment|elevator|lift|airport|traffic|automatic|engine|motor\w*|detective|lighthouse|inspector|1[89]\d\d|20[0-4]\d)\b|手机|汽车|地铁|电脑|城市|咖啡|公交|自行车|电动车|快递|办公室|出租车|电话|霓虹|火车|学校|外卖|街头|上班/giu],
  ['ancient-west', /\b(?:knights?|castle|king|queen|princess|prince|sword|dragon|wizard|witch|carriage|monk|viking\w*|roman|medieval|thou|thee|thy|minstrel|inn)\b|骑士|城堡|国王|公主|王子|巫师/giu],
  ['ancient-china', /[舟酒剑侠仙妃朝廷]|古代|古风|唐|宋|赤壁|苏轼|李白|杜甫|皇帝|将军|诗词|书生|王朝|江湖|长安|武侠|\b(?:ancient china|tang dynasty|song dynasty|ming dynasty|red cliff|chibi)\b/giu],
] as const satisfies readonly (readonly [Era, RegExp])[]

const lookWords = [
  ['noir', /\b(?:noir|detective|gun|murder\w*|trench coat|rain-slick|cigarette|private eye|femme fatale|gangster\w*|black and white)\b|黑色电影|侦探|凶手|黑白|枪声/giu],
  ['flat', /\b(?:explain\w*|product|app|startup|infographic|cyber\w*|neon|robots?|spaceships?|courier|advert\w*)\b|产品|科普|广告|赛博|快递|机器人/giu],
] as const satisfies readonly (readonly [Look, RegExp])[]

const lookNames: readonly (readonly [Look, RegExp])[] = [
  ['ink-wash', /ink[- ]wash|水墨|国画|古风/iu],
  ['noir', /\bfilm noir\b|\bnoir\b|黑色电影/iu],
  ['pencil', /\bpencil\b|\bsketch\b|铅笔|素描/iu],
  ['flat', /\bflat (?:design|graphic|illustration)\b|扁平/iu],
  ['gouache', /\bgouache\b|\bwatercolou?r\b|水粉|水彩/iu],
]
