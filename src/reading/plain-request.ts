/** A polite request as the order it is: «could you make 2.4 darker?» → «make 2.4 darker»; 「能不能把2.4调暗一点？」→「把2.4调暗一点」. */
export function plainRequest(line: string): string {
  let words = withoutMarks(line).replace(/(?<=\p{L})’(?=\p{L})/gu, "'")
  const asked = /[?？]\s*$/.test(words)
  const before = words
  words = words.replace(tail, '')
  for (let opened = opening(words); opened !== words; opened = opening(words)) words = opened
  words = words.replace(/^(?:for|in|on)\s+(?:shot\s+)?(\d[\d.]*)[,:]?\s+(?:can|could|would) (?:you|we)(?: please)?\s+/i, '$1: ')
  words = words.replace(/(?<=[\d镜个头幕])\s*(?:可不可以|能不能|可以|能|应该)(?=[再更加改换用是有要去])/g, '').replace(tail, '')
  // What begins like a question and was no request stays one.
  return asked && words === before.replace(tail, '') && /^(?:why|what|how|who|when|where|which|is|are|am|was|were|does|do|did|should|will|has|have)\b|为什么|怎么|是不是|哪/i.test(words) ? before : words.trim()
}

/** Without the names, emoji and links that Discord's people put around their words. */
export const withoutMarks = (line: string) => line.replace(/<a?:\w+:\d+>|<@[!&]?\d+>|<#\d+>|https?:\/\/\S+/g, ' ').replace(/[ \t]{2,}/g, ' ').trim()

const tail = /(?:[\s,，]*(?:(?<![a-z])(?:please|pls|plz|thanks|thank you|thx|ty|lol|haha+|i think|imo|for now|if possible|actually)|(?:行|好|可以|好不好|行不行)(?:吗|么)|谢谢|哈哈+|(?<=[点景远近暗亮里头镜张个])(?:吗|呢|啊|哦|呀)|(?<=[\p{Script=Han}A-D])[吧呗]|[?？😂🙏🙂😊]))+\s*[.!。！]*$/iu

const opening = (words: string) => openings.reduce((left, [pattern, becomes]) => left.replace(pattern, becomes), words)

const openings: [RegExp, string][] = [
  [/^(?:hey|hi|ok(?:ay)?|so|well|oh|and|but|also|ha(?:ha)+|lol|lmao|um+|hm+|yes|yeah|yep|right|nice|cool|great|please|pls|maybe|perhaps|actually|honestly|just|then|now|guys|team|redcliff)(?:[\s,，!.]+|(?<=[,!.])\s*)(?=\S)/i, ''],
  [/^(?:can|could|would|will) (?:you|we|u|i|someone)(?: all| guys)?(?: please)?(?: (?:get|have|see))?\s+/i, ''],
  [/^(?:i|we) (?:do not|don't) (?:need|want)\s+/i, 'drop '],
  [/^(?:i|we)(?: really| just)? (?:think|feel|guess|believe|say|reckon)(?: that)?\s+/i, ''],
  [/^(?:i|we)(?:'d| would)?(?: really| just)? (?:like|want|need|prefer|love)(?: you)?(?: to(?: have| see| get)?)?\s+(?=.*\d|to\b|more\b|a\b)/i, ''],
  [/^(?:i|we|you) (?:should|could|might|must|have to|need to|gotta)\s+(?:probably |maybe |just )?/i, ''],
  [/^(?:how|what) about(?: if)?\s+/i, ''],
  [/^what if (?:we |you )?(?:made |make |had |did )?/i, ''],
  [/^(?:let's|lets|let us)\s+(?:try |do |have )?/i, ''],
  [/^(?:麻烦(?:你|大家)?|劳驾|拜托|帮我|帮忙|我(?:们)?(?:觉得|认为|感觉|想要?|希望)|希望|感觉|要不(?:要|然)?|不如|那(?:就|么)|嗯+|哈哈+|能不能|能否|可不可以|可否)[，,\s]*(?=\S)/, ''],
  [/^(?:请|可以|好的?|行|能)[，,\s]*(?=[把给将让用去再加改换删]|\d|所有|每|开拍|定剪|第)/, ''],
]
