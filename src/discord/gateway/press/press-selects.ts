import { languageOf } from '../../commands/language.ts'
import { Refusal } from '../../commands/refusal.ts'
import { readMoveValue } from '../../cards/move-options.ts'
import { quickFixes } from '../../cards/quick-fixes.ts'
import { moveName } from '../../../reading/parse-move.ts'
import { gatewayWords } from '../words.ts'
import { FixKind } from '../../../production/event.ts'
import type { Act, Pressed } from './answer-press.ts'
import { mend } from './press-fix.ts'
import { send, sendNote, standing } from './standing.ts'

/** An idea by its number; «surprise me» is the same surprise for the same press. */
export const pickIdea: Act<'ideas'> = async (asked, { production, pitch }, desk) => {
  const value = chosen(asked)
  const film = await standing(asked, production, desk, 'choose')
  if (value === 'more') return send(asked, film, desk, { kind: 'pitch-more', pitch })
  const idea = value === 'surprise' ? await surprise(asked, production, desk) : /^[1-9]\d{0,2}$/.test(value) ? Number(value) : foreign(asked)
  return send(asked, film, desk, { kind: 'chose', pitch, idea })
}

async function surprise(asked: Pressed, production: string, { office }: Parameters<Act<'ideas'>>[2]): Promise<number> {
  const card = await office.card(production, 'pitch')
  const ideas = card?.choices.flatMap(({ event }) => (event['kind'] === 'chose' && typeof event['idea'] === 'number' ? [event['idea']] : [])) ?? []
  return ideas[Number((BigInt(asked.id) >> 22n) % BigInt(Math.max(1, ideas.length)))] ?? 1
}

export const moveShot: Act<'move'> = async (asked, { production, shot }, desk) => {
  const read = readMoveValue(chosen(asked)) ?? foreign(asked)
  const film = await standing(asked, production, desk, 'note')
  const current = await desk.office.shot(production, shot)
  const move = { ...read, speed: current?.sheet.shot.move.speed ?? read.speed }
  return sendNote(asked, film, desk, { text: `${shot}: ${moveName(move, languageOf(asked.locale))}`, about: shot, understood: [{ kind: 'shots', numbers: [shot], change: { move } }] })
}

/** Sent as if the person had said it. */
export const fixShot: Act<'fix'> = async (asked, { production, shot }, desk) => {
  const value = chosen(asked)
  const kind = value.startsWith('studio:') ? FixKind.safeParse(value.slice(7)).data ?? foreign(asked) : null
  if (kind) return mend(asked, { production, shot, fix: kind }, desk)
  if (!quickFixes.some((fix) => fix.en === value || fix.zh === value)) foreign(asked)
  return sendNote(asked, await standing(asked, production, desk, 'note'), desk, { text: `${shot}: ${value}`, about: shot })
}

const chosen = (asked: Pressed): string => (asked.isStringSelectMenu() ? asked.values[0] : undefined) ?? foreign(asked)

function foreign(asked: Pressed): never {
  throw new Refusal(gatewayWords[languageOf(asked.locale)].foreign)
}
