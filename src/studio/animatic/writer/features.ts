import type { Language } from '../../../film/brief.ts'

/** What in a text asks something of the camera, each 0…1 or a word. */
export type Features = {
  vast: boolean
  feeling: boolean
  travel: boolean
  rising: boolean
  chaos: boolean
  still: boolean
  approach: boolean
  reveal: boolean
  proud: boolean
  uncanny: boolean
  looking: boolean
  /** A thing that fills a frame: the flute, the letter. In the text's own word. */
  thing: string | null
  /** Something to see at all, or only thought. */
  visible: boolean
}

export const features = (text: string): Features => ({
  vast: /[天地海江山河川原漠霄穹茫顷]|千里|万里|万顷|宇宙|苍茫|无边|无穷|世界|\b(?:sea|sky|ocean|mountains?|horizon|valley|desert|plains?|world|universe|stars|city|skyline|coast|fields?|cliffs?|storm)\b/iu.test(text),
  feeling: /[泪哭泣悲哀愁忧叹笑爱恨怕怨慕愀羡]|心[里中头]|思念|孤独|沉默|\b(?:tears?|wept|weep\w*|cr(?:y|ied|ies)|smil\w*|laugh\w*|love\w*|afraid|fear\w*|lonely|alone|heart|breath|face|eyes|whisper\w*|sorry|grief|remember\w*|goodbye|silent|silence|home)\b/iu.test(text),
  travel: /[游泛驾行走跑骑航奔追逃驶归渡飘流]|穿过|出发|赶路|\b(?:walk\w*|ran|runs?|running|rode|rides?|riding|driv\w+|drove|sail\w*|row\w*|boat(?:ing)?|march\w*|travel\w*|cross\w*|climb\w*|pedal\w*|flew|fl(?:y|ies|ying)|follow\w*|chas\w*|hurr\w*|drift\w*)\b/iu.test(text),
  rising: /月出|升起|日出|仰望|抬头|登[高仙楼]|羽化|飞|高塔|\b(?:rises?|rose|rising|looked up|looks up|tower|towering|lighthouse stood|above|overhead|stars|moon|sky ?scraper)\b/iu.test(text),
  chaos: /追|逃|战|打斗|爆炸|惊|急|乱|摔|撞|\b(?:chas\w*|fight\w*|fought|crash\w*|explo\w*|scream\w*|panic\w*|sprint\w*|swerv\w*|skid\w*|stumbl\w*|brak\w*)\b/iu.test(text),
  still: /静|寂|停|凝|不动|不兴|坐|睡|等|\b(?:still|quiet\w*|silent\w*|wait\w*|sat|sits?|sleep\w*|asleep|stood|stopp?\w*|nothing|empty)\b/iu.test(text),
  approach: /近|凝视|看着|注视|低声|忽然想|\b(?:close[rd]?|near\w*|stare[sd]?|leans?|leaned|approach\w*|toward|whisper\w*|turn(?:s|ed) to)\b/iu.test(text),
  reveal: /原来|只见|出现|显出|不见|空空|尽头|安在|而今|\b(?:reveal\w*|appear\w*|at last|beyond|behind (?:him|her|it) |turns out|nobody|no one|gone|vanish\w*|disappear\w*|was empty)\b/iu.test(text),
  proud: /雄|霸|英雄|将军|帝|豪|王者|横槊|\b(?:hero\w*|king|queen|general|proud\w*|triumph\w*|victor\w*|giant|monument\w*)\b/iu.test(text),
  uncanny: /鬼|诡|噩梦|\b(?:ghost\w*|strange\w*|nightmare|dizzy|drunk|uncanny|wrong|terror|terrible)\b/iu.test(text),
  looking: /[望看见眺瞰]|\b(?:look(?:s|ed|ing)? (?:at|out|down|into|up)|saw|sees|watch\w*|gaz\w*|star(?:es|ed|ing) at)\b/iu.test(text),
  thing: thingIn(text),
  visible: visible.test(text),
})

function thingIn(text: string): string | null {
  const match = things.exec(text)
  return match ? match[0] : null
}

const things = /洞箫|箫|酒杯|匏樽|书信|一封信|信封|信(?=[，。上里纸])|照片|钥匙|油灯|灯笼|纸袋|包裹|蜡烛|手机|怀表|长剑|宝剑|毛笔|琴弦|铜镜|茶杯|伞|\b(?:(?:paper )?bag|letter|envelope|photograph|photo|key|keys|lamp|lantern|lens|candle|clock|watch|phone|sword|ring|cup|glass|bell|oil can|can of oil|parcel|package|book|logbook|pen|match|matches|switch|doorbell|bicycle bell|umbrella|kettle|hands?|bread|map|notebook|ticket|box|wheel|chain)\b/iu

const visible = /[苇茫顷浪波山水江河海湖天月日星云风雨雪雾花草树木林竹船舟桥楼塔城门窗灯火酒箫琴剑马鸟鹊鱼人客手眼街路车屋房夜光影旗幕岸石影]|\b(?:sea|sky|rain|wind|light|lamp|lens|man|woman|girl|boy|door|window|street|house|room|boat|ship|tree|river|mountain|bird|gulls?|hand|eyes|face|night|dawn|dusk|sun|moon|stars?|fire|snow|car|bicycle|train|road|stairs|steps|tower|beam|table|chair|cup|letter|book|clock|keeper|courier|city|forest|garden|field|cliff|dog|cat|horse|glass|oil|bell|bag|bridge|shop|kitchen|beach|water|steps|letter|flame|thunder|waves?)s?\b/iu

/** A thing's name with its article, as a picture would call it. */
export const theThing = (thing: string, language: Language): string =>
  language === 'zh' || /\p{Script=Han}/u.test(thing) ? thing : /s$/.test(thing) && !/ss$/.test(thing) ? `the ${thing.toLowerCase()}` : `the ${thing.toLowerCase()}`
