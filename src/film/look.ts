import { z } from 'zod'

/** How the whole film looks. The animatic draws each; a model is told its words. */
export const looks = [
  { name: 'ink-wash', en: 'traditional Chinese ink wash painting', zh: '水墨' },
  { name: 'pencil', en: 'pencil storyboard sketch', zh: '铅笔分镜' },
  { name: 'flat', en: 'flat graphic illustration', zh: '扁平插画' },
  { name: 'noir', en: 'film noir, hard black and white light', zh: '黑色电影' },
  { name: 'gouache', en: 'warm gouache illustration', zh: '水粉' },
] as const

export type Look = (typeof looks)[number]['name']
export const Look = z.enum(looks.map((look) => look.name) as [Look, ...Look[]])

export const Mood = z.enum(['serene', 'melancholy', 'epic', 'tense', 'joyful', 'mysterious', 'romantic', 'wonder'])
export type Mood = z.infer<typeof Mood>

export const Era = z.enum(['ancient-china', 'ancient-west', 'modern', 'future', 'timeless'])
export type Era = z.infer<typeof Era>
