import type { Language } from '../../film/brief.ts'
import type { Card } from '../../mailbox/card.ts'
import { asksForCast, castKey, sheetKey, sheetOf } from '../cast-sheets.ts'
import { shortKey } from '../shot-record.ts'
import type { ProductionState } from '../state.ts'

/** Who is in the film and how it looks: approved once, kept to in every shot. */
export function castCard({ cast, phase }: Pick<ProductionState, 'cast' | 'phase'>, language: Language): Card[] {
  if (!cast || ['opening', 'pitch', 'script', 'board'].includes(phase)) return []
  const say = castWords[language]
  const asks = asksForCast(cast)
  const lines = cast.asks.map((call) => {
    const sheet = sheetOf(cast, call)
    const state = cast.waived.includes(sheetKey(cast, call)) ? say.without : !sheet ? say.drawing : sheet.approved ? '✓' : ''
    return `${call.of === 'look' ? say.look : call.name}${state ? ` · ${state}` : ''}`
  })
  const made = cast.asks.flatMap((call) => {
    const sheet = sheetOf(cast, call)
    return sheet ? [{ call, sheet }] : []
  })
  return [{
    slot: 'cast',
    title: asks ? say.ask : cast.asks.every((call) => sheetOf(cast, call) || cast.waived.includes(sheetKey(cast, call))) ? say.title : say.making,
    text: [lines.join('\n'), asks ? say.how : ''].filter(Boolean).join('\n\n'),
    media: made.map(({ call, sheet }, index) => ({ hash: sheet.picture, kind: 'image', name: `${index + 1}-${call.of === 'look' ? 'look' : call.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40)}.png` })),
    choices: [
      ...(asks ? [{ label: say.approve, event: { kind: 'cast-approved', for: castKey(cast) }, standard: true }] : []),
      ...made.slice(0, 12).map(({ call, sheet }) => ({ label: say.redraw(call.of === 'look' ? say.look : call.name.slice(0, 40)), event: { kind: 'sheet-redraw', sheet: call.id, for: shortKey(sheet.for) }, standard: false })),
    ],
    asks,
  }]
}

const english = {
  title: 'Cast and look', ask: 'Is this your cast, and your look?', making: 'Cast and look · drawing', look: 'The look', drawing: 'drawing', without: 'without a sheet',
  how: 'Every shot keeps to these pictures. Draw one again, or bring your own: answer this message with a picture and the name.',
  approve: 'That is them', redraw: (name: string) => `Again: ${name}`,
}
const chinese: typeof english = {
  title: '角色与画风', ask: '角色和画风这样定吗？', making: '角色与画风 · 绘制中', look: '画风', drawing: '绘制中', without: '没有定妆图',
  how: '之后每个镜头都以这些图为准。可以重画其中一张，也可以自己带图：回复这条消息，附上图片和名字。',
  approve: '就这样定', redraw: (name) => `重画：${name}`,
}
const castWords: Record<Language, typeof english> = { en: english, zh: chinese }
