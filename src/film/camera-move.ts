import { z } from 'zod'

/** 运镜: what the camera does during the shot. `directions` is empty where the move has none; the first is the default. */
export const cameraMoves = [
  { name: 'static', en: 'static', zh: '固定', directions: [] },
  { name: 'pan', en: 'pan', zh: '摇', directions: ['right', 'left'] },
  { name: 'tilt', en: 'tilt', zh: '俯仰', directions: ['up', 'down'] },
  { name: 'push-in', en: 'push in', zh: '推', directions: [] },
  { name: 'pull-out', en: 'pull out', zh: '拉', directions: [] },
  { name: 'track', en: 'track', zh: '移', directions: ['right', 'left'] },
  { name: 'follow', en: 'follow', zh: '跟', directions: ['right', 'left'] },
  { name: 'crane', en: 'crane', zh: '升降', directions: ['up', 'down'] },
  { name: 'zoom', en: 'zoom', zh: '变焦', directions: ['in', 'out'] },
  { name: 'orbit', en: 'orbit', zh: '环绕', directions: ['right', 'left'] },
  { name: 'roll', en: 'roll', zh: '旋转', directions: ['clockwise', 'counterclockwise'] },
  { name: 'whip-pan', en: 'whip pan', zh: '甩', directions: ['right', 'left'] },
  { name: 'handheld', en: 'handheld', zh: '手持', directions: [] },
] as const

export type CameraMoveName = (typeof cameraMoves)[number]['name']
export const CameraMoveName = z.enum(cameraMoves.map((move) => move.name) as [CameraMoveName, ...CameraMoveName[]])

export const MoveDirection = z.enum(['left', 'right', 'up', 'down', 'in', 'out', 'clockwise', 'counterclockwise'])
export type MoveDirection = z.infer<typeof MoveDirection>

export const MoveSpeed = z.enum(['slow', 'normal', 'fast'])
export type MoveSpeed = z.infer<typeof MoveSpeed>

export const CameraMove = z.object({
  name: CameraMoveName,
  direction: MoveDirection.nullable(),
  speed: MoveSpeed,
})
export type CameraMove = z.infer<typeof CameraMove>
