import { Pitch } from '../../film/idea.ts'
import { Script } from '../../film/script.ts'
import { shotSizes } from '../../film/shot-size.ts'
import { Storyboard } from '../../film/storyboard.ts'
import { cameraMoves } from '../../film/camera-move.ts'
import type { Card } from '../../mailbox/card.ts'
import { type Desk, readAsset } from '../nodes/desk.ts'
import type { ProductionState } from '../state.ts'
import { costs, type FilmPrices } from '../prices.ts'
import { about, words as moneyWords } from './money-cards.ts'
import { priceTag } from './shot-card.ts'
import type { Words } from './words.ts'

export async function pitchCard(desk: Desk, production: ProductionState, say: Words): Promise<Card[]> {
  if (production.pitch === null) return []
  const pitch = await readAsset(desk, Pitch, production.pitch)
  const chosen = pitch.ideas.find((idea) => idea.number === production.idea)
  if (chosen) return [{ slot: 'pitch', title: say.pitchTitle, text: `${say.chosen} ${chosen.title}`, media: [], choices: [], asks: false }]
  return [{
    slot: 'pitch',
    title: say.pitchTitle,
    text: `${pitch.ideas.map((idea) => `${idea.number}. ${idea.title} — ${idea.logline}`).join('\n')}\n\n${pitch.by}`,
    media: [],
    choices: [
      ...pitch.ideas.map((idea, index) => ({ label: `${idea.number} ${idea.title}`, hint: idea.logline, event: { kind: 'chose', pitch: production.pitch, idea: idea.number }, standard: index === 0 })),
      { label: say.more, event: { kind: 'pitch-more', ...(production.pitch ? { pitch: production.pitch } : {}) }, standard: false },
    ],
    asks: true,
  }]
}

export async function scriptCard(desk: Desk, production: ProductionState, say: Words): Promise<Card[]> {
  if (production.script === null) return []
  const script = await readAsset(desk, Script, production.script)
  const asks = production.phase === 'script'
  const acts = script.acts.map((act) => [
    `【${act.title}】 ${act.place}`,
    ...act.beats.map((beat) => beat.line ? `  ${beat.line.speaker ? `${beat.line.speaker}: ` : ''}${beat.line.text}` : `  (${beat.action})`),
  ].join('\n'))
  const cost = costs(production.prices?.board) ? moneyWords[say.language].dear.board(about(production.prices?.board ?? null, 0, say.language)) : ''
  return [{
    slot: 'script',
    ...(asks && cost ? { cost } : {}),
    title: `${say.scriptTitle} · ${script.title}`,
    text: asks ? [script.logline, ...acts, cost, script.by].filter(Boolean).join('\n\n') : say.locked,
    media: [{ hash: production.script, kind: 'json', name: 'script.json' }],
    choices: asks ? [{ label: say.lock, event: { kind: 'script-locked', script: production.script }, standard: true, ...priceTag(production.prices?.board) }] : [],
    asks,
  }]
}

export async function boardCard(desk: Desk, production: ProductionState, say: Words): Promise<Card[]> {
  if (production.board === null) return []
  const board = await readAsset(desk, Storyboard, production.board)
  const asks = production.phase === 'board'
  const seconds = board.shots.reduce((sum, shot) => sum + shot.frames, 0) / board.fps
  const named = <Item extends { name: string; en: string; zh: string }>(list: readonly Item[], name: string) => {
    const found = list.find((item) => item.name === name)
    return board.language === 'zh' ? found?.zh : found?.en
  }
  const rows = board.shots.map((shot) => [
    shot.number,
    shot.written.size ?? named(shotSizes, shot.size),
    shot.written.move ?? named(cameraMoves, shot.move.name),
    say.seconds((shot.frames / board.fps).toFixed(1)),
    [shot.scene, shot.picture].filter(Boolean).join(' / '),
  ].join(' · '))
  const cost = dear(production.prices, say.language)
  return [{
    slot: 'board',
    ...(asks && cost ? { cost } : {}),
    title: `${say.boardTitle} · ${board.title} · ${say.shots(board.shots.length)} · ${say.seconds(seconds.toFixed(0))}`,
    text: asks ? [rows.join('\n'), board.remarks.join('\n'), cost, board.by].filter(Boolean).join('\n\n') : say.greenlit,
    media: [{ hash: production.board, kind: 'json', name: 'storyboard.json' }],
    choices: asks ? [{ label: say.greenlight, event: { kind: 'greenlit', board: production.board }, standard: true, ...priceTag(production.prices?.shooting) }] : [],
    asks,
  }]
}

/** What greenlighting costs, and the whole film after it. */
const dear = (prices: FilmPrices | undefined, language: Words['language']) => prices && (costs(prices.shooting) || costs(prices.film))
  ? moneyWords[language].dear.shooting(about(prices.shooting ?? null, 0, language), about(prices.film ?? null, 0, language)) : ''
