import type { CameraAngle } from '../film/shot-size.ts'
import { phraseBook } from './phrase-book.ts'

/** The angle named in the text, or null. */
export const parseAngle = (text: string): CameraAngle | null => findAngles(text)[0]?.value ?? null

export const findAngles = phraseBook<CameraAngle>([
  ['eye', 'eye level, eye-level, eye, straight on, 平视, 平拍, 平角, 正面平视, 水平视角'],
  ['low', 'low angle, low, from below, worm eye, worms eye, 仰拍, 仰角, 仰视, 低角度, 低机位, 低角'],
  ['high', 'high angle, high, from above, looking down, 俯拍, 俯角, 俯视, 高角度, 高机位, 高角'],
  ['overhead', 'overhead, top down, top shot, top view, bird eye, birds eye, bird\'s eye, god\'s eye, gods eye, 顶拍, 顶视, 鸟瞰, 上帝视角, 正俯, 垂直俯拍'],
  ['dutch', 'dutch angle, dutch tilt, dutch, canted, oblique, 荷兰角, 倾斜, 斜角, 倾斜构图'],
  ['over-shoulder', 'over the shoulder, over shoulder, ots, oss, 过肩, 过肩镜头, 越肩, 拉背'],
  ['pov', 'pov, point of view, subjective, first person, 主观, 主观镜头, 主观视角, 第一人称, 第一视角'],
])

const names: Record<CameraAngle, { en: string; zh: string }> = {
  eye: { en: 'eye level', zh: '平视' },
  low: { en: 'low angle', zh: '仰拍' },
  high: { en: 'high angle', zh: '俯拍' },
  overhead: { en: 'overhead', zh: '顶拍' },
  dutch: { en: 'dutch angle', zh: '荷兰角' },
  'over-shoulder': { en: 'over the shoulder', zh: '过肩' },
  pov: { en: 'point of view', zh: '主观' },
}

export const angleName = (angle: CameraAngle, language: 'zh' | 'en') => names[angle][language]
export const angleList = () => Object.values(names).map(({ en, zh }) => `${en} ${zh}`).join(', ')
