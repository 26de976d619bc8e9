import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Pitch } from '../../../../src/film/idea.ts'
import { translate } from '../../../../src/studio/animatic/writer/translate.ts'
import { write } from '../../../../src/studio/animatic/writer/write.ts'
import { writeScript } from '../../../../src/studio/animatic/writer/script.ts'

const work = { signal: new AbortController().signal }

describe('the writer', () => {
  it.each([
    ['a bicycle courier in the rain looking for the right door', 'en'], ['autumn', 'en'], ['make me a short film about a robot who waters a garden on Mars', 'en'],
    ['我想拍一个关于外婆和她的桥的短片', 'zh'], ['宇宙', 'zh'], ['我想要一些对人生、历史、宇宙的思考，且描述了自然风光、画面感强烈的诗词歌赋，不少于10个', 'zh'],
  ])('pitches ten really different treatments of «%s»', async (wish, language) => {
    const { ideas, by } = Pitch.parse(await write({ prompt: 'treatments', inputs: { wish, language, count: 12, seed: 3 } }, work))
    expect(ideas).toHaveLength(12)
    expect(new Set(ideas.map((idea) => idea.title)).size).toBe(12)
    expect(new Set(ideas.map((idea) => idea.treatment)).size).toBe(12)
    expect(new Set(ideas.map((idea) => idea.mood)).size).toBeGreaterThan(2)
    for (const idea of ideas) expect(idea.title + idea.logline + idea.treatment).not.toMatch(/[{}]|undefined/)
    expect(by).toMatch(/by rules on this machine|由本机按规则/)
  })

  it('offers the works of the worked example, in their own words', async () => {
    const { ideas } = Pitch.parse(await write({ prompt: 'treatments', inputs: { wish: '画面感强烈的诗词歌赋', language: 'zh', count: 10, seed: 3 } }, work))
    expect(ideas.map((idea) => idea.title)).toContain('《赤壁赋》— 苏轼')
    const idea = ideas[1]
    const script = writeScript({ kind: 'idea', text: idea?.treatment ?? '', title: idea?.title ?? '', language: 'zh', seconds: null, look: null })
    expect(script).toMatchObject({ title: '登高', author: '杜甫' })
    expect(script.acts[0]?.beats[0]?.line).toBeNull()
    expect(script.acts.flatMap((act) => act.beats).map((beat) => beat.line?.text ?? '').join('')).toContain('无边落木萧萧下')
  })

  it('understands a note', async () => {
    const rows = [{ number: '1.1', size: 'wide', move: { name: 'static', direction: null, speed: 'normal' }, angle: 'eye', seconds: 4 }]
    expect(await write({ prompt: 'direct', inputs: { note: 'drop 1.1', rows, phase: 'board', language: 'en' } }, work)).toMatchObject({ directions: [{ kind: 'drop', numbers: ['1.1'] }] })
  })

  it('refuses an unknown prompt with those it knows, and stops when it is told to', async () => {
    await expect(write({ prompt: 'poem', inputs: {} }, work)).rejects.toThrow(/«poem».*treatments, script, storyboard/)
    await expect(write({ prompt: 'script', inputs: {} }, { signal: AbortSignal.abort() })).rejects.toThrow()
  })

  it('has a prompt file for a language model beside each of its own', async () => {
    const folder = new URL('../../../../prompts/', import.meta.url)
    for (const file of ['treatments', 'script', 'storyboard', 'table', 'image-prompts', 'direct'].map((name) => `${name}.md`)) {
      expect(readdirSync(folder)).toContain(file)
      await expect(write({ prompt: file.replace('.md', ''), inputs: {} }, work), file).rejects.toThrow(/cannot read its inputs/)
    }
  })

  it('puts Chinese pictures into English by glossary and says what it could not', () => {
    expect(translate('船在水面上慢慢滑行，有两个人').english).toBe('a boat on the water slowly gliding, two people')
    expect(translate('月明星稀').english).toMatch(/bright moon/)
    expect(translate('饕餮在船上').missed).toEqual(['饕餮'])
  })
})
