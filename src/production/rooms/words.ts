import type { Language } from '../../film/brief.ts'

/** What the rooms say of their own work, to the person whose words it was. */
const english = {
  by: (model: string) => `by ${model}`,
  byRules: 'The language model gave nothing that could be used, so this was written by rules.',
  wordsByRules: 'The language model changed your words, so they were taken from your text by rules.',
  boardByRules: 'The language model changed the lines of the script or left some out, so the shots are by rules.',
  notSaid: (count: number, first: string) => `${count} passage${count === 1 ? '' : 's'} of your text ${count === 1 ? 'is' : 'are'} not said, the first «${first}»`,
  promptByRules: (numbers: string) => `${numbers}: the image prompt is by rules; the language model gave none that could be used.`,
  fewIdeas: (count: number) => `Only ${count} ideas came back; «more ideas» asks again.`,
  repaired: (numbers: string) => `${numbers}: the line was put back as it stands in the script.`,
  longer: (wanted: number, got: number) => `The lines need ${got} s; ${wanted} s were asked for.`,
  noShot: (number: string) => `«${number}»: there is no such shot.`,
  notYourWords: (text: string) => `«${text}»: say the new line in your own words, and it is taken as it is.`,
  noModel: (id: string) => `«${id}»: there is no such model here.`,
}

const chinese: typeof english = {
  by: (model) => `由 ${model} 写成`,
  byRules: '语言模型没有给出可用的结果，这里按规则写成。',
  wordsByRules: '语言模型改动了你的文字，所以台词按规则取自原文。',
  boardByRules: '语言模型改动或漏掉了剧本里的台词，所以分镜按规则完成。',
  notSaid: (count, first) => `原文有 ${count} 处没有念到，第一处是「${first}」`,
  promptByRules: (numbers) => `${numbers}：画面提示按规则写成，语言模型没有给出可用的。`,
  fewIdeas: (count) => `这次只有 ${count} 个创意，可以「再想几个」。`,
  repaired: (numbers) => `${numbers}：台词已按剧本原样放回。`,
  longer: (wanted, got) => `台词念完要 ${got} 秒，要求的是 ${wanted} 秒。`,
  noShot: (number) => `「${number}」：没有这个镜头。`,
  notYourWords: (text) => `「${text}」：请直接说出新台词，会原样采用。`,
  noModel: (id) => `「${id}」：这里没有这个模型。`,
}

export const roomWords: Record<Language, typeof english> = { en: english, zh: chinese }
