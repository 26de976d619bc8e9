import type { ChatInputCommandInteraction } from 'discord.js'
import { file, slash, text, yesNo } from '../src/discord/commands/slash.ts'
import { startSingle } from '../src/discord/commands/start-single.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['create', '生成', '生成'], ['One shot at once: a prompt becomes a clip', '马上拍一个镜头：一句描述变成一段视频', '馬上拍一個鏡頭：一句描述變成一段影片'], [
    text(['prompt', '描述', '描述'], ['What is seen; flags too: -camera pan right -motion 2 -ar 9:16 -seed 7 -neg words', '画面里有什么；可带参数：-camera pan right -motion 2 -ar 9:16 -seed 7', '畫面裡有什麼；可帶參數：-camera pan right -motion 2 -ar 9:16 -seed 7'], { required: true, max_length: 3000 }),
    file(['image', '图片', '圖片'], ['A picture to begin with', '从这张图开始', '從這張圖開始']),
    yesNo(['choose', '先选图', '先選圖'], ['Draw four pictures first; the one you pick is filmed', '先画四幅，选中的那幅再拍', '先畫四幅，選中的那幅再拍']),
  ]),

  execute: (interaction: ChatInputCommandInteraction, desk: Desk) => startSingle(interaction, {
    prompt: interaction.options.getString('prompt', true),
    picture: interaction.options.getAttachment('image'),
    animate: !(interaction.options.getBoolean('choose') ?? false),
  }, desk),
} satisfies Command
