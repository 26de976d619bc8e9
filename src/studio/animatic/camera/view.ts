import type { CameraMove, CameraMoveName, MoveSpeed } from '../../../film/camera-move.ts'
import { tremor } from './tremor.ts'
import { between, travelled } from './ease.ts'

/** Where the camera is against the panel at rest, in frame heights and radians. */
export type View = {
  /** The camera's own travel: a layer shifts by this × its depth. */
  x: number
  y: number
  /** Travel towards the picture, in distances to the subject: near layers grow faster. */
  dolly: number
  /** The camera turned in its place: every layer shifts alike. */
  pan: number
  tilt: number
  /** The lens: every layer scales alike. */
  zoom: number
  angle: number
  /** The subject travels with the camera: layers that hold it keep their place. */
  following: boolean
}

export const rest: View = { x: 0, y: 0, dolly: 0, pan: 0, tilt: 0, zoom: 1, angle: 0, following: false }

type Point = { x: number; y: number }
type Path = (at: { progress: number; seconds: number; seed: number; reach: number; direction: number; focus: Point; speed: MoveSpeed }) => Partial<View>

/**
 * The view at a moment of the shot. `reach` is how much of the full move fits the shot's length and the painted overscan (see `fit.ts`).
 * Pure: the same arguments, the same view.
 */
export function viewAt(move: CameraMove, focus: Point, progress: number, seconds: number, seed: number, reach = 1): View {
  const direction = backwards.includes(move.direction ?? '') ? -1 : 1
  return { ...rest, ...paths[move.name]({ progress, seconds, seed, reach, direction, focus, speed: move.speed }) }
}

/** The second of each move's directions. */
const backwards: string[] = ['left', 'down', 'out', 'counterclockwise']

const paths: Record<CameraMoveName, Path> = {
  static: () => ({}),
  pan: ({ progress, reach, direction }) => {
    const along = direction * between(-0.3, 0.3, travelled(progress, 0.15, 0.05)) * reach
    return { pan: along }
  },
  tilt: ({ progress, reach, direction }) => {
    const along = -direction * between(-0.22, 0.22, travelled(progress, 0.15, 0.05)) * reach
    return { tilt: along }
  },
  'push-in': ({ progress, reach, focus }) => approach(0.3 * reach * travelled(progress, 0.25, 0.2), focus),
  'pull-out': ({ progress, reach, focus }) => approach(0.3 * reach * (1 - travelled(progress, 0.25, 0.2)), focus),
  track: ({ progress, reach, direction }) =>
    ({ x: direction * between(-0.32, 0.32, travelled(progress, 0.6, 0.45)) * reach }),
  follow: ({ progress, reach, direction }) => ({
    x: direction * between(-0.45, 0.45, travelled(progress, 0.8, 0.7)) * reach,
    following: true,
  }),
  crane: ({ progress, reach, direction }) => {
    const along = -direction * between(-0.26, 0.26, travelled(progress, 0.2, 0.1)) * reach
    return { y: along, tilt: along * -0.35 }
  },
  zoom: ({ progress, reach, direction, focus }) => {
    const eased = travelled(progress, 0.1, 0.05)
    const zoom = Math.exp(0.36 * reach * (direction > 0 ? eased : 1 - eased))
    return { zoom, pan: towards(focus.x, zoom), tilt: towards(focus.y, zoom) }
  },
  orbit: ({ progress, reach, direction }) => {
    const along = direction * between(-0.34, 0.34, travelled(progress, 0.4, 0.35)) * reach
    return { x: along, pan: -along }
  },
  roll: ({ progress, reach, direction }) => {
    const angle = direction * between(-0.3, 1, travelled(progress, 0.2, 0.1)) * 0.16 * reach
    return { angle, zoom: 1 + 0.1 * reach }
  },
  'whip-pan': ({ progress, seconds, reach, direction, speed }) => {
    const length = progress > 0 ? seconds / progress : 1
    const swing = Math.min(whip[speed], length * 0.6)
    const begin = Math.min(0.5, (length - swing) * 0.25)
    const along = between(-1, 0.2, lash((seconds - begin) / swing))
    return { pan: direction * along * 0.55 * reach }
  },
  handheld: ({ seconds, seed, reach, speed }) => {
    const t = seconds * hurry[speed]
    const amount = 0.016 * reach
    return {
      x: amount * tremor(seed, t), y: amount * 0.8 * tremor(seed + 1, t),
      pan: amount * 0.6 * tremor(seed + 2, t * 1.15), tilt: amount * 0.6 * tremor(seed + 3, t * 1.15),
      angle: amount * 0.45 * tremor(seed + 4, t * 0.8), zoom: 1 + 1.5 * amount,
    }
  },
}

/** Seconds that the camera takes to fly to its mark. */
const whip: Record<MoveSpeed, number> = { slow: 0.7, normal: 0.45, fast: 0.3 }
const hurry: Record<MoveSpeed, number> = { slow: 0.6, normal: 1, fast: 1.4 }

/** Walking towards the focus brings it a little nearer to the centre of the frame. */
const approach = (dolly: number, focus: Point): Partial<View> => ({ dolly, x: focus.x * dolly * 1.4, y: focus.y * dolly * 1.4 })

/** The turn that keeps the focus near its place while the lens closes in, and then a little nearer to the centre. */
const towards = (focus: number, zoom: number) => focus * (1 - 1 / zoom) * 1.25

/** Fast away, a slight overshoot, and still. */
function lash(t: number) {
  if (t <= 0) return 0
  if (t < 1) return t * t * (3 - 2 * t) * 1.04
  return 1 + 0.04 * Math.exp(-(t - 1) * 5) * Math.cos((t - 1) * 6)
}
