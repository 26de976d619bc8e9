import type { MoveSpeed } from '../film/camera-move.ts'
import type { Direction, ShotChange } from '../film/direction.ts'
import { shotSizes, type ShotSize } from '../film/shot-size.ts'
import type { NoteBoard, NoteShot } from './note-board.ts'
import { scaled, tidy } from './note-length.ts'
import type { Addressed } from './note-shots.ts'
import { findAngles } from './parse-angle.ts'
import { added, removed } from './note-picture.ts'
import { parseMove } from './parse-move.ts'
import { parseSeconds } from './parse-seconds.ts'
import { findSizes } from './parse-size.ts'
import { findTransitions } from './parse-transition.ts'
import { leftover } from './phrase-book.ts'

/** What a phrase asks of the shots it names; null when it is not understood. Shots that change alike share a direction. */
export function changeShots(words: string, { numbers, described }: Addressed, { shots }: NoteBoard): Direction[] | null {
  const said = words.normalize('NFKC').trim()
  if (said === '' || /[?？]$|^(?:why|what|how|who)\b|为什么|怎么|是不是/i.test(said)) return null
  if (drops.test(said)) return [{ kind: 'drop', numbers }]
  if (circles.test(said)) return [{ kind: 'circle', numbers }]
  const frame = frameOf(said)
  if (frame !== null) return numbers.map((number) => ({ kind: 'pick', number, frame }))
  const groups = new Map<string, { change: ShotChange; numbers: string[] }>()
  for (const shot of shots.filter(({ number }) => numbers.includes(number))) {
    const change = changeOf(said, shot, described)
    if (change === null) continue
    const group = groups.get(JSON.stringify(change)) ?? { change, numbers: [] }
    group.numbers.push(shot.number)
    groups.set(JSON.stringify(change), group)
  }
  return groups.size === 0 ? null : [...groups.values()].map(({ change, numbers: same }) => ({ kind: 'shots', numbers: same, change }))
}

const drops = /^(?:please\s+)?(?:drop|delete|remove|cut|lose|kill|omit|skip|without|get rid(?: of)?)(?:\s+(?:it|this|that|out))?$|^(?:请)?(?:删掉?|删除|删了|去掉|去除|不要|剪掉|不要了|拿掉|砍掉)(?:了|吧)?$/i
const circles = /^(?:circle|print|keep|approve|accept|lock|ok(?:ay)?|good|great|perfect|fine|approved|(?:is|are|looks?) (?:all )?(?:good|great|fine|ok(?:ay)?|perfect|done|approved))(?:\s+(?:it|this|take))?$|^(?:这一?[条个张]|那[条个])?(?:就)?(?:圈|圈选|圈定|保留|通过|过|可以了|完美|可以|好|好的|不错|没问题|定了|就这样)(?:了|吧)?$/i

/** «pick B», «B», «用第二张», «frame 3». */
function frameOf(words: string): number | null {
  const match = /^(?:(?:pick|use|choose|take|go with|with|就?选|就?用|就?要|选择|换成|就)\s*)?(?:(?:frame|candidate|option|panel|version|候选|画面)\s*)?(?:(?:the\s+)?([a-d])|第\s*([一二三四1-4])\s*(?:张|个|幅|版))$/i.exec(words) ?? /^(?:pick|frame|candidate|option|panel|use|选)\s*(?:frame\s*)?([1-4])$/i.exec(words)
  const letter = match?.[1] ?? match?.[2]
  if (!letter) return null
  return Math.max('abcd'.indexOf(letter.toLowerCase()), '1234'.indexOf(letter), '一二三四'.indexOf(letter))
}

function changeOf(said: string, shot: NoteShot, described: boolean): ShotChange | null {
  const words = said.replace(tooMuch, (_, english: string | undefined, chinese: string | undefined) => remedies[(english ?? chinese ?? '').toLowerCase()] ?? '')
  const length = lengthOf(words, shot)
  if (length !== null) return { seconds: length }
  if (/^(?:re-?draw|re-?do|again|retry|re-?roll|regenerate|try again|another (?:one|version)|new (?:one|version)|重画|重做|重来|重新画|重新生成|再来一[张次个]|换一张|再试一?次)(?:\s+(?:it|this))?$/i.test(words)) return { redraw: true }
  let left = words
  const take = (pattern: RegExp) => {
    const found = pattern.exec(left)
    if (found) left = left.replace(found[0], ' ')
    return found
  }
  const change: ShotChange = {}
  const [closer, wider] = [take(closerWords), take(widerWords)]
  if (closer || wider) {
    const size = stepped(shot.size, (closer ? 1 : -1) * (/much|a lot|far|很多|多/.test((closer ?? wider)?.[0] ?? '') ? 2 : 1))
    if (size === shot.size) return null
    change.size = size
  }
  const moved = parseMove(left)?.move ? null : { slower: take(/\b(?:a (?:bit|little) |much )?slow(?:er|ly|s)?(?: down)?\b|放?慢(?:一?点|一?些|下来)?|缓(?:一?点|一?些)|再慢|更慢/i), faster: take(/\b(?:a (?:bit|little) |much )?(?:faster|quicker|quickly|speed(?:s|ed)? up|fast)\b|加?快(?:一?点|一?些)?|再快|更快/i) }
  if (moved && (moved.slower || moved.faster)) {
    const speed = paced(shot.move.speed, moved.slower ? -1 : 1)
    if (shot.move.name !== 'static' && speed !== shot.move.speed) change.move = { ...shot.move, speed }
    change.seconds = Math.min(600, tidy(shot.seconds * (moved.slower ? 1.25 : 0.8)))
  }
  Object.assign(change, ordered(left, Object.keys(change).length > 0))
  if (Object.keys(change).length > 0) return change
  const remove = removed(words)
  if (remove !== null) return { remove }
  const add = added(words, described)
  return add === null ? null : { add }
}

/** «Too dark» wants it brighter. */
const remedies: Record<string, string> = {
  dark: 'brighter', bright: 'darker', light: 'darker', warm: 'colder', cold: 'warmer', close: 'wider', tight: 'wider', wide: 'closer', far: 'closer', distant: 'closer', fast: 'slower', quick: 'slower', slow: 'faster', empty: 'busier', busy: 'emptier',
  暗: '亮一点', 黑: '亮一点', 亮: '暗一点', 暖: '冷一点', 冷: '暖一点', 近: '远一点', 远: '近一点', 快: '慢一点', 慢: '快一点', 空: '满一点', 满: '空一点',
}
const tooMuch = /^(?:(?:it|this|that)(?:'s| is)\s+|(?:is|are|looks?|feels?|seems?)\s+)?(?:a (?:bit|little) |way |much |still )?too (dark|bright|light|warm|cold|close|tight|wide|far|distant|fast|quick|slow|empty|busy)(?: (?:away|now))?$|^(?:有点|还是|看着)?[太过]([暗黑亮暖冷近远快慢空满])(?:了)?(?:点|一点|些)?$/i

const closerWords = /\b(?:much |a lot |far |a (?:bit|little) )?(?:closer|tighter|nearer)(?: in| up)?\b|(?:再|更|拉|靠|推)?近(?:很多|多了|一?点儿?|一?些)|(?:再|更|要)近(?!景)|[再更]?紧一?点/i
const widerWords = /\b(?:much |a lot |far |a (?:bit|little) )?(?:wider|looser|further|farther)(?: (?:away|back|out))?\b|(?:再|更|拉|推)?远(?:很多|多了|一?点儿?|一?些)|(?:再|更|要)远(?!景)|[再更]?宽一?点|退后一?点/i

/** An insert is left alone by steps outward from a person's sizes: its neighbour is the extreme close-up. */
function stepped(size: ShotSize, steps: number): ShotSize {
  const names = shotSizes.map(({ name }) => name).filter((name) => name !== 'insert')
  const at = size === 'insert' ? names.length : names.indexOf(size as (typeof names)[number])
  if (size === 'insert' && steps > 0) return size
  return names[Math.max(0, Math.min(names.length - 1, at + steps))] ?? size
}

function paced(speed: MoveSpeed, step: number): MoveSpeed {
  const speeds: MoveSpeed[] = ['slow', 'normal', 'fast']
  return speeds[Math.max(0, Math.min(2, speeds.indexOf(speed) + step))] ?? speed
}

/** «6 s», «should last 6 seconds», «longer», 「延长两秒」. */
function lengthOf(words: string, shot: NoteShot): number | null {
  const bare = words.replace(/^(?:please\s+)?(?:make|hold|keep|set|is|be|the length|length|let|改成|改为|延长到|缩短到|设为|时长|持续|长度|[:：\s])*\s*(?:it\s+)?(?:should\s+)?(?:last|be|run|take|is|to|for|at)?s?\s*(?:to|for|about)?\s*(?:改成|改为|到)?\s*/i, '').replace(/\s*(?:long|长|左右)$/i, '')
  const seconds = parseSeconds(bare)
  if (seconds !== null && seconds > 0 && seconds <= 600 && !/^\d+(?:\.\d+)?$/.test(bare)) return seconds
  const wanted = scaled(words, shot.seconds)
  return wanted === null ? null : Math.min(600, wanted)
}

/** Absolute orders, taken only when nothing else is left in the phrase: «birds rise» is no crane shot. */
function ordered(words: string, already: boolean): ShotChange {
  const sizes = findSizes(words)
  const angles = findAngles(words).filter((angle) => !sizes.some((size) => size.from < angle.to && angle.from < size.to))
  const joins = findTransitions(words)
  const pure = (text: string) => text.replace(/(?<![a-z])(?:make|it|its|be|is|in|into|should|please|use|try|try|as|bit|little|instead|from|for|now|more|shot|from|change|go|have|do|start|by|transition|size|framing)(?![a-z])|改|换|成|用|变|为|把|让|一点|一些|点|请|做|转场|镜头|来|个|一|要|再/g, ' ').trim() === ''
  if (words.trim() === '' || (already && pure(leftover(words, [])))) return {}
  const change: ShotChange = {}
  const move = parseMove(words)
  if (joins[0] && pure(leftover(words, joins))) return { transition: joins[0].value }
  const others = [...sizes, ...angles]
  if (others.length > 0 && pure(leftover(words, others))) {
    if (sizes[0]) change.size = sizes[0].value
    if (angles[0]) change.angle = angles[0].value
    return change
  }
  if (move?.move && pure(stripped(move.left, angles.map(({ phrase }) => phrase)))) {
    change.move = move.move
    if (sizes[0] && !parseMove(sizes[0].phrase)?.move) change.size = sizes[0].value
    if (angles[0]) change.angle = angles[0].value
  }
  return change
}

const stripped = (left: string, phrases: string[]) => phrases.reduce((text, phrase) => text.replace(phrase, ' '), left)
