import { sayRefused } from '../safety/refused.ts'
import type { Card } from '../mailbox/card.ts'
import { moveName } from '../reading/parse-move.ts'
import { fileName } from './file-name.ts'
import { singleSeconds, titleOf } from './single-orders.ts'
import { singleSize } from './single-request.ts'
import { isFilmed, pictureKey, pictureOf, type SingleEvent, type SingleState, stageOf } from './single-state.ts'
import { singleWords } from './single-words.ts'

/** The single's one card: it lives from drawing to the clip, or until it is discarded. */
export function singleCard(state: SingleState): Card {
  const { request, drawn, frame, clip } = state
  const { language, prompt, flags } = request
  const say = singleWords[language]
  const stage = stageOf(state)
  const title = titleOf(prompt) || say.untitled
  const base = { slot: 'single', language, single: facts(state) }
  if (stage === 'discarded') return { ...base, title, text: say.discarded, media: [], choices: [], asks: false }
  const key = pictureKey(state)
  const picture = pictureOf(state)
  const filmed = isFilmed(state) && clip ? [{ hash: clip.clip, kind: 'video' as const, name: fileName(state, 'mp4') }] : []
  const shown = stage === 'choosing' ? drawn?.pictures.map((each) => each.picture) ?? [] : picture === null ? [] : [picture]
  const images = shown.map((hash, index) => ({ hash, kind: 'image' as const, name: fileName(state, 'png').replace('.', shown.length > 1 ? `_${letters[index]}.` : '.') }))
  const camera = flags.camera ? `-camera ${[flags.camera, flags.cameraToo].flatMap((move) => move ? moveName(move, language) : []).join(' + ')}` : ''
  const facts_ = [`${say.seed} ${request.seed}`, camera, flags.motion === undefined ? '' : `-motion ${flags.motion}`, stage === 'done' ? `${singleSeconds} ${language === 'zh' ? '秒' : 's'} · ${flags.fps ?? 24} fps` : say[stage]]
  return {
    ...base,
    title,
    text: [facts_.filter(Boolean).join(' · '), ...remarks(state)].join('\n'),
    media: [...filmed, ...images],
    choices: key === null || request.animate ? [] : (drawn?.pictures ?? []).flatMap((_, index) => index === frame ? [] : {
      label: `${say.frame} ${letters[index]}`, event: { kind: 'picked', shot: '1', for: key, frame: index }, standard: index === 0,
    }),
    asks: stage === 'choosing',
  }
}

const letters = 'ABCD'

const facts = (state: SingleState): NonNullable<Card['single']> => ({
  stage: stageOf(state),
  prompt: state.request.prompt,
  text: state.request.text,
  seed: state.request.seed,
  frame: state.frame,
  frames: state.drawn?.pictures.length ?? 0,
  drawnFor: pictureKey(state),
  seconds: singleSeconds,
  fps: state.request.flags.fps ?? 24,
  ...singleSize(state.request),
  own: state.request.picture !== null,
  parent: state.request.parent?.production ?? null,
})

function remarks({ request, drawn }: SingleState): string[] {
  const say = singleWords[request.language]
  const missed = drawn && drawn.missed.length > 0 ? [`${say.missed} ${drawn.missed.join(', ')}`] : []
  const same = request.picture && request.parent?.how === 'again' && request.flags.camera && request.flags.camera.name !== 'handheld' ? [say.sameAgain] : []
  return [...request.remarks, ...(drawn?.remarks ?? []), ...missed, ...same]
}

/** What failed may be tried again; the mailbox sees to it. */
export function singleTrouble({ request }: SingleState, { label, message, zh, generation, refused }: Extract<SingleEvent, { kind: 'failed' }>): Card {
  const say = singleWords[request.language]
  return {
    slot: `trouble:${generation}`, language: request.language, title: `${say.trouble} ${label}`, text: refused ? sayRefused(refused, request.language) : request.language === 'zh' ? zh ?? message : message, media: [],
    choices: [{ label: say.retry, event: { kind: 'retry-generation', generation }, standard: false }], asks: true,
  }
}

/** A press that changed nothing is answered with what already holds. */
export const singleSaid = (said: string, language: 'zh' | 'en', from: string): Card =>
  ({ slot: `said:${from}`, language, title: singleWords[language].said[said] ?? said, text: '', media: [], choices: [], asks: false })
