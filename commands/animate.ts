import type { ChatInputCommandInteraction } from 'discord.js'
import { file, slash, text } from '../src/discord/commands/slash.ts'
import { startSingle } from '../src/discord/commands/start-single.ts'
import type { Command, Desk } from './index.ts'

export default {
  data: slash(['animate', '动起来', '動起來'], ['Set a picture in motion', '让一张图片动起来', '讓一張圖片動起來'], [
    file(['image', '图片', '圖片'], ['PNG, JPEG, WebP or GIF', 'PNG、JPEG、WebP 或 GIF', 'PNG、JPEG、WebP 或 GIF'], { required: true }),
    text(['prompt', '描述', '描述'], ['What happens; flags too: -camera zoom in -motion 3 -fps 24', '画面里发生什么；可带参数：-camera zoom in -motion 3 -fps 24', '畫面裡發生什麼；可帶參數：-camera zoom in -motion 3 -fps 24'], { max_length: 3000 }),
  ]),

  execute: (interaction: ChatInputCommandInteraction, desk: Desk) => startSingle(interaction, {
    prompt: interaction.options.getString('prompt') ?? '',
    picture: interaction.options.getAttachment('image', true),
    animate: true,
  }, desk),
} satisfies Command
