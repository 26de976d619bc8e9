import type { Language } from '../../../film/brief.ts'
import type { Era, Look, Mood } from '../../../film/look.ts'
import { chance, pick } from './chance.ts'
import { theThing, features } from './features.ts'
import { findCast } from './find-cast.ts'
import { judge, judgeMood } from './judge.ts'
import { inWords, readSetting } from './setting.ts'

/** A wish taken apart: what it is about, who, where, when, what thing; what it leaves open is chosen by the seed. */
export type Wish = {
  topic: string
  who: string
  /** A second person for stories that need two. */
  other: string
  gender: 'woman' | 'man' | 'unknown'
  place: string
  hour: string
  weather: string
  thing: string
  mood: Mood
  /** The mood was asked for in words, not only felt. */
  moodAsked: boolean
  era: Era
  look: Look | null
}

export function readWish(text: string, language: Language, seed: number): Wish {
  const topic = topicOf(text, language)
  const { era, look, mood } = judge(text, language, null)
  const cast = findCast(text, { language, era, seed })
  const setting = readSetting(text)
  const zh = language === 'zh'
  const stock = zh ? stocks.zh : stocks.en
  const named = (name: string) => (zh || /^\p{Lu}/u.test(name) ? name : `the ${name}`)
  const place = inWords(setting.place, language)
  const who = cast[0] ? named(cast[0].name) : pick(stock.who, seed, 'who')
  const other = cast[1] ? named(cast[1].name) : stock.other.filter((name) => name !== who)[Math.floor(chance(seed, 'other') * (stock.other.length - 1))] ?? stock.other[0]
  const thing = features(text).thing
  return {
    topic, who, other, gender: cast[0]?.gender ?? (/女|woman|girl/u.test(who) ? 'woman' : /男|老人|man|boy/u.test(who) ? 'man' : 'unknown'),
    place: place ? (zh ? standing(place) : place.replace(/^an? /, 'the ')) : era === 'modern' && cast[0] ? (zh ? '城市街头' : 'the city') : pick(stock.place, seed, 'place'),
    hour: inWords(setting.hour, language) || pick(stock.hour, seed, 'hour'),
    weather: inWords(setting.weather, language).replace(/^a /, '') || pick(stock.weather, seed, 'weather'),
    thing: thing ? theThing(thing, language) : pick(stock.thing, seed, 'thing'),
    mood, moodAsked: judgeMood(text) !== judgeMood(''), era, look: askedLook.test(text) ? look : null,
  }
}

/** 「桥上」 is where one stands; a story is about 「那座桥」. */
const standing = (place: string) => ({ 桥上: '那座桥', 海上: '大海', 路上: '那条路', 山中: '那座山', 林中: '那片林子', 屋里: '老屋', 店里: '小店', 车里: '车站', 列车上: '车站', 江面: '江边', 湖面: '湖边', 水下: '海底' })[place] ?? place

const askedLook = /ink[- ]wash|水墨|国画|古风|\bnoir\b|黑色电影|pencil|铅笔|flat (?:design|graphic)|扁平|gouache|watercolou?r|水粉|水彩/iu

/** The wish without «please make me a film about». */
function topicOf(text: string, language: Language): string {
  const first = text.trim().split(/\n/)[0]?.trim() ?? ''
  const bare = language === 'zh'
    ? first.replace(/^(?:请|帮我|给我|我想要?|我要|想要|希望|能不能|可以)*(?:拍|做|制作|生成|来|写|看)?(?:一[个部段条支])?(?:短片|电影|视频|影片|动画)?(?:关于|讲述?|讲的是|有关)?/u, '').replace(/的?(?:短片|电影|视频|影片|故事|动画|微电影)[。！!]?$/u, '').replace(/[。！!，,]$/u, '')
    : first.replace(/^(?:please |can you |could you |i(?:'d| would)? (?:want|like)(?: to (?:see|make|watch))? |make me |make |give me |show me |create |film )*(?:an? |the |some )?(?:short |little |animated |\d+[- ]second )*(?:film|movie|video|short|story|clip|animation)?\s*(?:about|of|where|in which|on)?\s*/iu, '').replace(/[.!]$/u, '')
  const topic = bare || first
  return topic.length > 60 ? topic.slice(0, 57).replace(/\s\S*$/u, '') + '…' : topic
}

const stocks = {
  en: {
    who: ['the old man', 'the girl', 'the traveller', 'the young woman', 'the boy'] as const,
    other: ['the stranger', 'the old friend', 'the ferryman', 'the neighbour'] as const,
    place: ['the river', 'the old house', 'the city', 'the mountains', 'the station'] as const,
    hour: ['dawn', 'dusk', 'night'] as const,
    weather: ['rain', 'snow', 'mist', 'wind'] as const,
    thing: ['the letter', 'the lantern', 'the key', 'the photograph', 'the watch'] as const,
  },
  zh: {
    who: ['老人', '女孩', '旅人', '少年', '女子'] as const,
    other: ['陌生人', '故人', '船夫', '邻居'] as const,
    place: ['江边', '老屋', '城市街头', '山中', '车站'] as const,
    hour: ['黎明', '黄昏', '夜'] as const,
    weather: ['雨', '雪', '雾', '风'] as const,
    thing: ['一封信', '灯笼', '钥匙', '老照片', '怀表'] as const,
  },
}
