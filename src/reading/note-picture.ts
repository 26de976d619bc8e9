/** «remove the crow», «no people», 「去掉乌鸦」,「把船拿掉」: what is not to be seen any more. */
export function removed(words: string): string | null {
  if (words.length > 120) return null
  const match = /^(?:please\s+)?(?:remove|delete|lose|erase|hide|drop|take (?:out|away)|get rid of|cut out|there (?:is|are) no|(?:should )?(?:have|with) no|no more|no|without)\s+(?:the|any|all(?: the)?|that|those|these)?\s*(.+?)(?:\s+(?:from|in|out of|out)(?:\s+(?:it|this|there|the (?:picture|shot|frame)))?)?$/i.exec(words)
    ?? /^(?:请)?(?:去掉|去除|删掉|删去|删除|拿掉|移除|移走|擦掉|不要出现|不要有|不要|不能有|没有)(?:里面的?|画面[里中]?的?|那[个只些艘]|的)?(.+?)(?:了|吧)?$/.exec(words) ?? /^(?:请)?(?:把|将)?的?(.+?)(?:去掉|删掉|删去|删除|拿掉|移除|移走|擦掉)(?:了|吧)?$/.exec(words)
  const what = match?.[1]?.trim() ?? ''
  return what === '' || what.length > 60 || notSeen.test(what) ? null : what
}

const notSeen = /\b(?:music|score|voice|narration|lines?|dialogue|subtitles?|captions?|dissolves?|fades?|cuts?|transitions?|camera|movement|moves?|push|pull|pan|tilt|zoom|seconds?|shots?|it|this|that|problem|changes?)\b|音乐|配乐|声音|旁白|台词|对白|字幕|转场|运镜|镜头|秒|问题/i

/** Something more to be seen: asked for with «more», «add», 「加」, a word of light or weather, or anything short after «2.4:». */
export function added(words: string, described: boolean): string | null {
  if (/^(?:i|you|he|she|they|we|my|your|his|her|it's|it is|that's|is|are|was|looks?|feels?)\b/i.test(words) && !/^(?:is|are|looks?) (?:at|in)\b/i.test(words)) return null
  if (/^(?:no|not|without|remove|delete|lose|less|fewer|don't|去掉|删|不要|没有|少|别)/i.test(words) || words.length > 200) return null
  const plain = words.replace(/^(?:please\s+)?(?:(?:make|let)(?: (?:it|this|the (?:picture|shot|frame|image|whole thing)))?\s+(?:be\s+)?|should (?:be|have)\s+|(?:add|put|include)(?: in)?\s+|(?:应该)?(?:都|全)?(?:是|在)(?=.*[夜晚晨昏雨雪雾天里中])|调(?=[暗亮冷暖红蓝])|多加|加上?(?=[^强]|$)|添加?|增加|(?:再)?来(?=[一点])|要有|(?:都|全部?)?(?:改成|改为|变成|换成)|让)\s*/i, '').trim()
  if (plain === '') return null
  const sized = grown(plain)
  if (sized !== null) return sized
  const asked = plain !== words || /^(?:more|with|some|another|extra|bigger|larger|smaller|taller|更|多|加|有|再)/i.test(words) || seen.test(words)
  return asked || (described && words.split(/\s+/).length <= 25) ? plain : null
}

/** «The boat should be bigger» is a bigger boat. */
function grown(words: string): string | null {
  const english = /^the (\p{L}+) (?:(?:should|could|must) be |is |to be )?((?:much |a (?:bit|little) )?\p{L}+er)$/iu.exec(words)
  if (english) return `${english[2]} ${english[1]}`
  const chinese = /^的?(\p{Script=Han}{1,4}?)(?:再|要|应该|可以)?(?:(太)([大小高矮多少])了?|(?:更|变)?([大小高多])(?:一?点|一些))$/u.exec(words)
  const size = chinese?.[2] ? opposite[chinese[3] ?? ''] : chinese?.[4]
  return chinese && size ? `更${size}的${chinese[1]}` : null
}

const opposite: Record<string, string> = { 大: '小', 小: '大', 高: '矮', 矮: '高', 少: '多' }

const seen = /\b(?:dusk|dawn|night|day|noon|morning|evening|sunset|sunrise|moonlight|moonlit|moon|rain|rainy|snow|snowy|fog|foggy|mist|misty|storm|stormy|windy|cloudy|warm(?:er)?|cold(?:er)?|cool(?:er)?|dark(?:er)?|bright(?:er)?|light(?:er)?|redder|bluer|busier|emptier|candle ?light|golden hour|backlit|silhouettes?)\b|黄昏|傍晚|夜|清晨|黎明|日出|日落|正午|雨|雪|雾|月|风|暴|云|暖|冷|暗|亮|逆光|剪影/i
