import { ShotNumber } from '../film/storyboard.ts'
import { chineseNumber } from './parse-seconds.ts'

/** «镜1», «Shot 03», «1-2», «１．２», «1A», «第三镜» → `1`, `3`, `1.2`, `1.2`, `1.1`, `3`. Null when it is no shot number. */
export function readNumber(text: string): ShotNumber | null {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[*_`~()[\]【】]/g, '').trim()
  const bare = plain
    .replace(/^(?:(?:shot|scene|no\.?|number|sc|sh|s|#|分镜|镜头|镜号|镜|场|第)[\s.:#-]*)+(?=[\da-z一二三四五六七八九十])/, '')
    .replace(/\s*(?:号镜头|号镜|镜头|分镜|镜|号|场)?[.、,。:]*$/, '')
  if (/^[一二三四五六七八九十]{1,3}$/.test(bare)) return checked(String(chineseNumber(bare)))
  const nested = bare.replace(/\s*(?:shot|sh|镜头?|[-–—_.、。/])\s*/g, '.').replace(/(\d)\.?([a-z])(?=$|\.|\d)/g, (_, digit, letter) => `${digit}.${letter.charCodeAt(0) - 96}`)
  return checked(nested.replace(/(^|\.)0+(?=\d)/g, '$1'))
}

const checked = (number: string) => (ShotNumber.safeParse(number).success ? number : null)

/** Negative when `a` comes before `b` on a storyboard: 1.2 < 1.2.1 < 1.10. */
export function compareNumbers(a: ShotNumber, b: ShotNumber): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
