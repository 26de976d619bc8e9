import type { Layer, Pose } from '../composition.ts'
import type { View } from './view.ts'

/** As a canvas takes it: x' = a·x + c·y + e, y' = b·x + d·y + f. In frame heights about the frame's centre. */
export type Matrix = { a: number; b: number; c: number; d: number; e: number; f: number }

/** Where the camera sees a layer. `held`: the layer travels with a following camera. */
export function layerTransform(view: View, depth: number, held: boolean, pose: Pose | null, bounds: Layer['bounds']): Matrix {
  // A landscape has little depth at its horizon, yet must be seen to come nearer: only the sky is infinitely far.
  const nearness = depth > 0 ? 0.25 + 0.75 * depth : 0
  const near = 1 / Math.max(0.2, 1 - view.dolly * nearness)
  const stays = held && view.following
  const scale = near * view.zoom
  const cos = Math.cos(view.angle) * scale
  const sin = Math.sin(view.angle) * scale
  const x = -(stays ? 0 : view.x * depth) - view.pan / near
  const y = -(stays ? 0 : view.y * depth) - view.tilt / near
  const seen = { a: cos, b: sin, c: -sin, d: cos, e: cos * x - sin * y, f: sin * x + cos * y }
  return pose ? times(seen, posed(pose, bounds)) : seen
}

/** A layer turns and grows about the middle of its bounds. */
function posed(pose: Pose, { x, y, width, height }: Layer['bounds']): Matrix {
  const middle = { x: x + width / 2, y: y + height / 2 }
  const cos = Math.cos(pose.angle) * pose.scale
  const sin = Math.sin(pose.angle) * pose.scale
  return {
    a: cos, b: sin, c: -sin, d: cos,
    e: middle.x + pose.x - cos * middle.x + sin * middle.y,
    f: middle.y + pose.y - sin * middle.x - cos * middle.y,
  }
}

export function times(first: Matrix, second: Matrix): Matrix {
  return {
    a: first.a * second.a + first.c * second.b,
    b: first.b * second.a + first.d * second.b,
    c: first.a * second.c + first.c * second.d,
    d: first.b * second.c + first.d * second.d,
    e: first.a * second.e + first.c * second.f + first.e,
    f: first.b * second.e + first.d * second.f + first.f,
  }
}

/** What the frame's four corners look at, in the layer's own space. */
export function seenBounds(matrix: Matrix, aspect: number): { left: number; right: number; top: number; bottom: number } {
  const { a, b, c, d, e, f } = matrix
  const determinant = a * d - b * c
  const corners = [[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([right = 0, down = 0]) => {
    const x = right * aspect / 2 - e
    const y = down / 2 - f
    return { x: (d * x - c * y) / determinant, y: (a * y - b * x) / determinant }
  })
  return {
    left: Math.min(...corners.map((corner) => corner.x)), right: Math.max(...corners.map((corner) => corner.x)),
    top: Math.min(...corners.map((corner) => corner.y)), bottom: Math.max(...corners.map((corner) => corner.y)),
  }
}
