import { parseSeconds } from './parse-seconds.ts'

/** A length after a relative word: «longer», «20% shorter», «half as long», «two seconds longer», «too long». Null when there is none. */
export function scaled(words: string, seconds: number): number | null {
  const longer = /\b(?:longer|extend|stretch|lengthen|too short|hold(?! on\b)|linger)\b|延长|长一?点|长一些|更长|太短|加长/i.test(words)
  const shorter = /\b(?:shorter|shorten|trim|tighter edit|too long|drags|drag|dragging|cut down)\b|缩短|拖沓|有点拖|太拖|短一?点|短一些|更短|太长|剪短/i.test(words)
  const twice = /\b(?:twice as long|double(?: the length)?)\b|两倍长|加倍|翻倍/i.test(words)
  const half = /\bhalf (?:as long|the length)\b|一半长|减半|缩短一半/i.test(words)
  if (twice || half) return tidy(seconds * (twice ? 2 : 0.5))
  if (longer === shorter) return null
  const percent = /(\d{1,3})\s*%/.exec(words)?.[1]
  const step = /((?:\d+(?:\.\d+)?|one|two|three|a|[一二两三四五六七八九十]+)\s*(?:seconds?|secs?|s\b|秒))/i.exec(words)?.[1]
  if (percent) return tidy(seconds * (1 + (Number(percent) / 100) * (longer ? 1 : -1)))
  const by = step ? parseSeconds(step) : null
  if (by !== null && !/\b(?:to|until)\b|到/.test(words)) return tidy(seconds + (longer ? by : -by))
  if (by !== null) return tidy(by)
  return tidy(seconds * (longer ? 1.25 : 0.8))
}

/** Never shorter than half a second; whole milliseconds. */
export const tidy = (seconds: number) => Math.max(0.5, Math.round(seconds * 1000) / 1000)
