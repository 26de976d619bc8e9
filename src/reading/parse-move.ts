import { cameraMoves, type CameraMove, type CameraMoveName, type MoveDirection, type MoveSpeed } from '../film/camera-move.ts'
import type { ShotSize } from '../film/shot-size.ts'
import { findSizes } from './parse-size.ts'
import { type Found, leftover, phraseBook } from './phrase-book.ts'

/** `size` is a shot size written where a move should be; `also` the moves after the first; `left` what was not understood. */
export type MoveRead = { move: CameraMove | null; size: ShotSize | null; also: CameraMoveName[]; left: string }

/** A camera-move cell or phrase; null when nothing in it is a move or a size. A direction not written stays null. */
export function parseMove(text: string): MoveRead | null {
  const moves = findMoves(text)
  const sizes = findSizes(text).filter((size) => !moves.some((move) => overlap(move, size)))
  const first = moves[0]?.value
  if (first === undefined && sizes.length === 0) return null
  const free = <T>(found: Found<T>[]) => found.filter((word) => !moves.some((move) => overlap(move, word)))
  const directions = free(findDirections(text))
  const speeds = free(findSpeeds(text))
  const left = leftover(text, [...moves, ...sizes, ...directions, ...speeds])
  if (first === undefined) return { move: null, size: sizes[0]?.value ?? null, also: [], left }
  const move = steer(first, directions.map((word) => word.value), speeds[0]?.value)
  const also = [...new Set(moves.slice(1).map((found) => found.value.name))].filter((name) => name !== first.name && name !== move.name)
  return { move, size: move.name === 'static' ? (sizes[0]?.value ?? null) : null, also, left }
}

type Named = { name: CameraMoveName; direction?: MoveDirection; speed?: MoveSpeed }

/** «Pan up» is a tilt, «dolly left» a track, «track in» a push: people name the machine, we name the move. */
function steer(named: Named, directions: MoveDirection[], speed: MoveSpeed | undefined): CameraMove {
  const pace = speed ?? named.speed ?? 'normal'
  const wanted = directions[0]
  const turned = (wanted !== undefined && renamed[named.name]?.[wanted]) || named.name
  const allowed: readonly string[] = cameraMoves.find(({ name }) => name === turned)?.directions ?? []
  const direction = named.direction ?? directions.find((word) => allowed.includes(word)) ?? null
  return { name: turned, direction: direction !== null && allowed.includes(direction) ? direction : null, speed: pace }
}

const renamed: Partial<Record<CameraMoveName, Partial<Record<MoveDirection, CameraMoveName>>>> = {
  pan: { up: 'tilt', down: 'tilt' },
  tilt: { left: 'pan', right: 'pan' },
  track: { in: 'push-in', out: 'pull-out', up: 'crane', down: 'crane' },
  'push-in': { left: 'track', right: 'track', out: 'pull-out' },
}

const overlap = (a: { from: number; to: number }, b: { from: number; to: number }) => a.from < b.to && b.from < a.to

const findMoves = phraseBook<Named>([
  [{ name: 'static' }, 'static, statics, locked, locked off, lock off, lock-off, fixed, still, stationary, tripod, no move, no movement, none, hold, 固定, 固定镜头, 固定机位, 静态, 静止, 定镜, 定机位, 不动, 静止不动, 无运镜, 无'],
  [{ name: 'pan' }, 'pan, pans, panning, 摇, 摇镜, 摇镜头, 横摇, 平摇, 摇摄, 摇移'],
  [{ name: 'tilt' }, 'tilt, tilts, tilting, 俯仰, 竖摇, 垂直摇'],
  [{ name: 'tilt', direction: 'up' }, '上摇, 仰摇, 向上摇, 上仰, 抬镜, 抬头摇, tilt up, tilts up'],
  [{ name: 'tilt', direction: 'down' }, '下摇, 俯摇, 向下摇, 下俯, tilt down, tilts down'],
  [{ name: 'push-in' }, 'push, pushes, push in, pushes in, pushing in, push forward, dolly, dolly in, dollies in, dolly forward, truck in, track in, track forward, move in, moves in, move forward, creep in, go in, 推, 推进, 推近, 推镜, 推镜头, 推轨, 前推, 前移, 向前移动, 镜头前移, 镜头往前, 拉近, 靠近, 由远及近, 由远到近, 由远而近'],
  [{ name: 'pull-out' }, 'pull, pulls, pull out, pulls out, pull back, pulls back, pulling back, pulling out, dolly out, dolly back, dollies out, truck out, track out, track back, move out, move back, 拉, 拉远, 拉镜, 拉镜头, 拉开, 后拉, 后移, 向后移动, 推远, 由近及远, 由近到远, 由近而远'],
  [{ name: 'track' }, 'track, tracks, tracking, trucking, truck, slide, slides, slider, lateral, crab, dolly sideways, sideways, 移, 移动, 移镜, 移镜头, 横移, 平移, 侧移, 滑轨, 移摄'],
  [{ name: 'follow' }, 'follow, follows, following, following motion, follow shot, tracking with, chase, lead, leading, steadicam, gimbal, 跟, 跟随, 跟随移动, 跟拍, 跟踪, 跟移, 跟镜头, 尾随, 追拍, 斯坦尼康, 稳定器'],
  [{ name: 'crane' }, 'crane, cranes, jib, boom, pedestal, ped, 升降, 摇臂, 吊臂, 升降镜头'],
  [{ name: 'crane', direction: 'up' }, 'crane up, cranes up, jib up, boom up, pedestal up, ped up, rise, rises, rising, drone, drone shot, aerial, fly over, flyover, 升, 上升, 升起, 升镜, 拉升, 抬升, 航拍, 无人机, 飞越'],
  [{ name: 'crane', direction: 'down' }, 'crane down, cranes down, jib down, boom down, pedestal down, ped down, descend, descends, lower, 降, 下降, 降下, 降镜, 下移, 俯降'],
  [{ name: 'crane', direction: 'down', speed: 'fast' }, '俯冲, swoop, swoop down, dive'],
  [{ name: 'zoom' }, 'zoom, zooms, zooming, dolly zoom, vertigo, 变焦, 变焦镜头, 推拉变焦, 希区柯克变焦, 滑动变焦'],
  [{ name: 'zoom', direction: 'in' }, 'zoom in, zooms in, zooming in, 变焦推, 变焦推进, 放大'],
  [{ name: 'zoom', direction: 'out' }, 'zoom out, zooms out, zooming out, 变焦拉, 变焦拉远, 缩小'],
  [{ name: 'zoom', direction: 'in', speed: 'fast' }, 'crash zoom, snap zoom, crash zoom in, punch in, 急推变焦'],
  [{ name: 'orbit' }, 'orbit, orbits, orbiting, arc, arcs, arc shot, circle around, revolve, 360, 360 degree, go around, 环绕, 绕, 绕拍, 环拍, 环移, 弧线, 弧形, 围绕'],
  [{ name: 'roll' }, 'roll, rolls, rotate, rotates, rotation, spin, spins, 旋转, 翻滚, 滚转, 转动, 旋转镜头'],
  [{ name: 'whip-pan' }, 'whip pan, whip, swish pan, swish, flash pan, smash pan, 甩, 甩镜, 甩镜头, 急摇, 快甩'],
  [{ name: 'handheld' }, 'handheld, hand held, hand-held, shaky, shaky cam, shake, 手持, 手持晃动, 手持摄影, 肩扛, 晃动, 抖动'],
])

const findDirections = phraseBook<MoveDirection>([
  ['right', 'right, rightward, rightwards, to the right, left to right, l to r, 右, 向右, 往右, 从左到右, 从左至右, 由左到右, 由左至右, 从左向右, 由左向右, 自左向右'],
  ['left', 'left, leftward, leftwards, to the left, right to left, r to l, 左, 向左, 往左, 从右到左, 从右至左, 由右到左, 由右至左, 从右向左, 由右向左, 自右向左'],
  ['up', 'up, upward, upwards, bottom to top, 上, 向上, 往上, 由下至上, 由下到上, 从下到上, 从下往上, 自下而上'],
  ['down', 'down, downward, downwards, top to bottom, 下, 向下, 往下, 由上至下, 由上到下, 从上到下, 从上往下, 自上而下'],
  ['in', 'in, inward, forward, forwards, 向前, 往前, 前, 进'],
  ['out', 'out, outward, back, backward, backwards, 向后, 往后, 后, 出'],
  ['clockwise', 'clockwise, cw, 顺时针'],
  ['counterclockwise', 'counterclockwise, counter clockwise, anticlockwise, anti clockwise, ccw, acw, 逆时针'],
])

const findSpeeds = phraseBook<MoveSpeed>([
  ['slow', 'slow, slowly, slower, gentle, gently, creeping, subtle, soft, softly, 缓慢, 缓缓, 慢慢, 慢, 缓, 徐徐, 轻轻, 轻, 微微, 慢速, 匀速缓慢, 缓慢地'],
  ['normal', 'normal, steady, medium speed, 匀速, 正常, 中速, 平稳'],
  ['fast', 'fast, faster, quick, quickly, rapid, rapidly, swift, sudden, suddenly, 快速, 迅速, 急速, 极速, 飞快, 快, 急, 猛, 猛然, 突然, 高速'],
])

const paces: Record<MoveSpeed, { en: string; zh: string }> = { slow: { en: 'slow ', zh: '缓慢' }, normal: { en: '', zh: '' }, fast: { en: 'fast ', zh: '快速' } }
const ways: Record<MoveDirection, string> = { left: '左', right: '右', up: '上', down: '下', in: '进', out: '出', clockwise: '顺时针', counterclockwise: '逆时针' }

/** As a person would write it; `parseMove` reads it back to the same. */
export function moveName({ name, direction, speed }: CameraMove, language: 'zh' | 'en'): string {
  const known = cameraMoves.find((move) => move.name === name)
  const way = direction === null ? '' : language === 'zh' ? `向${ways[direction]}` : ` ${direction}`
  // a tilt that goes somewhere is «下摇», as a pan is «右摇»
  const chinese = name === 'tilt' && direction !== null ? '摇' : known?.zh ?? name
  return paces[speed][language] + (language === 'zh' ? way + chinese : (known?.en ?? name) + way)
}

export const moveList = () =>
  cameraMoves.map(({ en, zh, directions }) => `${en}${directions.length ? ` ${directions.join('/')}` : ''} ${zh}`).join(', ')
