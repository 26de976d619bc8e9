/** Short notes about the shot at hand. An option's value is what is sent, as if the person had said it; the plainest reader understands each. */
export const quickFixes = [
  { en: 'closer', zh: '近一点' },
  { en: 'wider', zh: '远一点' },
  { en: 'slower', zh: '慢一点' },
  { en: 'quicker', zh: '快一点' },
  { en: 'warmer', zh: '暖一点' },
  { en: 'colder', zh: '冷一点' },
  { en: 'day', zh: '换成白天' },
  { en: 'dusk', zh: '黄昏' },
  { en: 'night', zh: '夜里' },
  { en: 'more people', zh: '更多人' },
  { en: 'no people', zh: '不要人' },
  { en: 'low angle', zh: '仰拍' },
  { en: 'high angle', zh: '俯拍' },
  { en: 'eye level', zh: '平视' },
] as const
