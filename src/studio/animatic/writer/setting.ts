import type { Language } from '../../../film/brief.ts'

/** Where and when, as far as a text has said so. Kept from sentence to sentence until it changes. */
export type Setting = { place: string | null; hour: string | null; weather: string | null }

export const noSetting: Setting = { place: null, hour: null, weather: null }

/** What a text says of place, hour and weather, over what held before. The first place named wins: later ones are mostly only spoken of. */
export function readSetting(text: string, before: Setting = noSetting): Setting {
  return {
    place: stillInside(before.place, first(places, text)),
    hour: stillMoonlit(before.hour, first(hours, text)),
    weather: first(weathers, text) ?? before.weather,
  }
}

/** A description that says nothing but where and when, in our own words. */
export const onlySetting = (text: string): boolean => text !== '' && text.split(/，|, /u).every((part) => labels.has(part))

export const inWords = (name: string | null, language: Language): string => {
  if (!name) return ''
  const [en = '', zh = ''] = name.split('|')
  return language === 'zh' ? zh : en
}

const stillMoonlit = (before: string | null, now: string | null) => (now === null || (now.startsWith('night') && before?.startsWith('moonlit')) ? before : now)

/** The keeper in his lamp room is still there when he is only named. */
const stillInside = (before: string | null, now: string | null) => (now === null || (now.startsWith('the lighthouse') && before?.startsWith('the lamp room')) ? before : now)

function first(table: readonly (readonly [string, RegExp])[], text: string): string | null {
  let best: { name: string; at: number } | null = null
  for (const [name, words] of table) {
    const at = text.search(words)
    if (at >= 0 && (!best || at < best.at)) best = { name, at }
  }
  return best?.name ?? null
}

/** `English|中文`, and the words that mean it. */
const places: readonly (readonly [string, RegExp])[] = [
  ['the river under the Chibi cliffs|赤壁之下的江面', /赤壁|\bred cliffs?\b|\bchibi\b/iu],
  ['the lamp room of the lighthouse|灯塔的灯室', /\blamp room|\blantern room|灯室|塔顶的灯/iu],
  ['the lighthouse|灯塔', /\blight ?house|\bkeeper\b|\bgallery rail|灯塔/iu],
  ['a great river|江面', /长江|大江|江[面上水畔边中心]|\briver(?:side|bank)?\b|黄河|河[边面上岸水]|春江|江天/iu],
  ['a lake|湖面', /西湖|湖|洞庭|\blake\b|秋水|\bpond\b/iu],
  ['the sea|海上', /\bsea\b|\bocean\b|\bshore\b|大海|海[上面边浪]|沧海|\bwaves\b/iu],
  ['a beach|海滩', /\bbeach\b|海滩|沙滩/iu],
  ['a harbour|港口', /\bharbou?r\b|\bpier\b|\bquay\b|\bdocks?\b|码头|港|渡口/iu],
  ['the mountains|山中', /\bmountains?\b|\bhills?\b|\bpeak\b|\bsummit\b|\bvalley\b|[泰庐群青远高]山|山[中间上顶峰川丘]|岱宗|绝顶|登高|千山/iu],
  ['a forest|林中', /\bforest\b|\bwoods?\b|\bjungle\b|森林|树林|松下|林中/iu],
  ['a bamboo grove|竹林', /bamboo|竹/iu],
  ['a desert|沙漠', /\bdesert\b|\bdunes?\b|沙漠|大漠/iu],
  ['open fields|原野', /\bfields?\b|\bmeadow\b|\bfarm\b|\bprairie\b|田野|麦田|草原|原野|田里/iu],
  ['a garden|庭院', /\bgarden\b|\bcourtyard\b|\bpark\b|花园|庭院|院子|公园/iu],
  ['a snowfield|雪原', /\bsnowfield\b|\barctic\b|\bglacier\b|\bantarctic|雪原|雪地|冰原|南极|北极/iu],
  ['a city street|城市街道', /城市街|\bstreets?\b|\balley\b|\bcrossroads?\b|\bavenue\b|\bcrossing\b|\bpavement\b|\btraffic\b|街|巷|胡同|马路|路口/iu],
  ['the city|城市', /\bcity\b|\btown\b|\bskyline\b|\bdowntown\b|城市|都市|长安|城[中里]/iu],
  ['a rooftop|天台', /\brooftop\b|\broof\b|天台|屋顶/iu],
  ['a bridge|桥上', /\bbridge\b|桥/iu],
  ['a staircase|楼梯间', /\bstair(?:case|well)\b|楼梯|楼道/iu],
  ['a doorway|门口', /\bdoorway\b|\bdoorstep\b|门口/iu],
  ['a kitchen|厨房', /\bkitchen\b|厨房/iu],
  ['a cafe|咖啡馆', /\bcaf[eé]\b|\bcoffee ?shop\b|\bbar\b|\brestaurant\b|咖啡|酒馆|餐馆|面馆|茶馆/iu],
  ['a shop|店里', /\bshop\b|\bbakery\b|\bstore\b|\bmarket\b|书店|商店|店里|市场|面包店/iu],
  ['an office|办公室', /\boffice\b|办公室|公司/iu],
  ['a school|学校', /\bschool\b|\bclassroom\b|学校|教室/iu],
  ['a hospital room|病房', /\bhospital\b|\bward\b|医院|病房/iu],
  ['a railway station|车站', /\bstation\b|\bplatform\b|车站|站台/iu],
  ['a train|列车上', /\b(?:on|in|into|aboard|inside) (?:the|a|an|his|her) (?:\w+ )?(?:train|carriage|subway)\b|火车[里上]|列车[里上]|地铁[里上]|车厢/iu],
  ['a car|车里', /\b(?:in|into|inside) (?:the|a|his|her) (?:\w+ )?(?:car|taxi|cab)\b|出租车[里上]|车里|车内/iu],
  ['a palace|宫殿', /\bpalace\b|\bthrone\b|宫|滕王阁|高堂|殿/iu],
  ['a temple|寺院', /\btemple\b|\bmonastery\b|\bchurch\b|寺|庙/iu],
  ['a castle|城堡', /\bcastle\b|\bfortress\b|城堡/iu],
  ['a battlefield|战场', /\bbattle(?:field)?\b|\bwar\b|战场|战争/iu],
  ['a village|村庄', /\bvillage\b|村|人家|小镇/iu],
  ['a room|屋里', /\broom\b|\bbedroom\b|\bapartment\b|\bflat\b|\bhouse\b|\bhome\b|\bhallway\b|\bbed\b|房间|屋[里内]|卧室|家里|床前|老屋/iu],
  ['a road|路上', /\broad\b|\bhighway\b|\bpath\b|公路|古道|路上|小路/iu],
  ['outer space|太空', /\bspace\b|\borbit\b|\bgalaxy\b|\bcosmos\b|\buniverse\b|太空|宇宙|银河|飞船/iu],
  ['under water|水下', /\bunder ?water\b|\bsea ?bed\b|水下|海底|龙宫/iu],
  ['the open sky|天空', /\bsky\b|\bclouds\b|天空|云海|长空|(?<!聊)天地/iu],
]

const hours: readonly (readonly [string, RegExp])[] = [
  ['dawn|黎明', /\bdawn\b|\bsunrise\b|\bdaybreak\b|\bfirst light\b|黎明|清晨|破晓|日出|既白|拂晓|凌晨|\bmorning\b|早晨|早上/iu],
  ['dusk|黄昏', /\bdusk\b|\bsunset\b|\btwilight\b|\bevening\b|黄昏|傍晚|夕阳|落日|斜阳|落霞|日暮|唱晚|依山尽/iu],
  ['moonlit night|月夜', /\bmoon\w*\b|[明之江圆残孤]月|月[光亮色出明夜]|既望/iu],
  ['night|夜', /\bnight\b|\bmidnight\b|\bstars\b|夜|星空|半夜/iu],
  ['day|白天', /\bnoon\b|\bdaylight\b|\bafternoon\b|\bsun(?:light|shine|ny)\b|正午|白天|阳光|中午|下午|白日/iu],
]

const weathers: readonly (readonly [string, RegExp])[] = [
  ['clear sky|天晴', /\b(?:rain|storm|snow)\w* (?:had |has )?(?:stopped|ended|passed)|[雨雪][停住过]了?|放晴/iu],
  ['rain|雨', /\brain\w*\b|\bdrizzle\b|\bdownpour\b|\bpuddles?\b|雨/iu],
  ['a storm|暴风雨', /\bstorms?\b|\bthunder\b|\blightning\b|\bgale\b|暴风|雷|闪电|惊涛/iu],
  ['snow|雪', /\bsnow\w*\b|\bblizzard\b|雪/iu],
  ['mist|雾', /\bfog\w*\b|\bmist\w*\b|\bhaze\b|雾|烟波|云深/iu],
  ['wind|风', /\bwind(?:y|s)?\b|大风|狂风|风急|秋风|西风/iu],
]

const labels = new Set([...places, ...hours, ...weathers].flatMap(([name]) => name.split('|')))
