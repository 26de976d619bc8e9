import type { Language } from '../film/brief.ts'

const cameraValues = 'zoom in, zoom out, pan up, pan down, pan left, pan right, rotate cw, rotate ccw'
const all = '-camera, -motion, -fps, -ar, -seed, -neg, -gs'

const english = {
  camera: (flag: string, value: string) => `${flag} has «${value}». Allowed are: ${cameraValues}, or any move of a storyboard such as push in or follow.`,
  oneKind: (flag: string, value: string) => `${flag} takes one kind of move, and has «${value}». Allowed are: ${cameraValues}.`,
  opposite: (flag: string, value: string) => `${flag} has «${value}», two opposite directions. Two that go together are allowed, such as pan up right.`,
  oneWay: (flag: string, value: string, way: string) => `${flag} ${value}: only a pan goes two ways at once; this one goes ${way}.`,
  wrong: (flag: string, value: string, allowed: string) => `${flag} has «${value}». Allowed are: ${allowed}.`,
  range: (flag: string, value: string, { low, high, whole }: { low: number; high: number; whole: boolean }) => `${flag} has «${value}». Allowed is a ${whole ? 'whole ' : ''}number from ${low} to ${high}.`,
  noWords: (flag: string) => `${flag} has no words after it. Write what must not be seen, such as ${flag} people, text.`,
  unused: (flag: string) => `${flag}: the artist here has no such setting, so it was left out.`,
  unknown: (flag: string) => `${flag} is no flag here; it was read as part of the prompt. Flags are: ${all}.`,
}

const chinese: typeof english = {
  camera: (flag, value) => `${flag} 写的是「${value}」。可以写：${cameraValues}，或分镜里的任何运镜，如 推、跟。`,
  oneKind: (flag, value) => `${flag} 一次只能用一种运镜，现在写的是「${value}」。可以写：${cameraValues}。`,
  opposite: (flag, value) => `${flag} 写的是「${value}」，方向相反。可以写不冲突的两个方向，如 pan up right。`,
  oneWay: (flag, value, way) => `${flag} ${value}：只有摇镜能同时走两个方向，这里按 ${way} 来。`,
  wrong: (flag, value, allowed) => `${flag} 写的是「${value}」。可以写：${allowed}。`,
  range: (flag, value, { low, high, whole }) => `${flag} 写的是「${value}」。可以写 ${low} 到 ${high} 的${whole ? '整' : ''}数。`,
  noWords: (flag) => `${flag} 后面没有内容。请写不想看到的东西，如 ${flag} people, text。`,
  unused: (flag) => `${flag}：这里的画师没有这项设置，已略过。`,
  unknown: (flag) => `${flag} 不是这里的参数，按画面描述读了。可用参数：${all}。`,
}

export type FlagWords = typeof english
export const flagWords: Record<Language, FlagWords> = { en: english, zh: chinese }
