import type { Language } from '../film/brief.ts'

/** What a provider has to say of what it made, to the person whose film it is. */
const english = {
  reference: (name: string, model: string, most: number) => most > 0 ? `${name}: ${model} keeps to ${most} picture${most === 1 ? '' : 's'} at most, and was not given this one` : `${name}: ${model} cannot keep to pictures, so it looks here as the words say`,
  parts: (model: string, wanted: string, made: readonly string[]) => `${model} makes no ${wanted} s in one clip: ${made.join(' + ')} s were made, each going on from the last frame of the one before.`,
  trimmed: (model: string, made: string, wanted: string) => `${model} made ${made} s; the first ${wanted} s are used.`,
  held: (model: string, made: string) => `${model} made ${made} s; its last frame is held for the rest.`,
  slowed: (model: string, most: string, frames: number, wanted: string) => `${model} makes ${most} s at most: its ${frames} frames are slowed to ${wanted} s.`,
  noLastFrame: (model: string) => `${model} cannot end on a given frame; the last frame was left out.`,
  reckoned: 'When each word begins is reckoned from its length.',
  noVoice: (model: string, voice: string, other: string) => `${model} has no voice «${voice}»; ${other} speaks.`,
  late: (takes: string, has: string) => `The line takes ${takes} s and has ${has} s.`,
  silence: 'Nothing here can be spoken: a short silence.',
}

const chinese: typeof english = {
  reference: (name, model, most) => most > 0 ? `${name}：${model} 最多参照 ${most} 张图，这张没有给它` : `${name}：${model} 不能参照图片，这里按文字来画`,
  parts: (model, wanted, made) => `${model} 一条做不了 ${wanted} 秒：分成 ${made.join(' + ')} 秒来做，后一条从前一条的最后一帧接着走。`,
  trimmed: (model, made, wanted) => `${model} 做了 ${made} 秒，用前 ${wanted} 秒。`,
  held: (model, made) => `${model} 做了 ${made} 秒，余下的停在最后一帧。`,
  slowed: (model, most, frames, wanted) => `${model} 最长 ${most} 秒：它的 ${frames} 帧放慢到 ${wanted} 秒。`,
  noLastFrame: (model) => `${model} 不能以指定的画面结束，没有用尾帧。`,
  reckoned: '每个字的时间是按长短估算的。',
  noVoice: (model, voice, other) => `${model} 没有「${voice}」这个声音，由 ${other} 来念。`,
  late: (takes, has) => `这句念完要 ${takes} 秒，镜头给了 ${has} 秒。`,
  silence: '这里没有可以念的字：留一小段静音。',
}

export const remarksIn = (language: Language | undefined): typeof english => language === 'zh' ? chinese : english
