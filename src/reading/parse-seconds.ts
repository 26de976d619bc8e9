/** «6», «6 s», «2.5秒», «0:06», «1分20秒», «4-6s» (the middle), «half a minute». Null when it is no length of time. */
export function parseSeconds(text: string): number | null {
  const said = text.normalize('NFKC').toLowerCase().replace(/[′’]/g, "'").replace(/^(约|大约|about|approx\.?|~|≈)\s*/, '').trim()
  if (said === '半分钟' || said === 'half a minute') return 30
  const clock = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/.exec(said)
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  const range = /^(\d+(?:\.\d+)?)\s*(?:[-~–—到至]|to)\s*(\d+(?:\.\d+)?)\s*(?:s|sec|secs|seconds?|秒|秒钟|")?$/.exec(said)
  if (range) return (Number(range[1]) + Number(range[2])) / 2
  const parts = new RegExp(`^(?:(${number})\\s*(?:hours?|h|小时|个小时))?\\s*(?:(${number})\\s*(?:minutes?|mins?|m|分钟|分|'))?\\s*(?:(${number})\\s*(?:seconds?|secs?|s|秒钟|秒|"|''|″)?)?$`).exec(said)
  if (!parts || !/\d|minute|min|second|sec|hour|秒|分|小时/.test(said)) return null
  return count(parts[1]) * 3600 + count(parts[2]) * 60 + count(parts[3])
}

const number = '\\d+(?:\\.\\d+)?|one|two|three|a|[一二两三四五六七八九十]+'
const words: Record<string, number> = { a: 1, one: 1, two: 2, three: 3 }
const count = (text: string | undefined) => (text === undefined ? 0 : (words[text] ?? (/\d/.test(text) ? Number(text) : chineseNumber(text))))

/** Up to 99: enough for acts, shots and minutes. */
export function chineseNumber(text: string): number {
  const digit = (character: string | undefined) => (character ? Math.max(0, ' 一二三四五六七八九'.indexOf(character.replace('两', '二'))) : 0)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  return (text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones)
}
