/** What people ask for and nobody here can do, with what can be done instead. Null for all else. */
export function cannot(phrase: string): string | null {
  const words = phrase.normalize('NFKC')
  const rule = rules.find(({ asked }) => asked.test(words))
  return rule ? (/\p{Script=Han}/u.test(words) ? rule.zh : rule.en) : null
}

const rules = [
  {
    asked: /\b(?:louder|volume|turn(?:ed)? (?:up|down))\b.*\b(?:voice|narrat\w*|music|score|sound|it)\b|\b(?:voice|narrat\w*|music|score|sound)\b.*\b(?:louder|volume|too loud|too quiet|turned? (?:up|down))\b|^(?:louder|turn it (?:up|down))$|quieter\s+(?:voice|narrat\w*)|(?:音乐|配乐|旁白|声音|配音|人声).*(?:大声|小声|响|音量|太大|太小)|^(?:大声|小声)一?点$/i,
    en: 'the mix balances voice and music by itself and cannot be turned. The music can have another mood, or be off; so can the voice.',
    zh: '人声和音乐由混音自动平衡，不能单独调音量。可以换音乐的情绪，或关掉音乐、旁白。',
  },
  {
    asked: /\b(?:faster|slower|speed up|slow down)\b.*\b(?:voice|narrat\w*|reading)\b|\b(?:voice|narrat\w*|reading)\b.*\b(?:faster|slower|too fast|too slow)\b|语速|(?:旁白|配音|读).*(?:[快慢])/i,
    en: 'the voice keeps its own pace. Make the shot shorter or longer, and a timed line is fitted into it.',
    zh: '旁白的语速固定。可以改镜头的时长，定了时长的台词会配合它。',
  },
  {
    asked: /\b(?:no|without|remove|drop|lose|hide|turn off|bigger|smaller)\b.*\b(?:subtitles?|captions?)\b|\b(?:subtitles?|captions?)\b.*\b(?:off|away|bigger|smaller|font)\b|(?:不要|去掉|关掉?|删掉?|没有).*字幕|字幕.*(?:去掉|关|删|大|小|字体)/i,
    en: 'subtitles belong to every line that is spoken. A shot without a line has none.',
    zh: '字幕跟着每句台词走；没有台词的镜头就没有字幕。',
  },
  {
    asked: /^(?:make|turn|change|switch)\s+(?:it|this|the (?:whole )?(?:film|movie|video|thing))?\s*(?:(?:in)?to\s+)?(?:be\s+)?(?:a\s+)?(?:vertical|portrait|horizontal|square|widescreen|\d+:\d+)(?:\s+(?:format|video|film))?$|^(?:vertical|portrait|square|\d+:\d+)(?:\s+(?:format|please))?$|(?:竖屏|横屏|竖版|横版|方形画幅)/i,
    en: 'the aspect of a film is fixed when it is opened. Open another with the aspect you want; the text can be the same.',
    zh: '画幅在开片时就定了。请用同样的文字另开一部，选好画幅。',
  },
  {
    asked: /\b(?:4k|8k|uhd|2160p|1440p|\d{2,3}\s?fps)\b|帧率|超高清/i,
    en: 'a film is 720p or 1080p at 24, 25 or 30 frames a second, chosen when it is opened.',
    zh: '影片是 720p 或 1080p，每秒 24、25 或 30 帧，开片时选定。',
  },
]
