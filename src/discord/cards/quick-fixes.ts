/** One-word notes about the shot at hand. An option's value is what is sent, as if the person had said it. */
export const quickFixes = [
  { en: 'closer', zh: '近一点' },
  { en: 'wider', zh: '远一点' },
  { en: 'slower', zh: '慢一点' },
  { en: 'faster', zh: '快一点' },
  { en: 'warmer', zh: '暖一点' },
  { en: 'colder', zh: '冷一点' },
  { en: 'day', zh: '白天' },
  { en: 'dusk', zh: '黄昏' },
  { en: 'night', zh: '夜里' },
  { en: 'more people', zh: '人多一点' },
  { en: 'fewer people', zh: '人少一点' },
  { en: 'another angle', zh: '换个角度' },
] as const
