import type { Direction, ShotChange } from './direction.ts'
import { cameraMoves } from './camera-move.ts'
import { looks } from './look.ts'
import { shotSizes } from './shot-size.ts'
import type { Shot, Storyboard } from './storyboard.ts'
import { toFrames } from './time.ts'

/** Writes a shot's image prompt anew. Without one, the old prompt is patched: size, move and what was added. */
export type Prompter = (shot: Shot, board: Storyboard, before: Shot | null) => string

/** A storyboard with one direction carried out. Only the shots it names change; a direction that asks nothing of the board gives the same board. */
export function applyDirection(board: Storyboard, direction: Direction, prompt: Prompter = patched): Storyboard {
  switch (direction.kind) {
    case 'shots': return changeShots(board, direction.numbers, direction.change, prompt)
    case 'drop': return dropShots(board, direction.numbers)
    case 'move': return moveShots(board, direction)
    case 'insert': return insertShot(board, direction, prompt)
    case 'look': {
      if (board.look === direction.look) return board
      const after = { ...board, look: direction.look }
      return { ...after, shots: board.shots.map((shot) => ({ ...shot, prompt: prompt === patched ? relooked(shot.prompt, board, after) : prompt(shot, after, shot) })) }
    }
    case 'title': return board.title === direction.title ? board : { ...board, title: direction.title }
    case 'length': return stretch(board, direction.seconds)
    default: return board
  }
}

function changeShots(board: Storyboard, numbers: readonly string[], change: ShotChange, prompt: Prompter): Storyboard {
  if (!board.shots.some((shot) => numbers.includes(shot.number))) return board
  return { ...board, shots: board.shots.map((shot) => (numbers.includes(shot.number) ? changed(shot, change, board, prompt) : shot)) }
}

function changed(shot: Shot, change: ShotChange, board: Storyboard, prompt: Prompter): Shot {
  const chinese = /\p{Script=Han}/u.test(shot.picture + (change.add ?? '') + (change.remove ?? ''))
  const gone = (change.remove ?? '').split(/\s*(?:,|，|、|\band\b|和|与)\s*/).filter(Boolean)
  const emptied = gone.some((what) => everybody.test(what.trim()))
  const kept = change.add ? broughtBack(change.picture ?? shot.picture, change.add) : change.picture ?? shot.picture
  const picture = [kept, change.add, ...gone.map((what) => notThere(what, chinese))].filter(Boolean).join(chinese ? '，' : ', ').replace(/([。.!！])[，,] ?/gu, '$1 ').trim()
  const left = (name: string) => !emptied && !gone.some((what) => [name, ...(board.cast.find((member) => member.name === name)?.also ?? [])].some((one) => one.toLowerCase() === what.replace(/^(?:the|an?)\s+/i, '').toLowerCase()))
  const after: Shot = {
    ...shot,
    size: change.size ?? shot.size,
    move: change.move ?? shot.move,
    angle: change.angle ?? shot.angle,
    picture,
    cast: gone.length > 0 ? shot.cast.filter(left) : shot.cast,
    line: change.line === undefined ? shot.line : change.line.trim() ? { speaker: shot.line?.speaker ?? null, language: shot.line?.language ?? board.language, text: change.line } : null,
    frames: change.seconds === undefined ? shot.frames : Math.max(1, toFrames(change.seconds, board.fps)),
    timed: shot.timed || change.seconds !== undefined,
    transition: change.transition === undefined ? shot.transition : { name: change.transition, frames: joinFrames(change.transition, board) },
    // What we chose is no longer what the person wrote in that cell.
    written: { size: change.size === undefined ? shot.written.size : null, move: change.move === undefined ? shot.written.move : null },
    ...(change.models ? { models: { ...shot.models, ...change.models } } : {}),
    seed: change.redraw ? (shot.seed + 7919) % 0x7fffffff : shot.seed,
  }
  const drawnAnew = after.size !== shot.size || after.angle !== shot.angle || after.picture !== shot.picture || JSON.stringify(after.move) !== JSON.stringify(shot.move)
  return drawnAnew ? { ...after, prompt: prompt(after, board, shot) } : after
}

const everybody = /^(?:all )?(?:the )?(?:people|persons?|everybody|everyone|figures|anyone|humans?|men|characters)$|^(?:所有)?(?:的)?(?:人物?|人们|人影)$/i

/** A clause of its own, which every reader takes for what it says, whoever draws. */
const notThere = (what: string, chinese: boolean) =>
  everybody.test(what.trim()) ? (chinese ? '画中无人' : 'nobody in sight') : chinese ? `没有${what.trim()}` : `no ${what.trim().replace(/^(?:the|an?|any)\s+/i, '')}`

/** What is asked for again is no longer denied. */
const broughtBack = (picture: string, add: string) => picture.replace(/(?:^|[，,.。!！])\s*(?:no\s+|没有)([^，,.。!！]+)(?=$|[，,.。!！])/giu, (clause: string, what: string) =>
  add.toLowerCase().includes(what.trim().toLowerCase().replace(/s$/, '')) ? '' : clause)

function dropShots(board: Storyboard, numbers: readonly string[]): Storyboard {
  const shots = board.shots.filter((shot) => !numbers.includes(shot.number))
  // A film has at least one shot: the last one is not dropped.
  return shots.length === 0 || shots.length === board.shots.length ? board : { ...board, shots }
}

/** The shots keep their numbers: what was said of 1.3 is still said of 1.3. */
function moveShots(board: Storyboard, { numbers, after }: Extract<Direction, { kind: 'move' }>): Storyboard {
  const moved = board.shots.filter((shot) => numbers.includes(shot.number))
  const others = board.shots.filter((shot) => !numbers.includes(shot.number))
  const at = after === null ? 0 : others.findIndex((shot) => shot.number === after) + 1
  if (moved.length === 0 || (after !== null && at === 0)) return board
  const shots = [...others.slice(0, at), ...moved, ...others.slice(at)]
  return shots.every((shot, index) => shot === board.shots[index]) ? board : { ...board, shots }
}

function insertShot(board: Storyboard, { after, picture, line }: Extract<Direction, { kind: 'insert' }>, prompt: Prompter): Storyboard {
  const at = after === null ? 0 : board.shots.findIndex((shot) => shot.number === after) + 1
  if (after !== null && at === 0) return board
  const near = board.shots[at - 1] ?? board.shots[0]
  if (!near) return board
  const number = freeNumber(after, board.shots)
  const size = near.size === 'medium' ? 'medium-close' : 'medium'
  const seconds = line ? Math.max(2.5, (/\p{Script=Han}/u.test(line) ? line.length / 4 : line.split(/\s+/).length / 2.4) + 0.8) : 4
  const shot: Shot = {
    ...near, number, size, angle: 'eye', move: { name: 'static', direction: null, speed: 'normal' }, picture, scene: near.scene,
    line: line ? { speaker: null, text: line, language: board.language } : null,
    cast: board.cast.filter((member) => [member.name, ...member.also].some((name) => picture.toLowerCase().includes(name.toLowerCase()))).map((member) => member.name),
    frames: Math.max(1, toFrames(seconds, board.fps)), timed: false, transition: at === 0 ? near.transition : { name: 'cut', frames: 0 },
    seed: (near.seed + 104729 * number.split('.').reduce((sum, part) => sum * 31 + Number(part), 7)) % 0x7fffffff, written: { size: null, move: null },
  }
  const made = { ...shot, prompt: prompt(shot, board, null) }
  return { ...board, shots: [...board.shots.slice(0, at), made, ...board.shots.slice(at)] }
}

/** 1.2 is followed by 1.2.1 (or 1.2.2 …); before the first shot comes 0, so that nothing is ever renumbered. */
function freeNumber(after: string | null, shots: readonly Shot[]): string {
  const taken = new Set(shots.map((shot) => shot.number))
  const deep = after !== null && after.split('.').length >= 6
  const stem = after === null ? '0' : deep ? after.split('.').slice(0, 5).join('.') : after
  if (after === null && !taken.has('0')) return '0'
  for (let last = 1; ; last++) if (!taken.has(`${stem}.${last}`)) return `${stem}.${last}`
}

/** Longer or shorter by one ratio. What a person timed stays; the voice's own length is seen to when the film is put together. */
function stretch(board: Storyboard, seconds: number): Storyboard {
  const wanted = toFrames(seconds, board.fps)
  const overlap = board.shots.reduce((sum, { transition }, index) => sum + (index > 0 && (transition.name === 'dissolve' || transition.name === 'wipe') ? transition.frames : 0), 0)
  const fixed = board.shots.reduce((sum, shot) => sum + (shot.timed ? shot.frames : 0), 0)
  const free = board.shots.reduce((sum, shot) => sum + (shot.timed ? 0 : shot.frames), 0)
  if (free === 0) return board
  const ratio = Math.max(0, wanted + overlap - fixed) / free
  const least = Math.round(board.fps * 1.2)
  return { ...board, shots: board.shots.map((shot) => (shot.timed ? shot : { ...shot, frames: Math.max(Math.min(least, shot.frames), Math.round(shot.frames * ratio)) })) }
}

const joinFrames = (name: Shot['transition']['name'], board: Storyboard) => (name === 'cut' ? 0 : toFrames(name === 'dip-to-black' || name === 'fade' ? 1 : 0.5, board.fps))

/** Good enough without a writer: the new size and move at the front, what was added (where it is English) at the end. */
function patched(shot: Shot, board: Storyboard, before: Shot | null): string {
  const size = `${shotSizes.find(({ name }) => name === shot.size)?.en ?? shot.size} shot`
  const move = [shot.move.speed === 'normal' ? '' : shot.move.speed, cameraMoves.find(({ name }) => name === shot.move.name)?.en, shot.move.direction].filter(Boolean).join(' ')
  const added = before && shot.picture.startsWith(before.picture) ? shot.picture.slice(before.picture.length).replace(/^[,，]\s*/, '') : shot.picture
  const rest = before && shot.picture.startsWith(before.picture) ? before.prompt.split(', ').filter((part) => !/\b(?:shot|close-up|camera|push in|pull out|pan|tilt|track|crane|zoom|following motion|panoramic view)\b/i.test(part)) : [looks.find((look) => look.name === board.look)?.en ?? '']
  const words = /^[\p{Script=Latin}\p{N}\p{P}\s]+$/u.test(added) ? added : ''
  const all = [size, move, words, ...rest].filter(Boolean).join(', ')
  return all.charAt(0).toUpperCase() + all.slice(1)
}

const relooked = (prompt: string, before: Storyboard, after: Storyboard) => {
  const [old, fresh] = [before, after].map((board) => looks.find((look) => look.name === board.look)?.en ?? '')
  return old && prompt.includes(old) ? prompt.replace(old, fresh ?? '') : `${prompt}, ${fresh}`
}
