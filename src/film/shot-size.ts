import { z } from 'zod'

/** 景别: how much of a person or a place the frame holds, widest first. */
export const shotSizes = [
  { name: 'extreme-wide', short: 'EWS', en: 'extreme wide', zh: '大远景' },
  { name: 'wide', short: 'WS', en: 'wide', zh: '远景' },
  { name: 'full', short: 'FS', en: 'full', zh: '全景' },
  { name: 'medium-full', short: 'MFS', en: 'medium full', zh: '中全景' },
  { name: 'medium', short: 'MS', en: 'medium', zh: '中景' },
  { name: 'medium-close', short: 'MCU', en: 'medium close-up', zh: '近景' },
  { name: 'close-up', short: 'CU', en: 'close-up', zh: '特写' },
  { name: 'extreme-close', short: 'ECU', en: 'extreme close-up', zh: '大特写' },
  { name: 'insert', short: 'INS', en: 'insert', zh: '插入镜头' },
] as const

export type ShotSize = (typeof shotSizes)[number]['name']
export const ShotSize = z.enum(shotSizes.map((size) => size.name) as [ShotSize, ...ShotSize[]])

/** Where the camera stands; over-shoulder and pov are 过肩 and 主观镜头. */
export const CameraAngle = z.enum(['eye', 'low', 'high', 'overhead', 'dutch', 'over-shoulder', 'pov'])
export type CameraAngle = z.infer<typeof CameraAngle>
