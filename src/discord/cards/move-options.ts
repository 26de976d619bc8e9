import type { Language } from '../../film/brief.ts'
import { type CameraMove, cameraMoves, type MoveDirection } from '../../film/camera-move.ts'
import { moveName } from '../../reading/parse-move.ts'

/** Every move and the ways it can go, for a select; Discord takes 25. `chosen` is the one it has now. */
export const moveOptions = (language: Language, chosen?: CameraMove) => moves.map((move) => ({
  label: moveName(move, language),
  value: moveValue(move),
  // whoever reads call sheets in English finds the word there too
  ...(language === 'en' ? {} : { description: moveName(move, 'en') }),
  ...(chosen && moveValue(move) === moveValue(chosen) ? { default: true } : {}),
}))

/** `push-in`, `pan:left`: what a select's option says. Where no way was said, it is the first. */
export function moveValue({ name, direction }: Pick<CameraMove, 'name' | 'direction'>): string {
  const ways = cameraMoves.find((move) => move.name === name)?.directions ?? []
  const way = direction ?? ways[0]
  return way ? `${name}:${way}` : name
}

/** Null for what no option of ours says. The speed stays as it was. */
export const readMoveValue = (value: string, speed: CameraMove['speed'] = 'normal'): CameraMove | null => {
  const move = moves.find((each) => moveValue(each) === value)
  return move ? { ...move, speed } : null
}

const moves: CameraMove[] = cameraMoves.flatMap(({ name, directions }): CameraMove[] =>
  directions.length === 0
    ? [{ name, direction: null, speed: 'normal' }]
    : directions.map((direction: MoveDirection) => ({ name, direction, speed: 'normal' })))
