import { type CameraAngle, shotSizes, type ShotSize } from '../film/shot-size.ts'
import { findAngles } from './parse-angle.ts'
import { leftover, phraseBook } from './phrase-book.ts'

/** `to` is the second size of «wide to close-up»; `left` the words that were not understood. */
export type SizeRead = { size: ShotSize | null; to: ShotSize | null; angle: CameraAngle | null; left: string }

/** A shot-size cell, in the film school's Chinese, English or abbreviations; null when nothing in it is one. */
export function parseSize(text: string): SizeRead | null {
  const sizes = findSizes(text)
  const angles = findAngles(text).filter((angle) => !sizes.some((size) => size.from < angle.to && angle.from < size.to))
  if (sizes.length === 0 && angles.length === 0) return null
  const size = sizes[0]?.value ?? (angles.some((angle) => angle.value === 'over-shoulder') ? 'medium' : null)
  const to = sizes.find((found) => found.value !== size)?.value ?? null
  return { size, to, angle: angles[0]?.value ?? null, left: leftover(text, [...sizes, ...angles]) }
}

export const findSizes = phraseBook<ShotSize>([
  ['extreme-wide', 'extreme wide, extreme wide shot, extreme long, extreme long shot, very wide, very long, establishing, establishing shot, establisher, ews, els, xls, xws, vls, vws, est, aerial, aerial shot, 大远景, 极远景, 超远景, 超大远景, 特远景, 航拍大景, 航拍, 定场, 定场镜头'],
  ['wide', 'wide, wide shot, wide angle, long shot, long, general shot, ws, ls, gs, vista, panoramic, panorama, panoramic view, 远景, 大全景, 空镜, 空镜头, 广角, 大景'],
  ['full', 'full, full shot, full body, full figure, whole body, master, master shot, fs, full-length, 全景, 全身, 全身镜头, 小全景, 主镜头, 人全'],
  ['medium-full', 'medium full, medium full shot, medium long, medium long shot, medium wide, medium wide shot, mid wide, mid long, american, american shot, cowboy, cowboy shot, three quarter, knee shot, 3/4, mfs, mls, mws, plan americain, 中全景, 中远景, 七分身, 膝上, 牛仔镜头, 美式镜头, 大中景'],
  ['medium', 'medium, medium shot, mid, mid shot, waist shot, half body, ms, two shot, two-shot, 2s, 2 shot, three shot, 3s, 3 shot, group shot, 中景, 中镜, 半身, 半身景, 腰上, 双人, 双人镜头, 两人镜头, 三人镜头, 群像'],
  ['medium-close', 'medium close, medium close up, medium closeup, mid close up, close shot, chest shot, bust shot, bust, mcu, cs, 近景, 中近景, 中特写, 胸像, 胸上, 近镜, 小中景'],
  ['close-up', 'close up, close-up, closeup, close ups, close-ups, closeups, cu, head shot, headshot, face shot, 特写, 大近景, 近特写, 面部特写, 脸部特写, 头像特写, 人物特写'],
  ['extreme-close', 'extreme close, extreme close up, extreme closeup, big close up, very close up, super close up, choker, italian shot, macro, ecu, xcu, bcu, vcu, 大特写, 极特写, 超特写, 极近景, 微距, 巨特写, 超大特写'],
  ['insert', 'insert, insert shot, ins, cutaway, cut-in, detail, detail shot, 插入, 插入镜头, 细节, 局部, 局部特写, 细节特写, 手部特写, 道具特写'],
])

export const sizeName = (size: ShotSize, language: 'zh' | 'en') => shotSizes.find(({ name }) => name === size)?.[language] ?? size
export const sizeList = () => shotSizes.map(({ short, en, zh }) => `${en} (${short}) ${zh}`).join(', ')

/** Positive when `to` holds less than `from`: the camera has come closer. An insert is as close as an extreme close-up. */
export const closeness = (from: ShotSize, to: ShotSize) => rank(to) - rank(from)

const rank = (size: ShotSize) => Math.min(shotSizes.findIndex(({ name }) => name === size), 7)
