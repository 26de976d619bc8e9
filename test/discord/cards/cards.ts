import type { Card, ShotFacts, ShotStage } from '../../../src/mailbox/card.ts'
import type { Script } from '../../../src/film/script.ts'
import type { Storyboard } from '../../../src/film/storyboard.ts'

export const production = '0f8fad5b-d9cb-469f-a165-70867728950e'
export const hash = (seed: number | string) => Buffer.from(String(seed).padEnd(32, '.').slice(0, 32)).toString('hex')

export const card = (slot: string, more: Partial<Card> = {}): Card => ({ slot, title: 'A title', text: '', media: [], choices: [], asks: false, ...more })

export const pitch = (ideas: { title: string; logline: string }[], more: Partial<Card> = {}): Card => card('pitch', {
  title: 'Which film shall we make?', asks: true,
  text: `${ideas.map(({ title, logline }, index) => `${index + 1}. ${title} — ${logline}`).join('\n')}\n\nby rules on this machine`,
  choices: [
    ...ideas.map(({ title, logline }, index) => ({ label: `${index + 1} ${title}`, hint: logline, event: { kind: 'chose', pitch: hash('pitch'), idea: index + 1 }, standard: index === 0 })),
    { label: 'More ideas', event: { kind: 'pitch-more', pitch: hash('pitch') }, standard: false },
  ],
  ...more,
})

export const script = (more: Partial<Script> = {}): Script => ({
  title: '赤壁', author: '苏轼', language: 'zh', logline: '月夜泛舟，主客谈古论今。', mood: 'serene', era: 'ancient-china', look: 'ink-wash',
  cast: [{ name: '苏子', also: [], gender: 'man', age: 'adult', appearance: 'a scholar', seed: 1 }],
  acts: [{ title: '泛舟', place: '赤壁之下', beats: [{ action: '小舟离岸', line: { speaker: '苏子', text: '清风徐来，水波不兴。', language: 'zh' } }] }],
  by: '本机按规则完成', ...more,
})

export const board = (count: number, more: Partial<Storyboard['shots'][number]> = {}): Storyboard => ({
  title: '赤壁', author: null, language: 'zh', fps: 24, mood: 'serene', era: 'ancient-china', look: 'ink-wash', cast: [], remarks: [], by: '本机按规则完成',
  shots: Array.from({ length: count }, (_, index) => ({
    number: `1.${index + 1}`, size: 'medium', move: { name: 'follow', direction: 'right', speed: 'slow' }, angle: 'eye', scene: '江面', picture: '一叶小舟漂在江心', prompt: 'a small boat under cliffs',
    line: { speaker: null, text: '清风徐来', language: 'zh' }, cast: [], frames: 108, timed: false, transition: { name: 'cut', frames: 0 }, seed: 8123, written: { size: '中景', move: null }, ...more,
  })),
})

export const scriptCard = (more: Partial<Card> = {}): Card => card('script', {
  title: '剧本 · 赤壁', asks: true, media: [{ hash: hash('script'), kind: 'json', name: 'script.json' }], text: '月夜泛舟\n\n【泛舟】 赤壁之下',
  choices: [{ label: '锁定剧本', event: { kind: 'script-locked', script: hash('script') }, standard: true }], ...more,
})

export const boardCard = (more: Partial<Card> = {}): Card => card('board', {
  title: '分镜 · 赤壁 · 15 个镜头 · 68 s', asks: true, media: [{ hash: hash('board'), kind: 'json', name: 'storyboard.json' }], text: '1.1 · 中景',
  choices: [{ label: '开拍', event: { kind: 'greenlit', board: hash('board') }, standard: true, price: 4.2 }], ...more,
})

export const facts = (stage: ShotStage, more: Partial<ShotFacts> = {}): ShotFacts => ({
  number: '1.2.1', stage, size: 'medium', move: { name: 'follow', direction: 'right', speed: 'normal' }, written: { size: '中景', move: '跟' }, seconds: 4.5, seed: 8123,
  frame: ['chosen', 'approved', 'filming', 'take', 'circled'].includes(stage) ? 1 : null, frames: stage === 'drawing' ? 0 : 4,
  take: stage === 'take' || stage === 'circled' ? 2 : null, drawnFor: stage === 'drawing' ? null : '0123456789abcdef:0', takenFor: stage === 'take' || stage === 'circled' ? 'AbCdEfGhIjKlMnOp' : null,
  scene: '赤壁之下，一叶小舟漂在江心', line: '苏子: 清风徐来，水波不兴。', ...more,
})

const medium = { drawing: [], choosing: 'ABCD', chosen: 'ABCD', approved: 'ABCD', filming: 'B', take: 'clip', circled: 'clip' } as const

export const shotCard = (stage: ShotStage, more: Partial<ShotFacts> = {}, rest: Partial<Card> = {}): Card => {
  const shown = medium[stage]
  return card(`shot:${more.number ?? '1.2.1'}`, {
    title: '1.2.1', shot: facts(stage, more), asks: stage !== 'drawing' && stage !== 'filming' && stage !== 'circled',
    media: shown === 'clip' ? [{ hash: hash('clip'), kind: 'video', name: '1.2.1-take-2.mp4' }] : [...shown].map((letter) => ({ hash: hash(letter), kind: 'image', name: `1.2.1${letter}.png` })),
    choices: stage === 'choosing' ? [{ label: 'Animate', event: { kind: 'picked', shot: '1.2.1', for: '0123456789abcdef:0', frame: 0 }, standard: true, price: 0.35 }] : [],
    ...rest,
  })
}

export const cutCard = (more: Partial<Card> = {}): Card => card('cut', {
  title: '粗剪 · 1:08', asks: true, media: [{ hash: hash('cut'), kind: 'video', name: 'cut.mp4' }],
  choices: [{ label: '定剪', event: { kind: 'picture-locked', cut: 'abcdef0123456789abcdef01' }, standard: true }], ...more,
})

export const filmCard = (more: Partial<Card> = {}): Card => card('film', {
  title: '成片 · 赤壁', text: '0:00 title\n0:04 泛舟\n0:31 客有吹洞箫者',
  media: [
    { hash: hash('film'), kind: 'video', name: 'film.mp4' }, { hash: hash('sheet'), kind: 'image', name: 'storyboard.png' }, { hash: hash('md'), kind: 'text', name: 'storyboard.md' },
    { hash: hash('srt'), kind: 'text', name: 'captions.srt' }, { hash: hash('json'), kind: 'json', name: 'film.json' },
  ], ...more,
})

export const singleCard = (stage: NonNullable<Card['single']>['stage'], more: Partial<Card> = {}): Card => card('single', {
  single: { stage, prompt: 'a boat under red cliffs', text: 'a boat under red cliffs -camera pan right -motion 2', seed: 8123, frame: stage === 'done' ? 0 : null, frames: 4, drawnFor: '0123456789abcdef', seconds: 3, fps: 24, width: 1280, height: 720, own: false, parent: null },
  text: 'seed 8123 · -camera pan right', asks: stage === 'choosing',
  media: stage === 'drawing' ? [] : stage === 'done' ? [{ hash: hash('clip'), kind: 'video', name: 'a-boat_seed8123.mp4' }] : [...'ABCD'].map((letter) => ({ hash: hash(letter), kind: 'image', name: `a-boat_seed8123_${letter}.png` })),
  choices: stage === 'choosing' ? [...'ABCD'].map((letter, frame) => ({ label: letter, event: { kind: 'picked', shot: '1', for: '0123456789abcdef', frame }, standard: frame === 0 })) : [],
  ...more,
})

export const trouble = card('trouble:x', {
  title: 'Something went wrong: 1.2 clip', text: 'The provider refused: try other words.', asks: true,
  choices: [{ label: 'Try again', event: { kind: 'retry-generation', generation: hash('generation') }, standard: false }, { label: 'Drop the shot', event: { kind: 'noted', id: 'x', text: 'drop 1.2' }, standard: false }],
})
