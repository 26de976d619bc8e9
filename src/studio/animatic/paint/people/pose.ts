import type { Figure, Posture } from '../../scene.ts'
import type { Point } from '../shape.ts'

/** A body turned to the right, feet at (0, 0), one unit from heel to crown. */
export type Body = {
  head: Point
  tilt: number
  neck: Point
  hips: Point
  /** Hip, knee, ankle: far leg then near leg. */
  legs: readonly [readonly [Point, Point], readonly [Point, Point]]
  /** Elbow, hand: far arm then near arm. */
  arms: readonly [readonly [Point, Point], readonly [Point, Point]]
  /** The robe reaches the ground in a mound. */
  seated: boolean
}

export const bodyOf = (figure: Figure, seat: 'floor' | 'chair', robed = false): Body => {
  const cycling = figure.doing.includes('cycle')
  const found = cycling ? cycle : figure.posture === 'sit' && seat === 'floor' ? floor : postures[figure.posture]
  // The head sits on its shoulders, not on a stalk.
  const base: Body = { ...found, head: [found.head[0] - (found.head[0] - found.neck[0]) * 0.2, found.head[1] - (found.head[1] - found.neck[1]) * 0.22] }
  // Robed people with nothing to do keep their hands in their sleeves.
  const tucked = robed && (figure.posture === 'stand' || figure.posture === 'sit') ? gestures.tuck : undefined
  const gesture = cycling ? undefined : figure.doing.map((word) => gestures[word]).find((known) => known !== undefined) ?? tucked
  const frontal = figure.facing === 'camera' || figure.facing === 'away'
  if (gesture === undefined) return frontal && base.arms === hang ? { ...base, arms: hangFront } : base
  const move = ([x, y]: Point): Point => [base.neck[0] + x, base.neck[1] + y]
  if (frontal && gesture === tucked) return { ...base, arms: [[move([-0.112, 0.2]), move([-0.012, 0.236])], [move([0.112, 0.2]), move([0.016, 0.24])]] }
  // One hand at work: the other hangs at its own side.
  if (frontal && base.arms === hang && gesture[0][1][0] < 0.05) return { ...base, arms: [hangFront[0], [move(gesture[1][0]), move(gesture[1][1])]] }
  return { ...base, arms: [[move(gesture[0][0]), move(gesture[0][1])], [move(gesture[1][0]), move(gesture[1][1])]] }
}

type Arms = readonly [readonly [Point, Point], readonly [Point, Point]]

/** Arms from the neck: what hands do while the body stands, sits or rides. */
const gestures: Record<string, Arms> = {
  tuck: [[[0.1, 0.2], [0.115, 0.21]], [[0.02, 0.23], [0.125, 0.225]]],
  flute: [[[0.1, 0.19], [0.074, 0.065]], [[0.045, 0.22], [0.104, 0.15]]],
  cup: [[[0.04, 0.2], [0.14, 0.25]], [[0.1, 0.19], [0.2, 0.06]]],
  drink: [[[0.02, 0.2], [0.1, 0.24]], [[0.15, 0.12], [0.16, -0.02]]],
  spear: [[[-0.08, 0.2], [-0.04, 0.36]], [[0.14, 0.12], [0.22, 0.02]]],
  sword: [[[-0.08, 0.2], [-0.02, 0.36]], [[0.12, 0.14], [0.24, 0.08]]],
  oar: [[[0.12, 0.16], [0.22, 0.2]], [[0.1, 0.2], [0.2, 0.26]]],
  book: [[[0.06, 0.2], [0.18, 0.17]], [[0.07, 0.21], [0.2, 0.19]]],
  scroll: [[[0.06, 0.2], [0.18, 0.17]], [[0.07, 0.21], [0.2, 0.19]]],
  letter: [[[0.06, 0.2], [0.18, 0.15]], [[0.07, 0.21], [0.2, 0.17]]],
  write: [[[0.04, 0.2], [0.16, 0.28]], [[0.08, 0.2], [0.22, 0.26]]],
  zither: [[[0.06, 0.2], [0.19, 0.3]], [[0.07, 0.21], [0.22, 0.31]]],
  phone: [[[-0.04, 0.2], [0.0, 0.36]], [[0.1, 0.19], [0.15, 0.08]]],
  umbrella: [[[-0.05, 0.2], [-0.02, 0.36]], [[0.09, 0.18], [0.11, 0.04]]],
  lantern: [[[-0.05, 0.2], [-0.02, 0.36]], [[0.1, 0.15], [0.21, 0.12]]],
  candle: [[[0.05, 0.2], [0.14, 0.18]], [[0.08, 0.2], [0.18, 0.16]]],
  bag: [[[-0.05, 0.2], [-0.02, 0.36]], [[0.05, 0.2], [0.07, 0.37]]],
  point: [[[-0.06, 0.2], [-0.03, 0.36]], [[0.15, 0.08], [0.31, 0.02]]],
  wave: [[[-0.06, 0.2], [-0.03, 0.36]], [[0.12, 0.02], [0.15, -0.17]]],
  raise: [[[0.1, 0.02], [0.1, -0.18]], [[0.13, 0.02], [0.16, -0.17]]],
  knock: [[[0.02, 0.2], [0.1, 0.26]], [[0.13, 0.2], [0.24, 0.27]]],
  hug: [[[0.12, 0.12], [0.24, 0.1]], [[0.12, 0.16], [0.25, 0.16]]],
  pray: [[[0.08, 0.19], [0.13, 0.09]], [[0.09, 0.2], [0.14, 0.1]]],
  cry: [[[0.08, 0.16], [0.08, -0.02]], [[0.1, 0.16], [0.1, -0.01]]],
}

const hang: Arms = [[[0.02, -0.64], [0.075, -0.5]], [[-0.045, -0.63], [0.015, -0.48]]]
/** Seen from the front they hang at both sides. */
const hangFront: Arms = [[[-0.128, -0.64], [-0.118, -0.49]], [[0.128, -0.64], [0.12, -0.49]]]

const floor: Body = {
  head: [0.02, -0.51], tilt: 0.05, neck: [0.005, -0.41], hips: [-0.02, -0.08], legs: [[[0.2, -0.13], [0.06, -0.02]], [[0.22, -0.09], [0.02, -0.02]]],
  arms: [[[0.08, -0.25], [0.16, -0.2]], [[0.1, -0.23], [0.19, -0.15]]], seated: true,
}

/** On the saddle, hands on the bars, one foot down, one up: the bicycle stands at the origin. */
const cycle: Body = {
  head: [0.1, -0.965], tilt: 0.1, neck: [0.07, -0.86], hips: [-0.13, -0.55], legs: [[[0.13, -0.44], [0.045, -0.27]], [[0.1, -0.36], [-0.03, -0.1]]],
  arms: [[[0.2, -0.7], [0.29, -0.6]], [[0.13, -0.69], [0.26, -0.59]]], seated: false,
}

const stand: Body = {
  head: [0.01, -0.93], tilt: 0, neck: [0, -0.83], hips: [-0.005, -0.5], legs: [[[-0.03, -0.27], [-0.035, -0.03]], [[0.04, -0.27], [0.03, -0.03]]], arms: hang, seated: false,
}

const postures: Record<Posture, Body> = {
  stand,
  walk: { ...stand, head: [0.03, -0.92], neck: [0.02, -0.82], legs: [[[-0.03, -0.27], [-0.15, -0.05]], [[0.08, -0.28], [0.12, -0.03]]], arms: [[[0.09, -0.64], [0.15, -0.52]], [[-0.07, -0.64], [-0.1, -0.5]]] },
  run: {
    ...stand, head: [0.13, -0.88], tilt: 0.16, neck: [0.1, -0.78], hips: [0, -0.49], legs: [[[-0.08, -0.3], [-0.28, -0.22]], [[0.18, -0.36], [0.15, -0.1]]],
    arms: [[[0.2, -0.62], [0.29, -0.74]], [[-0.05, -0.63], [0.0, -0.48]]],
  },
  sit: {
    head: [0.02, -0.72], tilt: 0.03, neck: [0, -0.62], hips: [-0.02, -0.29], legs: [[[0.19, -0.29], [0.18, -0.03]], [[0.21, -0.28], [0.22, -0.03]]],
    arms: [[[0.07, -0.46], [0.18, -0.36]], [[0.08, -0.44], [0.2, -0.33]]], seated: false,
  },
  kneel: { head: [0.04, -0.62], tilt: 0.12, neck: [0.02, -0.52], hips: [-0.03, -0.2], legs: [[[0.16, -0.2], [0.16, -0.03]], [[0.06, -0.04], [-0.16, -0.03]]], arms: [[[0.1, -0.36], [0.2, -0.3]], [[0.08, -0.34], [0.16, -0.24]]], seated: true },
  lie: { head: [-0.42, -0.1], tilt: -1.35, neck: [-0.33, -0.09], hips: [0.02, -0.07], legs: [[[0.24, -0.13], [0.46, -0.05]], [[0.25, -0.07], [0.48, -0.03]]], arms: [[[-0.2, -0.05], [-0.05, -0.03]], [[-0.18, -0.13], [-0.04, -0.12]]], seated: false },
  ride: { head: [0.02, -0.74], tilt: 0.05, neck: [0, -0.64], hips: [-0.02, -0.31], legs: [[[0.12, -0.2], [0.06, 0.02]], [[0.13, -0.18], [0.07, 0.04]]], arms: [[[0.08, -0.47], [0.2, -0.42]], [[0.09, -0.45], [0.21, -0.4]]], seated: false },
  dance: { ...stand, head: [-0.03, -0.92], tilt: -0.12, legs: [[[-0.03, -0.27], [-0.02, -0.03]], [[0.13, -0.36], [0.16, -0.14]]], arms: [[[-0.16, -0.86], [-0.27, -0.98]], [[0.17, -0.76], [0.31, -0.72]]] },
  bow: { ...stand, head: [0.26, -0.72], tilt: 0.8, neck: [0.19, -0.67], arms: [[[0.2, -0.5], [0.31, -0.49]], [[0.21, -0.48], [0.33, -0.47]]] },
  fall: { head: [-0.3, -0.36], tilt: -0.9, neck: [-0.22, -0.31], hips: [0.02, -0.16], legs: [[[0.18, -0.34], [0.34, -0.28]], [[0.2, -0.16], [0.4, -0.1]]], arms: [[[-0.24, -0.16], [-0.34, -0.04]], [[-0.06, -0.42], [-0.02, -0.56]]], seated: false },
  float: { ...stand, head: [0.04, -0.93], tilt: -0.18, legs: [[[-0.05, -0.28], [-0.14, -0.08]], [[0.0, -0.27], [-0.06, -0.03]]], arms: [[[-0.15, -0.74], [-0.27, -0.78]], [[0.15, -0.74], [0.27, -0.8]]] },
  row: { ...floor, head: [0.07, -0.5], neck: [0.045, -0.4], arms: [[[0.14, -0.29], [0.24, -0.26]], [[0.13, -0.26], [0.23, -0.22]]] },
}
