import type { CameraMove } from '../../film/camera-move.ts'

const moves: Record<CameraMove['name'], (direction: string) => string> = {
  static: () => 'The camera is locked off',
  pan: (direction) => `The camera pans to the ${direction}`,
  tilt: (direction) => `The camera tilts ${direction}`,
  'push-in': () => 'The camera pushes in',
  'pull-out': () => 'The camera pulls out',
  track: (direction) => `The camera tracks to the ${direction}`,
  follow: (direction) => `The camera follows the movement to the ${direction}`,
  crane: (direction) => `The camera cranes ${direction}`,
  zoom: (direction) => `The lens zooms ${direction}`,
  orbit: (direction) => `The camera orbits to the ${direction}`,
  roll: (direction) => `The camera rolls ${direction}`,
  'whip-pan': (direction) => `The camera whip-pans to the ${direction}`,
  handheld: () => 'Handheld camera',
}
const usual: Partial<Record<CameraMove['name'], string>> = { tilt: 'up', crane: 'up', zoom: 'in', roll: 'clockwise' }

/** The ordered move in a sentence, for a model that has no camera to be set. */
export function cameraWords(move: CameraMove, second?: CameraMove | null): string {
  const of = ({ name, direction, speed }: CameraMove) =>
    `${moves[name](direction ?? usual[name] ?? 'right')}${speed === 'normal' || name === 'static' ? '' : `, ${speed === 'slow' ? 'slowly' : 'fast'}`}`
  return second ? `${of(move)}; at the same time ${of(second).replace(/^The/, 'the')}.` : `${of(move)}.`
}
