import { expect, test } from 'vitest'
import { type ProgressRendering, renderProgress } from '../../../src/discord/cards/render-progress.ts'
import { production } from './cards.ts'
import { expectAccepted, press, rows, said } from './rules.ts'

const work = (label: string, craft: string, progress: number, working = true): ProgressRendering['progress'][number] => ({ generation: label, craft, label, status: 'submitted', working, progress, doing: null })
const render = (more: Partial<ProgressRendering> = {}) => {
  const message = renderProgress({
    production, title: 'Red Cliff', language: 'en', phase: 'shooting', tally: { shots: 15, drawn: 15, taken: 6, circled: 0 },
    progress: [work('1.2 panel', 'draw', 0.4), work('score', 'compose', 0.9), work('1.3 clip', 'animate', 0, false)], secondsLeft: 110, open: [], ...more,
  })
  expectAccepted(message)
  return message
}

test('says how many shots are made, what is being made, and for how long still', () => {
  expect(said(render())).toBe('**🎬 Shooting 6/15** · Red Cliff\n▰▰▰▰▰▰▱▱▱▱▱▱ · about 2 min\n-# score 90 % · 1.2 panel 40 % · and 1 more')
  expect(said(render({ language: 'zh' }))).toContain('配乐 90 % · 1.2 画面 40 % · 还有 1 个')
})

test('leads to the messages that wait, and answers them all at once', () => {
  const message = render({ open: [{ slot: 'shot:1.1', url: 'https://discord.com/channels/1/2/3' }, { slot: 'cut', url: 'https://discord.com/channels/1/2/4' }] })
  expect(said(message)).toContain('[1.1](https://discord.com/channels/1/2/3) · [The cut](https://discord.com/channels/1/2/4)')
  expect(press(message, '✅ Approve all that is open')).toEqual({ production, act: 'approve-all' })
  expect(rows(render())).toEqual(['📝 Note | ⏹ Cancel'])
})

test('what waits is named as people know it, never by its slot', () => {
  const url = 'https://discord.com/channels/1/2/3'
  const open = ['cast', `trouble:${'a'.repeat(64)}`, 'reply:123'].map((slot) => ({ slot, url }))
  expect(said(render({ open, language: 'zh' }))).toContain(`等你决定：[定妆](${url}) · [要花钱的](${url}) · [⚠️ 出了问题](${url})`)
})

test('a film that is done or cancelled asks for nothing', () => {
  expect(rows(render({ phase: 'delivered' }))).toEqual([])
  expect(said(render({ phase: 'cancelled' }))).toBe('**Cancelled** · Red Cliff')
})
