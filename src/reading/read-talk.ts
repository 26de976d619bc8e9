import type { Directions } from '../film/direction.ts'
import { withoutMarks } from './plain-request.ts'

/** What people want to be told rather than done; null when they ask nothing of the kind. */
export function readQuestion(text: string): NonNullable<Directions['question']> | null {
  const words = withoutMarks(text).normalize('NFKC').replace(/’/g, "'").replace(/^(?:hey|hi|ok(?:ay)?|so|and|嗯|那|请问)[,，\s]+/i, '').replace(/[\s?？!！.。~]+$/, '').trim()
  return questions.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

const questions: ['status' | 'cost' | 'help', RegExp][] = [
  ['cost', /^(?:how much|what)(?: (?:does|will|would|did|has|is|was))?(?: (?:it|this|that|the film|all this))?(?: (?:all|now|so far|be))*(?: (?:cost|the cost|the price|spent|costs?))?(?: (?:cost|so far|me|us))*$(?<=cost|costs|price|spent|so far|how much|cost me|cost us)|^(?:the )?(?:cost|price|budget)$|^(?:这|那|一共|总共|现在)*(?:要|得|需要|花了?)?(?:多少(?:钱)?|几块钱?)(?:了|啊|呢)?$|^(?:费用|花费|价格|预算)(?:是?多少|呢)?$/i],
  ['status', /^(?:status|progress|eta|update|news)$|^(?:any|what's the|whats the|what is the)\s+(?:status|progress|eta|update|news)s?\b|^(?:when|how soon)\b.*\b(?:done|ready|finish\w*|complete|over|come|see it)\b|^(?:is|are)\s+(?:it|this|that|the \w+|we|you|(?:shot )?\d[\d.]*)\s+(?:(?:all|almost|nearly|still)\s+)?(?:done|ready|finished|working|running|stuck|rendering|there)(?:\s+(?:yet|now|on it))?$|^how (?:long|far|much longer)\b|^(?:where|how far)(?: are)? we\b|^what(?:'s| is| are) (?:it|you|we|happening|going on)(?: doing)?(?: (?:right )?now)?$|^(?:done|ready|finished|almost done)(?: yet)?$(?<!^done)|^(?:第?[\d.]+镜?头?\s*)?(?:什么时候|几时|啥时候|多久).*(?:好|完|出|行|能看)|(?:好|完|做完|拍完|画完|弄好)了?(?:吗|没|没有)$|^(?:现在)?(?:进度|状态)(?:怎么样|如何|呢|怎样)?(?:了)?$|(?:到|做到|拍到|画到)(?:哪|什么)(?:一步|里|儿|程度)?了?|^还(?:要|得|需要)(?:多久|多长时间|等多久)/i],
  ['help', /^(?:help|\/help|commands|what can (?:i|we|you) (?:say|do|ask)(?: here)?|how (?:do|does|can) (?:i|we|it|this) (?:use|work|do)(?: (?:this|it|here))?|how does (?:this|it) work)$|^(?:帮助|怎么用|如何使用|用法|说明|能干什么|能说什么|我能说什么|可以说什么|怎么玩)$/i],
]

/** A word or two between people: nothing to be told of, even beside a direction. */
export const isInterjection = (phrase: string) => interjections.test(withoutMarks(phrase).replace(/[\p{Emoji_Presentation}\p{Extended_Pictographic}\u200d\ufe0f\s~～!！.。,，…]+/gu, ' ').trim())

const interjections = /^$|^(?:(?:l+o+l+|lmao|ro?fl|ha(?:ha)+|hehe|wow|whoa|omg|nice|cool|sweet|awesome|amazing|beautiful|great|brilliant|thanks?|thank you|thx|ty|hm+|um+|uh|oh|ah|hi|hey|hello|yo|bye|brb|gg|so|very|really|that's|it's|lov(?:e|ing) (?:it|this|that)|never ?mind|wait|hold on|no|nope|not yet|sorry|same|true|agreed|good (?:morning|night|evening|job|work|one)|[+]1)\s*)+$|^(?:哈+|呵+|嘿+|哇+|嗯+|哦+|噢|啊+|牛|赞|棒|好看|好棒|不错|完美|太棒了?|厉害|绝了?|谢+|多谢|辛苦了?|早|你好|等等|等一下|算了|没事|6+|[+]1|[了啊呀哦哈吧\s])+$/i

/** Whether somebody seems to want something done to the film: it names a part of it, or orders. */
export function looksDirected(text: string): boolean {
  const words = withoutMarks(text).normalize('NFKC').replace(/’/g, "'")
  if (leftAlone.test(words) || (praise.test(words) && !orders.test(words))) return false
  return named.test(words) || orders.test(words) || ordersInChinese.test(words)
}

/** Told of the film, to those who made it or to each other. */
const praise = /\b(?:looks?|is|are|was|were|feels?|seems?|so|really|very)\s+(?:so |really |very |absolutely |just |super )*(?:amazing|beautiful|great|funny|lovely|awesome|cool|stunning|gorgeous|nice|hilarious|cute|fire|sick|lit|epic|incredible|fantastic|wonderful|good|perfect|my fav\w*)\b|\b(?:love|loved|adore|made me|makes me)\b|(?<!不)(?:好听|好看|很美|太美|感人|喜欢|看哭|漂亮|精彩|震撼|可爱|很棒|太棒|真好|绝了)/i
const leftAlone = /\b(?:don't|do not) (?:touch|change)\b|\bkeep\b.*\bas (?:it )?is\b|\bshould stay\b|\bleave\b.*\b(?:alone|as)\b|别[动改]|不要[动改]|保持不变|先不[动改]/i
const named = /(?<![\d.:]|\b(?:v|version)\s*)\d{1,3}\.\d{1,3}(?![\d.]*\s*(?:am|pm|%|million|billion|万|亿|元|块|号|k|gb|mb|kg|km|m|米|公里|岁)(?![a-z镜]))|\b(?:shots?|acts?|close-?ups?|subtitles?|captions?|soundtrack|music|score|voice|narrat\w+|voice-?over|storyboard|script|credits)\s*#?\d*\b|镜头|分镜|第.{1,2}[幕镜]|特写|远景|近景|中景|全景|配乐|音乐|旁白|字幕|剧本|台词|片名|结尾|开头|运镜|转场/i
const orders = /^(?:(?:please|pls|can you|could you|can we|could we|let's|i want|we need|i'd like|ok|now)\s+)*(?:make|add|remove|delete|change|cut|drop|put|use|move|swap|shorten|lengthen|extend|trim|redraw|redo|recut|reshoot|replace|insert|turn|set|undo|lock|approve|pick|choose|circle|zoom|pan|tilt|push|pull|fade|dissolve|darken|brighten|slow|speed)\b(?!\s+(?:sense|sure|it up|off|out of here|my day|me laugh|a wish|love)\b)|\b(?:should be|needs? to be|too (?:dark|bright|long|short|slow|fast|close|wide|far|loud|busy|empty))\b|^(?:more|less|fewer)\s+\w+/i
const ordersInChinese = /^(?:请|把|将|给|让|麻烦|能不能|可不可以|能否)?.{0,6}(?:改成|改为|换成|去掉|删掉|删除|加上|加一|加个|缩短|延长|调整|调[暗亮高低快慢]|重画|重做|移到|放到|换掉|剪掉)|^(?:把|将).{2,}|(?:太|再|更)(?:暗|亮|长|短|快|慢|近|远|多|少|满|空|冷|暖)|[暗亮长短快慢近远冷暖](?:一?点|一些)/
