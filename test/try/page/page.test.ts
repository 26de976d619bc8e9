import { ComponentType, MessageFlags } from 'discord.js'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test as always } from 'vitest'
import { button, chromiumPath, openStage, smallFilm } from './stage.ts'

// Browsers are not part of the project: on Debian, `apt-get install chromium`.
const test = always.skipIf(chromiumPath === undefined)

let stage: Awaited<ReturnType<typeof openStage>>
let window: Page
beforeAll(async () => {
  if (chromiumPath === undefined) return
  stage = await openStage()
  window = await stage.look()
})
afterAll(() => stage?.close())
afterEach(async () => {
  if (!stage) return
  expect(await window.locator('.toast').allInnerTexts()).toEqual([])
  expect(stage.complaints).toEqual([])
  expect(stage.discord.violations).toEqual([])
})

test('what people and the bot say is read as Discord shows it, and nothing of it becomes markup', async () => {
  stage.discord.as(stage.mei).say(stage.channel, '**bold** <img src=x onerror=alert(1)> ||secret||\n-# small')
  await stage.post({ flags: MessageFlags.IsComponentsV2, components: [{ type: ComponentType.Container, accent_color: 0xb5432f, components: [{ type: ComponentType.TextDisplay, content: '## Shot 1.2\n- wide\n- slow' }] }] })
  const said = window.getByRole('listitem').filter({ hasText: 'bold' }).first()
  expect(await said.locator('strong').innerText()).toBe('bold')
  expect(await said.innerText()).toContain('<img src=x onerror=alert(1)>')
  expect(await said.locator('img:not(.emoji)').count()).toBe(0)
  await said.getByText('secret').click()
  expect(await said.locator('.spoiler.revealed').count()).toBe(1)
  expect(await window.locator('.container').getByRole('heading', { name: 'Shot 1.2' }).count()).toBe(1)
})

test('a pressed button is answered for that person alone, and dismissed', async () => {
  await stage.post({ content: 'Take 1', components: [{ type: ComponentType.ActionRow, components: [button('approve', 'Approve')] }] })
  await window.getByRole('button', { name: 'Approve' }).click()
  await window.getByText('Only you can see this').waitFor()
  await window.getByRole('button', { name: 'Tom' }).click()
  await window.getByText('guest').waitFor()
  await window.getByText('Take 1').waitFor()
  expect(await window.getByText('Approved.').count()).toBe(0)
  await window.getByRole('button', { name: 'Mei' }).click()
  await window.getByText('Approved.').waitFor()
  await window.getByRole('button', { name: 'Dismiss message' }).click()
  await window.getByText('Approved.').waitFor({ state: 'detached' })
})

test('a button that nobody answers says so', async () => {
  await stage.post({ content: 'Silence', components: [{ type: ComponentType.ActionRow, components: [button('silent', 'Hush')] }] })
  await window.getByRole('button', { name: 'Hush' }).click()
  await window.locator('[aria-busy=true]').waitFor()
  await window.getByText('This interaction failed').waitFor()
  expect(await window.locator('[aria-busy=true]').count()).toBe(0)
})

test('several options of a select are sent when one looks elsewhere', async () => {
  await stage.post({ content: 'Which', components: [{ type: ComponentType.ActionRow, components: [{ type: ComponentType.StringSelect, custom_id: 'ideas', placeholder: 'Choose an idea', max_values: 2, options: [{ label: 'Ships', value: 'ships', description: 'Many' }, { label: 'Moon', value: 'moon' }, { label: 'Flute', value: 'flute' }] }] }] })
  await window.getByRole('combobox', { name: 'Choose an idea' }).click()
  await window.getByRole('option', { name: 'Ships Many' }).click()
  await window.getByRole('option', { name: 'Moon' }).click()
  expect(await window.getByRole('option', { name: 'Flute' }).isDisabled()).toBe(true)
  await window.keyboard.press('Escape')
  await window.getByText('Chose ships and moon').waitFor()
})

test('a form is checked before it is sent, takes a file, and opens only where it was asked for', async () => {
  await stage.post({ content: 'Change it', components: [{ type: ComponentType.ActionRow, components: [button('form', 'Remix')] }] })
  const other = await stage.look()
  await window.getByRole('button', { name: 'Remix' }).click()
  const form = window.getByRole('dialog', { name: 'Remix' })
  await form.getByLabel('Title').fill('ab')
  await form.getByRole('button', { name: 'Submit' }).click()
  await form.getByText('Must be at least 3 in length.').waitFor()
  expect(await form.getByText('This field is required.').count()).toBe(2)
  expect(await other.getByRole('dialog').count()).toBe(0)
  await form.getByLabel('Title').fill('Dusk')
  await form.getByText('Quick').click()
  await form.locator('input[type=file]').setInputFiles({ name: 'dusk.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') })
  await form.getByRole('button', { name: 'Submit' }).click()
  await window.getByText('Title Dusk, pace quick, with dusk.png').waitFor()
  await form.waitFor({ state: 'detached' })
  await other.context().close()
})

test('a command is found, completed by the bot and sent with a file, in the language of the person', async () => {
  await window.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN')
  await window.getByText('文字频道').waitFor()
  await window.getByRole('textbox').click()
  await window.keyboard.type('/拍')
  await window.getByRole('option', { name: /\/拍片/ }).waitFor()
  await window.keyboard.type('片 a lighthouse')
  await window.getByRole('button', { name: '+2 可选' }).click()
  await window.getByRole('option', { name: /voice/ }).click()
  await window.keyboard.type('wa')
  await window.getByRole('option', { name: 'low voice' }).waitFor({ state: 'detached' })
  await window.getByRole('option', { name: 'warm voice' }).click()
  await window.getByRole('button', { name: '+1 可选' }).click()
  await window.getByRole('option', { name: /picture/ }).click()
  await window.locator('input[data-option=picture]').setInputFiles({ name: 'frame.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') })
  await window.keyboard.press('Enter')
  await window.getByText('wish a lighthouse, voice warm, picture frame.png, in zh-CN').waitFor()
  await window.getByRole('combobox', { name: '语言' }).selectOption('en-US')
  await window.getByText('Text Channels').waitFor()
})

test('people talk, reply, react, use a command on a message and take it back', async () => {
  const box = window.getByRole('textbox', { name: 'Message #films' })
  await box.fill('More ships')
  await box.press('Enter')
  const said = window.getByRole('listitem').filter({ hasText: 'More ships' }).first()
  await said.click({ button: 'right', position: { x: 200, y: 8 } })
  await window.getByRole('menuitem', { name: '🔥' }).click()
  await said.getByRole('button', { name: '🔥 1', pressed: true }).waitFor()
  await said.hover()
  await said.getByRole('button', { name: 'Reply' }).click()
  await box.pressSequentially('and dusk')
  await box.press('Enter')
  await window.getByRole('listitem').filter({ hasText: 'and dusk' }).getByText('@Mei').waitFor()
  await said.click({ button: 'right', position: { x: 200, y: 8 } })
  await window.getByRole('menuitem', { name: 'Animate this' }).click()
  await window.getByText('Animating «More ships»').waitFor()
  await said.click({ button: 'right', position: { x: 200, y: 8 } })
  await window.getByRole('menuitem', { name: 'Delete Message' }).click()
  await window.getByRole('button', { name: 'Delete', exact: true }).click()
  await window.getByText('Original message was deleted').waitFor()
})

test('a film plays in its message, and goes on while the message is edited', async () => {
  await stage.post({ flags: MessageFlags.IsComponentsV2, files: [{ name: 'take.mp4', attachment: await smallFilm() }], components: [
    { type: ComponentType.TextDisplay, content: 'Before' }, { type: ComponentType.MediaGallery, items: [{ media: { url: 'attachment://take.mp4' }, description: 'The take' }] },
    { type: ComponentType.ActionRow, components: [button('edit', 'Change the words')] },
  ] })
  const video = window.locator('video').last()
  await video.evaluate((player: Player) => { player.loop = true })
  await window.getByRole('button', { name: 'Play The take' }).last().click()
  await expect.poll(() => video.evaluate((player: Player) => player.currentTime)).toBeGreaterThan(0.1)
  await window.getByRole('button', { name: 'Change the words' }).last().click()
  await window.getByText('Edited in place').waitFor()
  expect(await video.evaluate((player: Player) => player.loop && !player.paused && player.readyState >= 2)).toBe(true)
})

test('on a phone nothing is wider than the page, and the channels come in from the side', async () => {
  await window.setViewportSize({ width: 390, height: 844 })
  expect(await window.evaluate('document.documentElement.scrollWidth')).toBe(390)
  expect(await window.getByRole('navigation').isVisible()).toBe(false)
  await window.getByRole('button', { name: 'Open channels' }).click()
  await window.getByRole('navigation').getByRole('button', { name: 'films' }).click()
  await window.getByRole('navigation').waitFor({ state: 'hidden' })
})

// The suite knows no DOM: what is asked of a video element.
type Player = { loop: boolean; paused: boolean; currentTime: number; readyState: number }

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
