import { describe, expect, test } from 'vitest'
import { renderCard } from '../../../src/discord/cards/render-card.ts'
import type { Rendering } from '../../../src/discord/cards/message.ts'
import type { Card } from '../../../src/mailbox/card.ts'
import { troubleCard, tryingAgain } from '../../../src/mailbox/trouble.ts'
import { shortKey } from '../../../src/production/shot-record.ts'
import { board, boardCard, card, cutCard, filmCard, hash, pitch, production, script, scriptCard, shotCard, singleCard, trouble } from './cards.ts'
import { all, expectAccepted, press, rows, said, texts } from './rules.ts'

const render = (what: Card, more: Partial<Rendering> = {}) => {
  const message = renderCard({ production, card: what, language: 'en', ...more })
  expectAccepted(message)
  return message
}

describe('the writing gates', () => {
  const two = [{ title: 'Moonlit', logline: 'A poet drifts below the cliffs.' }, { title: 'The oar', logline: 'The boatman tells it.' }]

  test('ideas are read whole and chosen from a select, or by surprise', () => {
    const message = render(pitch(two))
    expect(said(message)).toContain('**2 · The oar**\n-# The boatman tells it.')
    const options = all(message).find(({ options }) => options)?.options
    expect(options?.map(({ value, label }) => [value, label])).toEqual([['1', '1 · Moonlit'], ['2', '2 · The oar'], ['surprise', 'Surprise me']])
    expect(press(message, 'More ideas')).toMatchObject({ act: 'event', event: { kind: 'pitch-more', pitch: hash('pitch') } })
    expect(press(message, 'Say more …')).toMatchObject({ act: 'say-more' })
  })

  test('a chosen idea asks nothing any more', () => {
    const message = render(card('pitch', { title: 'Which film?', text: 'Chosen: The oar' }))
    expect(said(message)).toContain('Chosen: The oar')
    expect(rows(message)).toEqual([])
  })

  test('a script is locked or spoken about, and attached whole', () => {
    const message = render(scriptCard(), { about: { script: script() } })
    expect(said(message)).toContain('小舟离岸\n> **苏子** 清风徐来，水波不兴。')
    expect(rows(message)).toEqual(['🔒 Lock the script | 📝 Note'])
    expect(press(message, '🔒 Lock the script')).toMatchObject({ event: { kind: 'script-locked', script: hash('script') } })
    expect(message.files).toEqual([{ name: 'script.md', text: expect.stringContaining('清风徐来') }])
  })

  test('a long script is read in pages: every line is on one of them', () => {
    const acts = Array.from({ length: 30 }, (_, act) => ({ title: `Act ${act}`, place: 'river', beats: Array.from({ length: 6 }, (_, beat) => ({ action: '', line: { speaker: null, text: `line-${act}-${beat} ${'water '.repeat(20)}`, language: 'en' as const } })) }))
    const about = { script: script({ acts }) }
    const found = new Set<string>()
    for (let page = 0, turned = true; turned; page++) {
      const message = render(scriptCard(), { about, page })
      for (const [line] of said(message).matchAll(/line-\d+-\d+/g)) found.add(line)
      turned = all(message).some(({ emoji, disabled }) => emoji?.name.startsWith('▶') && !disabled)
    }
    expect(found.size).toBe(180)
  })

  test('a page that is no longer there is the last one', () => {
    expect(said(render(boardCard(), { about: { board: board(15) }, page: 400 }))).toContain('page 2 of 2')
  })

  test('a storyboard has its sheet, eight shots a page, its table, and a price on what costs', () => {
    const message = render(boardCard(), { about: { board: board(15) } })
    expect(message.files.map(({ name }) => name)).toEqual(['storyboard.png', 'storyboard.md'])
    expect(said(message).match(/\*\*1\.\d+\*\*/g)).toHaveLength(8)
    expect(rows(message)).toEqual(['◀ Back | ▶ Next', '🎬 Greenlight · $4.20 | 📝 Note'])
    expect(press(message, '▶ Next')).toEqual({ production, act: 'page', slot: 'board', page: 1 })
  })

  test('a greenlit storyboard is still read, and asks nothing', () => {
    const message = render(boardCard({ asks: false, choices: [], text: 'Greenlit.' }), { about: { board: board(3) } })
    expect(said(message)).toContain('Greenlit.')
    expect(rows(message)).toEqual([])
  })

  test('cards without their papers are shown as their text', () => {
    expect(said(render(scriptCard()))).toContain('月夜泛舟')
    expect(said(render(boardCard()))).toContain('1.1 · 中景')
  })
})

describe('a shot', () => {
  const picture = { about: { shot: { prompt: 'Wide shot of a boat under cliffs', picture: 'a boat' } } }

  test('says number, size and move as written, length and seed', () => {
    expect(said(render(shotCard('choosing')))).toContain('**1.2.1** · 中景 medium · 跟 follow right · 4.5 s · seed 8123')
    expect(said(render(shotCard('take')))).toContain('· take 2')
  })

  test('is chosen from one lettered sheet', () => {
    const message = render(shotCard('choosing'), picture)
    expect(message.files).toEqual([{
      name: '1.2.1-frames_wide-shot-of-boat-under_seed8123.png', sheet: ['A', 'B', 'C', 'D'].map(hash), chosen: null,
      description: '1.2.1 · candidates A B C D · Wide shot of a boat under cliffs · seed 8123',
    }])
    expect(rows(message)).toEqual(['A | B | C | D | 🔄', '✅ Approve | 🔀 Remix | 🎬 Animate · $0.35 | ⏱ 4.5 s | 🗑', '[14]'])
    const drawn = { shot: '1.2.1', for: shortKey('0123456789abcdef:0') }
    expect(press(message, 'C')).toMatchObject({ event: { kind: 'picked', ...drawn, frame: 2, hold: true } })
    expect(press(message, '✅ Approve')).toMatchObject({ event: { kind: 'picked', ...drawn, frame: 0, hold: true, approve: true } })
    expect(press(message, '🎬 Animate · $0.35')).toEqual({ production, act: 'event', event: { kind: 'picked', ...drawn, frame: 0 } })
    expect(press(message, '🔄')).toMatchObject({ event: { kind: 'redraw', ...drawn } })
  })

  test('looked at, shows that frame large and its letter lit; ✅ and 🎬 mean that frame', () => {
    const message = render(shotCard('chosen'), picture)
    expect(message.files).toMatchObject([{ name: '1.2.1-frame-b_wide-shot-of-boat-under_seed8123.png', hash: hash('B') }])
    expect(all(message).filter(({ style, label }) => style === 1 && label !== 'Animate').map(({ label }) => label)).toEqual(['▦ B'])
    expect(press(message, '▦ B')).toEqual({ production, act: 'show', slot: 'frames:1.2.1' })
    expect(press(message, '🎬 Animate')).toMatchObject({ event: { frame: 1 } })
    expect(press(message, '✅ Approve')).toMatchObject({ event: { frame: 1, approve: true } })
  })

  test('approved, cannot be approved again', () => {
    expect(all(render(shotCard('approved'))).find(({ label }) => label === 'Approved')?.disabled).toBe(true)
  })

  test('being filmed, says how far it is and for how long still', () => {
    const message = render(shotCard('filming'), { secondsLeft: 17, progress: [{ generation: 'g', craft: 'animate', label: '1.2.1 clip', status: 'submitted', working: true, progress: 0.4, doing: null }] })
    expect(said(message)).toContain('filming · 40 % · about 20 s')
    expect(message.files).toMatchObject([{ hash: hash('B') }])
  })

  test('filmed, shows the clip under a name that carries number, words and seed', () => {
    const message = render(shotCard('take'), picture)
    expect(message.files).toMatchObject([{ name: '1.2.1-take-2_wide-shot-of-boat-under_seed8123.mp4', hash: hash('clip') }])
    expect(rows(message)).toEqual(['✅ Circle | 🔄 Retake | 🔀 Remix | ⏱ 4.5 s | 🗑', '[22]', '[14]'])
    expect(press(message, '✅ Circle')).toMatchObject({ event: { kind: 'circled', shot: '1.2.1', for: 'AbCdEfGhIjKlMnOp' } })
    expect(press(message, '🔄 Retake')).toMatchObject({ event: { kind: 'retake', for: 'AbCdEfGhIjKlMnOp' } })
  })

  test('circled, says so and can still be taken again', () => {
    const message = render(shotCard('circled'))
    expect(said(message)).toContain('**Circled**')
    expect(rows(message)).toEqual(['🔄 Retake | 🔀 Remix | ⏱ 4.5 s | 🗑'])
  })

  test('with one candidate has no letters', () => {
    const message = render(shotCard('choosing', { frames: 1 }, { media: [{ hash: hash('A'), kind: 'image', name: '1.png' }] }))
    expect(rows(message)[0]).toBe('🔄 Draw again')
    expect(message.files).toMatchObject([{ hash: hash('A') }])
  })

  test('speaks the language of its card, whatever the thread speaks', () => {
    expect(rows(render(shotCard('take', {}, { language: 'zh' })))[0]).toBe('✅ 这条过 | 🔄 再来一条 | 🔀 改一改 | ⏱ 4.5 秒 | 🗑')
  })

  test('of the first release, without figures, is still shown', () => {
    const { shot: _, ...old } = shotCard('choosing')
    expect(render(old).files).toHaveLength(4)
  })
})

describe('the film', () => {
  test('a cut is locked or spoken about', () => {
    const message = render(cutCard())
    expect(message.files).toEqual([{ name: 'cut.mp4', description: expect.any(String), film: hash('cut') }])
    expect(rows(message)).toEqual(['🔒 Picture lock | 📝 Note'])
  })

  test('comes with chapters, storyboard and papers', () => {
    const message = render(filmCard())
    expect(message.files.map(({ name }) => name)).toEqual(['film.mp4', 'storyboard.png', 'storyboard.md', 'captions.srt', 'film.json'])
    expect(said(message)).toContain('0:31 客有吹洞箫者')
  })

  test('that had to be made smaller says so, and where the master is', () => {
    expect(said(render(filmCard(), { fit: { kind: 'proxy', height: 480 }, master: 'https://films.example/film.mp4' }))).toContain('480p')
    const parts = render(filmCard(), { fit: { kind: 'parts', parts: 3 } })
    expect(parts.files.map(({ name }) => name)).not.toContain('film.mp4')
    expect(said(parts)).toContain('3 parts')
  })

  test('with a storyboard of forty pages keeps to ten files, its papers among them', () => {
    const media = [...filmCard().media, ...Array.from({ length: 40 }, (_, page) => ({ hash: hash(`p${page}`), kind: 'image' as const, name: `storyboard-${page + 2}.png` }))]
    const names = render(filmCard({ media })).files.map(({ name }) => name)
    expect(names).toHaveLength(10)
    expect(names).toContain('captions.srt')
  })

  test('of a cancelled production says only that', () => {
    expect(said(render(card('film', { title: 'Cancelled. What was made is kept.' })))).toBe('Cancelled. What was made is kept.')
  })
})

describe('what is said', () => {
  test('an answer to one person is seen by that person alone', () => {
    expect(render(card('said:1')).flags & 64).toBe(64)
    expect(render(card('reply:1')).flags & 64).toBe(0)
  })

  test('trouble can be tried again, or its shot dropped', () => {
    const message = render(trouble)
    expect(press(message, 'Try again')).toMatchObject({ event: { kind: 'retry-generation', generation: hash('generation') } })
    expect(press(message, '🔀 Remix')).toEqual({ production, act: 'remix', shot: '1.2' })
    expect(press(message, 'Drop the shot')).toEqual({ production, act: 'drop', shot: '1.2' })
  })

  test('what the mailbox itself could not do is said in the person’s language', () => {
    const broken = troubleCard({ id: 7, key: 'k', body: { kind: 'retake' } }, 'The script is not to be found.')
    expect(said(render(broken, { language: 'zh' }))).toBe('**我们这边出了点问题**\nThe script is not to be found.')
    expect(rows(render(broken, { language: 'zh' }))).toEqual(['再试一次 | 不做这一步，继续'])
    expect(said(render(tryingAgain(7), { language: 'zh' }))).toBe('正在再试一次')
  })

  test('a single shot is picked from a sheet, then made again, changed, thrown away or put into a film', () => {
    const sheet = render(singleCard('choosing'))
    expect(sheet.files).toMatchObject([{ name: 'a-boat_seed8123.png', sheet: ['A', 'B', 'C', 'D'].map(hash) }])
    expect(rows(sheet)).toEqual(['A | B | C | D', '🔄 | 🔀 | ❌'])
    expect(rows(render(singleCard('done')))).toEqual(['🔄 | 🔀 | ❌ | ➕ Into a film'])
    expect(rows(render(singleCard('discarded', { text: 'Discarded.', media: [] })))).toEqual([])
  })

  test('no one is pinged', () => {
    expect(render(trouble).allowed_mentions).toEqual({ parse: [] })
    expect(texts(render(card('reply:1', { title: '<@123> @everyone https://evil.example [x](y)', text: '# big' }))).join()).toBe('> \\<\\@123\\> \\@everyone https\\://evil.example \\[x\\](y)\n\\# big')
  })
})
