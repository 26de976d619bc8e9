import { readFile } from 'node:fs/promises'
import type { Language } from '../../film/brief.ts'
import { colours, frame, row, text } from '../cards/layout.ts'
import type { Message } from '../cards/message.ts'
import { ButtonStyle, ComponentType } from 'discord.js'
import { commandId } from './command-id.ts'

/** What the bot says where it has just been let in: what it is for, and how to begin with one press. */
export const welcomeMessage = (language: Language): Message =>
  frame(colours.asking, [text(words[language].title, words[language].what), text(words[language].how), startingPoints(language), text(words[language].ours)])

/** An empty sheet, or a film of one of our own texts. */
export const startingPoints = (language: Language) => row(
  begin('🎬', words[language].start, ['start']),
  ...examples.map(({ name, emoji, title }) => begin(emoji, title[language], ['example', name])),
)

const begin = (emoji: string, label: string, said: string[]) => ({
  type: ComponentType.Button as const, custom_id: commandId('film', ...said), label, emoji: { name: emoji }, style: said[0] === 'start' ? ButtonStyle.Primary as const : ButtonStyle.Secondary as const,
})

const examples = [
  { name: 'red-cliff', emoji: '⛵', title: { en: 'Red Cliff', zh: '赤壁赋' } },
  { name: 'lighthouse', emoji: '🌊', title: { en: 'The Keeper', zh: '守灯人' } },
  { name: 'courier', emoji: '🛵', title: { en: 'Courier', zh: '最后一单' } },
]

/** Null for a name that no button of ours carries. */
export const readExample = async (name: string | undefined): Promise<string | null> =>
  examples.some((example) => example.name === name) ? readFile(new URL(`../../../examples/${name}.md`, import.meta.url), 'utf8') : null

const words: Record<Language, { title: string; what: string; how: string; start: string; ours: string }> = {
  en: {
    title: '### A film crew has moved in',
    what: 'Say what you would like to see, and we make the film together, in a thread of its own: ideas, script, storyboard, shots, voice, score, cut. You decide at every step; what you bring is never rewritten.',
    how: '**/film** a line, a poem, a story, a script or a storyboard table\n**/create** one shot at once · **/animate** a picture in motion · **/help** the rest',
    start: 'Start a film',
    ours: '-# ⛵ a storyboard table in Chinese · 🌊 a story · 🛵 a screenplay in Chinese: one press, and the crew starts.',
  },
  zh: {
    title: '### 剧组到了',
    what: '说说你想看什么，我们在子区里一起把它拍出来：创意、剧本、分镜、镜头、配音、配乐、剪辑。每一步都由你来定，你带来的文字一字不改。',
    how: '**/film** 一句话、一首诗、一篇故事、一个剧本或一张分镜表\n**/create** 马上拍一个镜头 · **/animate** 让图片动起来 · **/help** 其余的',
    start: '拍一部片子',
    ours: '-# ⛵ 分镜表 · 🌊 英文故事 · 🛵 剧本：点一下，剧组就开工。',
  },
}
