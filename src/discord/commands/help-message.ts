import type { Desk } from '../../../commands/index.ts'
import type { Language } from '../../film/brief.ts'
import { colours, frame, text } from '../cards/layout.ts'
import type { Message } from '../cards/message.ts'
import { startingPoints } from './starting-points.ts'

/** What works here and now: also whether the bot reads along, and who does the work. */
export function helpMessage({ messageContent, studio, version }: Pick<Desk, 'messageContent' | 'studio' | 'version'>, language: Language): Message {
  const say = words[language]
  const crew = [...new Map(Object.entries(studio.crew).map(([craft, by]) => [craft, by])).entries()]
  const providers = [...new Set(crew.map(([, by]) => by))].map((by) => `${by}: ${crew.filter(([, each]) => each === by).map(([craft]) => say.crafts[craft] ?? craft).join(say.comma)}`)
  return frame(colours.writing, [
    text(say.start),
    text(messageContent ? say.reads : say.readsNot),
    text(say.commands),
    startingPoints(language),
    text(`-# ${providers.join(' · ')}`, `-# Redcliff ${version}`),
  ])
}

const words: Record<Language, { start: string; reads: string; readsNot: string; commands: string; comma: string; crafts: Record<string, string> }> = {
  en: {
    start: '🎬 **/film** and a wish («a noir about a lighthouse keeper»), or a poem, a story, a script, a storyboard table. The crew opens a thread; there you choose, give notes and greenlight. What you bring is never rewritten.\n**/create** makes one shot at once, **/animate** moves a picture: `-camera pan right -motion 2 -ar 9:16 -seed 7`, or `--ar 9:16`.',
    reads: '**In a film\'s thread just talk**: «2.4: more ships, slower push, dusk», «look noir», «undo», «approve».',
    readsNot: '**I cannot read along here.** In a film\'s thread, mention me, reply to me, press 📝 or use **/say**: «2.4: more ships, slower push, dusk», «undo», «approve».',
    commands: '**/shot** one shot again, with its buttons · **/storyboard** · **/script** · **/cut** · **/status** where it stands · **/cost** · **/crew** who may decide · **/export** all of it · **/cancel** · **/delete** · **/workflow** ComfyUI workflows as tools · **/settings** of this server\nOn any message: Apps → «Make this a film», «Animate this picture», «Use as reference».',
    comma: ', ', crafts: { write: 'writing', draw: 'pictures', animate: 'clips', speak: 'voices', compose: 'music' },
  },
  zh: {
    start: '🎬 **/film** 加一句想法（「一部灯塔守灯人的黑色电影」），或一首诗、一篇故事、剧本、分镜表。剧组会开一个子区，你在里面选、提意见、批准开拍。带来的文字一字不改。\n**/create** 马上拍一个镜头，**/animate** 让图片动起来：`-camera pan right -motion 2 -ar 9:16 -seed 7`，或 `--ar 9:16`。',
    reads: '**在片子的子区里直接说话就行**：「2.4：多几条船，推慢一点，黄昏」「黑色电影风格」「撤销」「通过」。',
    readsNot: '**我在这里读不到大家的聊天。** 在片子的子区里请 @我、回复我、点 📝，或用 **/say**：「2.4：多几条船，推慢一点，黄昏」「撤销」「通过」。',
    commands: '**/shot** 再看一个镜头（带按钮） · **/storyboard** 分镜 · **/script** 剧本 · **/cut** 剪辑 · **/status** 进度 · **/cost** 花费 · **/crew** 谁能定 · **/export** 全部打包 · **/cancel** 停拍 · **/delete** 删除 · **/workflow** ComfyUI 工作流 · **/settings** 服务器设置\n在任何消息上：APP → 「把这条拍成片子」「让这张图动起来」「用作参考图」。',
    comma: '、', crafts: { write: '写作', draw: '画面', animate: '镜头', speak: '配音', compose: '配乐' },
  },
}
