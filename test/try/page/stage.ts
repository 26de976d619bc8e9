import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ButtonStyle, Client, ComponentType, GatewayIntentBits, MessageFlags, TextInputStyle, type Interaction } from 'discord.js'
import ffmpeg from '@ffmpeg-installer/ffmpeg'
import { chromium, type Page } from 'playwright-core'
import { generousLimits, openSmallDiscord } from '../../../src/try/discord/small-discord.ts'
import { servePage } from '../../../src/try/page/serve-page.ts'

export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(existsSync)

/** A small Discord with two people, a bot of a few lines, and the page with a browser before it. */
export async function openStage() {
  const discord = await openSmallDiscord({ limits: { ...generousLimits, answerMilliseconds: 700 } })
  const guild = discord.addGuild({ name: 'Moonlit Pictures', locale: 'en-US' })
  const mei = discord.addUser({ username: 'mei', globalName: 'Mei', locale: 'en-US' })
  const tom = discord.addUser({ username: 'tom', globalName: 'Tom', locale: 'en-US' })
  discord.addMember(guild, mei, { roles: [discord.addRole(guild, { name: 'Producer', colour: 0xe67e22 })] })
  discord.addMember(guild, tom)
  const channel = discord.addChannel(guild, { name: 'films', topic: 'Where films are made' })
  const bot = new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent], rest: { ...discord.rest } })
  bot.on('error', () => {})
  bot.on('interactionCreate', (interaction) => void answer(interaction))
  const ready = new Promise((resolve) => { bot.once('clientReady', resolve) })
  await bot.login(discord.token)
  await ready
  await bot.application?.commands.set([
    { name: 'film', name_localizations: { 'zh-CN': '拍片' }, description: 'Make a film', description_localizations: { 'zh-CN': '拍一部电影' }, options: [
      { type: 3, name: 'wish', description: 'What about', required: true }, { type: 3, name: 'voice', description: 'Who speaks', autocomplete: true }, { type: 11, name: 'picture', description: 'A first frame' },
    ] },
    { type: 3, name: 'Animate this' },
  ])
  const page = await servePage({ discord, people: [{ user: mei, part: 'producer' }, { user: tom, part: 'guest' }], home: channel.id })
  const browser = await chromium.launch({ ...chromiumPath !== undefined && { executablePath: chromiumPath }, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] })
  const complaints: string[] = []

  return {
    discord, guild, channel, mei, tom, bot, page, complaints,
    /** Posts as the bot. */
    async post(message: Parameters<Extract<Awaited<ReturnType<typeof bot.channels.fetch>>, { send: unknown }>['send']>[0]) {
      const place = await bot.channels.fetch(channel.id)
      if (!place?.isSendable()) throw new Error('The bot cannot post in the test channel.')
      return place.send(message)
    },
    async look({ width = 1280, height = 860 } = {}): Promise<Page> {
      const window = await (await browser.newContext({ viewport: { width, height } })).newPage()
      window.setDefaultTimeout(8000)
      window.on('console', (said) => { if (said.type() === 'error' || said.type() === 'warning') complaints.push(said.text()) })
      window.on('pageerror', (error) => complaints.push(error.message))
      await window.goto(page.url)
      await window.getByRole('heading', { level: 1, name: 'films' }).waitFor()
      return window
    },
    async close() {
      await browser.close()
      await page.close()
      await bot.destroy()
      await discord.close()
    },
  }
}

/** What the bot of these tests does: its custom ids say it. */
async function answer(interaction: Interaction) {
  const only = MessageFlags.Ephemeral as const
  if (interaction.isAutocomplete()) return interaction.respond(['warm', 'low', 'off'].filter((voice) => voice.includes(interaction.options.getFocused())).map((voice) => ({ name: `${voice} voice`, value: voice })))
  if (interaction.isChatInputCommand()) return interaction.reply(`wish ${interaction.options.getString('wish')}, voice ${interaction.options.getString('voice')}, picture ${interaction.options.getAttachment('picture')?.name}, in ${interaction.locale}`)
  if (interaction.isMessageContextMenuCommand()) return interaction.reply({ content: `Animating «${interaction.targetMessage.content}»`, flags: only })
  if (interaction.isModalSubmit()) return interaction.reply({ content: `Title ${interaction.fields.getTextInputValue('title')}, pace ${interaction.fields.getRadioGroup('pace')}, with ${interaction.fields.getUploadedFiles('reference', true).map(({ name }) => name).join()}`, flags: only })
  if (interaction.isStringSelectMenu()) return interaction.reply({ content: `Chose ${interaction.values.join(' and ')}`, flags: only })
  if (interaction.isButton() && interaction.customId === 'approve') return interaction.reply({ content: 'Approved.', flags: only })
  if (interaction.isButton() && interaction.customId === 'edit') return interaction.update({ components: [{ type: ComponentType.TextDisplay, content: 'Edited in place' }, ...interaction.message.components.slice(1).map((one) => one.toJSON())] })
  if (interaction.isButton() && interaction.customId === 'form') {
    return interaction.showModal({ custom_id: 'form', title: 'Remix', components: [
      { type: ComponentType.Label, label: 'Title', component: { type: ComponentType.TextInput, custom_id: 'title', style: TextInputStyle.Short, min_length: 3 } },
      { type: ComponentType.Label, label: 'Pace', component: { type: ComponentType.RadioGroup, custom_id: 'pace', options: [{ label: 'Slow', value: 'slow' }, { label: 'Quick', value: 'quick' }] } },
      { type: ComponentType.Label, label: 'Reference', component: { type: ComponentType.FileUpload, custom_id: 'reference' } },
    ] })
  }
  return undefined // «silent» is never answered
}

export const button = (customId: string, label: string) => ({ type: ComponentType.Button as const, style: ButtonStyle.Secondary as const, custom_id: customId, label })

/** Two seconds that move, in the encoding that browsers play. */
export async function smallFilm(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'redcliff-page-'))
  const path = join(folder, 'film.mp4')
  execFileSync(ffmpeg.path, ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=160x90:rate=12:duration=2', '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-movflags', '+faststart', path])
  const bytes = await readFile(path)
  await rm(folder, { recursive: true })
  return bytes
}
