import type { CameraMove } from '../film/camera-move.ts'
import type { CameraAngle, ShotSize } from '../film/shot-size.ts'
import { parseMove } from '../reading/parse-move.ts'
import { parseSize } from '../reading/parse-size.ts'

export type ShotPrompt = { picture: string; size: ShotSize | null; angle: CameraAngle | null; move: CameraMove | null }

/**
 * What a prompt says of the camera, in clauses of its own: «close-up of an old man, slow push in, rain». Anything else stays in the
 * picture: «birds rise» is no crane shot.
 */
export function readShotPrompt(prompt: string): ShotPrompt {
  const opening = /^(.{2,40}?)\s+(?:of|on)\s+(?=\S)/i.exec(prompt)?.[0] ?? ''
  const size = opening === '' ? null : parseSize(opening)
  const led = size?.left === '' && size.size !== null
  const read: ShotPrompt = { picture: '', size: led ? size.size : null, angle: led ? size.angle : null, move: null }
  const kept = (led ? prompt.slice(opening.length) : prompt).split(/(?<=[,，。;；])/).filter((clause) => {
    const words = clause.replace(/[,，。;；.!！]+\s*$/, '').trim()
    const framed = words === '' ? null : parseSize(words)
    const moved = words === '' ? null : parseMove(words)
    if (framed?.left === '' && (read.size === null || framed.size === null)) {
      read.size ??= framed.size
      read.angle ??= framed.angle
      return false
    }
    if (read.move === null && moved?.move && moved.left === '' && moved.also.length === 0) {
      read.move = moved.move
      return false
    }
    return true
  })
  const picture = kept.join('').replace(/[,，;；\s]+$/, '').trim()
  return picture === '' ? { ...read, picture: prompt } : { ...read, picture }
}
